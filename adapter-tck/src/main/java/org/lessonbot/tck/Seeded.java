package org.lessonbot.tck;

import java.util.HashMap;
import java.util.Map;
import org.lessonbot.chat.Interaction;

/** Takes chance out of a lesson: whoever starts one in a test starts the same one in every run. */
public final class Seeded {
    private static final String SEED = "7";

    private Seeded() {}

    /** The same interaction; a start with the seed. */
    public static Interaction of(Interaction interaction) {
        if (!(interaction.act() instanceof Interaction.Command command)
                || !command.name().equals("start")) {
            return interaction;
        }
        Map<String, String> options = new HashMap<>(command.options());
        options.put("seed", SEED);
        return new Interaction(
                interaction.id(),
                interaction.room(),
                interaction.person(),
                interaction.at(),
                new Interaction.Command("start", options, command.left(), command.picked()));
    }
}
