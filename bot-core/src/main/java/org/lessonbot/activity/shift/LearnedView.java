package org.lessonbot.activity.shift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.plan.Item;
import org.lessonbot.reward.Axis;
import org.lessonbot.reward.Feature;
import org.lessonbot.reward.Learned;
import org.lessonbot.reward.RewardModel;

/**
 * What a model has learned to like, in words and with ranges. It is a table and no bar chart: these are chances beside each other, no
 * parts of a whole.
 */
public record LearnedView(Scene<?, ?> scene) {
    private static final int ROWS = 6;

    public List<Block> blocks(RewardModel model) {
        List<Learned> learned = model.learned().stream().limit(ROWS).toList();
        if (learned.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Learned one : learned) {
            // Told from the side that is liked.
            boolean more = one.share() >= 0.5;
            double share = more ? one.share() : 1 - one.share();
            double low = more ? one.low() : 1 - one.high();
            double high = more ? one.high() : 1 - one.low();
            rows.add(List.of(
                    what(one.axis(), more),
                    scene.say("shift.of-100", percent(share)),
                    scene.say("close.interval", percent(low), percent(high)),
                    scene.say(one.taste() == Learned.Taste.UNCLEAR ? "shift.unclear" : "shift.liked")));
        }
        return List.of(
                new Block.Table(
                        scene.say("shift.learned"),
                        List.of(
                                scene.say("shift.what"),
                                scene.say("shift.wins"),
                                scene.say("close.range"),
                                scene.say("shift.taste")),
                        rows),
                new Block.Footnote(scene.say("shift.learned-how", Math.round(model.votes()))));
    }

    /** What a response is or does that has more of an axis, or less. */
    String what(Axis axis, boolean more) {
        if (axis instanceof Axis.Values values) {
            Map<String, String> names = names();
            String liked = more ? values.first() : values.second();
            String other = more ? values.second() : values.first();
            return scene.say("shift.value", names.getOrDefault(liked, liked), names.getOrDefault(other, other));
        }
        return scene.say("feature." + ((Feature) axis).word(), more ? "more" : "less");
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Item item : scene.bank().items()) {
            item.values().forEach((key, value) -> names.put(key, value.name()));
        }
        return names;
    }

    static long percent(double share) {
        return Math.round(share * 100);
    }
}
