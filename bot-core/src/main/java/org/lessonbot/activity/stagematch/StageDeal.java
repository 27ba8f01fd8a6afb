package org.lessonbot.activity.stagematch;

import java.util.List;
import org.lessonbot.models.Thought;
import org.lessonbot.plan.Item;

/**
 * One round of Stage Matcher.
 *
 * @param shown the stage whose response is shown before the reveal
 * @param thought what the base thought likely at each place of its response; empty where nobody knows
 */
public record StageDeal(Item item, String shown, List<Thought.Place> thought) {
    public StageDeal {
        thought = List.copyOf(thought);
    }

    /** One of which nobody knows what the base thought. */
    public StageDeal(Item item, String shown) {
        this(item, shown, List.of());
    }
}
