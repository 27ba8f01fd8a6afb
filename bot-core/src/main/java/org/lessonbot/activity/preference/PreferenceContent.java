package org.lessonbot.activity.preference;

import java.util.List;
import org.lessonbot.draft.Cast;
import org.lessonbot.draft.Role;
import org.lessonbot.models.Models;
import org.lessonbot.plan.Dispensable;

/**
 * The step's section in the plan.
 *
 * @param bank which bank the items come from
 * @param ask the question above the buttons
 * @param revote what to talk about with one's partner before choosing again
 * @param contrasts pairs of values by which a model can be told to answer; none where it is not to be asked
 */
public record PreferenceContent(
        String bank, String ask, String revote, @Dispensable List<Contrast> contrasts) {
    public PreferenceContent {
        contrasts = List.copyOf(contrasts);
    }

    /** Two values that one prompt can be answered by, both well. */
    public record Contrast(Value first, Value second) {}

    /**
     * A value, and what a model is told to answer by it.
     *
     * @param id the key of its response
     * @param says what it asks for, in the words that students read
     * @param instruct what the model is told before the prompt
     */
    public record Value(String id, String name, String says, String instruct) {
        Role role() {
            return new Role(id, name, says, Models.VALUES, instruct, false);
        }
    }

    /** What one model may be asked for a round, told in two ways. */
    List<Cast> casts() {
        return contrasts.stream()
                .map(contrast -> new Cast(
                        contrast.first.id + "-" + contrast.second.id,
                        bank,
                        contrast.first.name + " · " + contrast.second.name,
                        List.of(contrast.first.role(), contrast.second.role())))
                .toList();
    }
}
