package org.lessonbot.chat;

/** The sentences of one language, by key. No sentence that a student or a teacher reads stands in Java. */
@FunctionalInterface
public interface Words {
    /**
     * The sentence with its arguments {@code {0}}, {@code {1}}… in place.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    String say(String key, Object... arguments);

    /** The same as they are said in a club, where nobody is in one room with others: by {@code key.club} where there is such a sentence. */
    default Words inClub() {
        return this;
    }
}
