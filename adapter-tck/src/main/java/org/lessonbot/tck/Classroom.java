package org.lessonbot.tck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Room;

/**
 * One room of a {@link School}, driven as people drive it: they see cards, and press what they see. Whoever acts for the
 * first time comes in first.
 *
 * <p>An act returns when its person has got all that they get for it: a whisper that is complete (not the word that one
 * will follow), a form, faults, or nothing once it is certain that nothing will come. It fails as an {@link AssertionError}
 * if the platform tells the person that the bot did not answer in time. Several people may act at once.
 */
public interface Classroom {
    /** As the engine knows it. */
    Room room();

    /**
     * Somebody uses {@code /lesson name}.
     *
     * @param options by name; one that names a person holds a {@link Someone#key()}
     */
    Seen command(Someone who, String name, Map<String, String> options);

    /** Somebody presses a button of a card that they saw, perhaps a while ago. */
    Seen press(Someone who, Card card, Card.Button button);

    /** Somebody picks from a list. */
    Seen pick(Someone who, Card card, Card.Picker picker, List<String> labels);

    /**
     * Somebody sends the form that is open before them.
     *
     * @param values by field label; a choice by the label chosen
     */
    Seen submit(Someone who, Sheet sheet, Map<String, String> values);

    /** The press of a button that this person was never shown, as a tampered client sends it. */
    Seen forge(Someone who, Action action);

    /** What this person did last reaches the bot once more, as the same event. */
    Seen redeliver(Someone who);

    /** Somebody who may deletes a post. */
    void delete(Card post);

    /** The posts of ours that everybody sees, oldest first. */
    List<Card> posts();

    /** The newest console that this teacher has before them; nothing if they were never shown one. */
    Optional<Card> console(Someone teacher);

    /** All that this person alone was shown in this room and still sees, oldest first. */
    List<Card> whispers(Someone who);

    /** What reached this person alone to bring them back, oldest first: private messages, where there are such; from other rooms too then. */
    default List<Card> letters(Someone who) {
        return whispers(who);
    }

    /** Somebody goes on with another device of theirs, where the platform does not know by itself whose that is. */
    default void otherDevice(Someone who) {
        throw new UnsupportedOperationException(Feature.DEVICES + " is lacking");
    }

    default Seen command(Someone who, String name) {
        return command(who, name, Map.of());
    }

    /** Somebody presses the first button of this card that has this label and can be pressed. */
    default Seen press(Someone who, Card card, String label) {
        return press(
                who,
                card,
                card.button(label)
                        .orElseThrow(() -> new AssertionError("nothing to press is called " + label + " in " + card)));
    }
}
