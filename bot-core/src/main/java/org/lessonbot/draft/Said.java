package org.lessonbot.draft;

import java.util.List;
import org.lessonbot.models.Answer;
import org.lessonbot.models.Thought;
import org.lessonbot.models.Trouble;
import org.lessonbot.plan.Provenance;

/**
 * What a model answered, as it is kept.
 *
 * @param text what may be shown
 * @param original what the server gave
 * @param thought what it thought likely, place by place; empty if nobody knows
 */
public record Said(
        String text, String original, Provenance provenance, List<Trouble> troubles, List<Thought.Place> thought) {
    public Said {
        troubles = List.copyOf(troubles);
        thought = List.copyOf(thought);
    }

    public static Said of(Answer answer) {
        return new Said(
                answer.text(),
                answer.original(),
                answer.provenance(),
                answer.troubles(),
                answer.thought().map(Thought::places).orElse(List.of()));
    }

    /** Whether a class may be shown it. */
    public boolean usable() {
        return Trouble.allow(text, troubles);
    }
}
