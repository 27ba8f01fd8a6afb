package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Provenance;

/** Parts of a message that several activities show alike. */
public final class Parts {
    private Parts() {}

    /** How many have answered, and nothing else: all that may be seen before a reveal. */
    public static Block answered(Scene<?, ?> scene, String field) {
        int answered = scene.here().field(field).size();
        int total = Math.max(answered, scene.roster().students().size());
        return new Block.Progress(scene.say("answered", answered, total), answered, total);
    }

    /** What each partner chose, and whether it is what this person chose. */
    public static List<Block> partners(Scene<?, ?> scene, String person, String field, UnaryOperator<String> label) {
        String mine = scene.here().value(person, field).orElse("");
        List<Block> blocks = new ArrayList<>();
        for (String partner : scene.roster().partners(scene.step().pairing(), person)) {
            String name = scene.roster().name(partner);
            String theirs = scene.here().value(partner, field).orElse("");
            if (theirs.isEmpty()) {
                blocks.add(new Block.Text(scene.say("partner.none", name)));
            } else {
                String key = theirs.equals(mine) ? "partner.same" : "partner.other";
                blocks.add(new Block.Text(scene.say(key, name, label.apply(theirs))));
            }
        }
        return blocks;
    }

    /** Where a response comes from, as it stands below it. */
    public static String credit(Words words, Provenance provenance) {
        return switch (provenance.origin()) {
            case WRITTEN -> words.say("credit.written");
            case TEACHER -> words.say("credit.teacher");
            case MODEL ->
                words.say(
                        "credit.model",
                        provenance.model(),
                        provenance.revision(),
                        provenance.sampling(),
                        provenance.date());
        };
    }
}
