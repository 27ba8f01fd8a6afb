package org.lessonbot.chat;

/**
 * Somebody who acts in a chat, as the platform vouches for them now.
 *
 * @param id the platform's id, stable over the lesson
 * @param name the name the platform shows, as it can be seen; empty if nothing of it can
 * @param leads whether the platform's own rights make this person a teacher in this room
 */
public record Person(String id, String name, boolean leads) {
    public Person {
        name = VisibleText.name(name);
    }
}
