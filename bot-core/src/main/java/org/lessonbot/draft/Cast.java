package org.lessonbot.draft;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All that a round of a step needs from models.
 *
 * @param id tells it from other casts of the step
 * @param bank the bank beside whose items it stands
 * @param name in words, where a teacher chooses between several
 * @param roles in the order in which they are shown
 */
public record Cast(String id, String bank, String name, List<Role> roles) {
    public Cast {
        roles = List.copyOf(roles);
    }

    /**
     * The same with each stage called as its model is.
     *
     * @param label by the key of a model; empty for none
     */
    public Cast called(UnaryOperator<String> label) {
        return new Cast(
                id,
                bank,
                name,
                roles.stream()
                        .map(role -> role.called(label.apply(role.model())))
                        .toList());
    }

    /** Whether these models are enough for it. */
    public boolean canBeAsked(Set<String> models) {
        return !roles.isEmpty() && roles.stream().map(Role::model).allMatch(models::contains);
    }
}
