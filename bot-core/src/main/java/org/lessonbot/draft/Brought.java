package org.lessonbot.draft;

import java.util.List;
import org.lessonbot.models.Thought;
import org.lessonbot.plan.Item;

/**
 * A prompt with its responses for one round that comes from no bank.
 *
 * @param draft the number of the draft that it was; 0 if a teacher wrote it
 * @param thought what the base thought likely, place by place; empty if nobody knows
 */
public record Brought(Item item, long draft, List<Thought.Place> thought) {
    public Brought {
        thought = List.copyOf(thought);
    }

    /** One that a teacher wrote. */
    public static Brought byTeacher(Item item) {
        return new Brought(item, 0, List.of());
    }
}
