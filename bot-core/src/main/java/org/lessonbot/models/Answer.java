package org.lessonbot.models;

import java.util.List;
import java.util.Optional;
import org.lessonbot.plan.Provenance;

/**
 * What a model answered.
 *
 * @param text what may be shown: without reasoning and marks of a template, cut where it was too long
 * @param original what the server gave as the answer, before anything was taken away
 * @param provenance whose it is; never to be obtained again, because a seed does not reproduce a text
 * @param troubles what whoever reviews it should know
 * @param thought the likeliest words, if they were wanted and given
 */
public record Answer(
        String text, String original, Provenance provenance, List<Trouble> troubles, Optional<Thought> thought) {
    public Answer {
        troubles = List.copyOf(troubles);
    }

    /** Whether a class may be shown it at all. */
    public boolean usable() {
        return Trouble.allow(text, troubles);
    }
}
