package org.lessonbot.activity.shift;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.picture.DotPlot;
import org.lessonbot.picture.Range;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Charts;
import org.lessonbot.report.Share;
import org.lessonbot.reward.Learned;
import org.lessonbot.reward.TwoModels;

/** What the models of two parts of a class disagree on. */
record HalvesView(Scene<?, ?> scene, AxisNames names) {
    /** Of what they are farthest apart on: the close says much else. */
    private static final int ROWS = 2;

    List<Block> blocks(Halves halves) {
        if (halves.models().isEmpty()) {
            return halves.groups()
                    .<List<Block>>map(groups -> List.of(
                            new Block.Text(scene.say("model.groups-few", groups.one(), groups.other(), Lesson.ENOUGH))))
                    .orElse(List.of());
        }
        TwoModels models = halves.models().get();
        List<Block> blocks = new ArrayList<>(List.of(new Block.Text(halves.groups()
                .map(groups -> scene.say("model.groups", models.differ(), models.pairs(), groups.one(), groups.other()))
                .orElseGet(() -> scene.say("model.halves", models.differ(), models.pairs())))));
        List<TwoModels.Apart> apart = models.apart().stream().limit(ROWS).toList();
        if (!apart.isEmpty()) {
            String one = halves.groups().map(Groups.Named::one).orElseGet(() -> scene.say("model.half-one"));
            String other = halves.groups().map(Groups.Named::other).orElseGet(() -> scene.say("model.half-other"));
            blocks.add(figure(apart, one, other));
        }
        return blocks;
    }

    private Block figure(List<TwoModels.Apart> apart, String one, String other) {
        List<DotPlot.Pair> pairs = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (TwoModels.Apart each : apart) {
            // Told from the side that both together like more.
            boolean more = each.one().share() + each.other().share() >= 1;
            Learned first = more ? each.one() : each.one().ofLess();
            Learned second = more ? each.other() : each.other().ofLess();
            String what = names.of(each.axis(), more);
            String so = scene.say(each.mayBeChance() ? "model.chance" : "model.clear");
            pairs.add(new DotPlot.Pair(
                    what,
                    scene.say("model.apart-figure", Share.percent(first.share()), Share.percent(second.share())),
                    so,
                    dot(first),
                    dot(second)));
            parts.add(scene.say("model.apart-part", what, one, of100(first), other, of100(second), so));
            rows.add(List.of(what, of100(first), of100(second), so));
        }
        String title = scene.say("model.apart");
        List<String> columns = List.of(scene.say("model.apart-what"), one, other, scene.say("shift.taste"));
        DotPlot picture = new DotPlot(
                new Charts(scene.words()).said(title, String.join("; ", parts), columns, rows),
                pairs,
                Scale.chances(scene.say("chart.no-difference")),
                one,
                other,
                scene.say("chart.learned-range"));
        return new Block.Figure(picture, new Block.Table(title, columns, rows));
    }

    private String of100(Learned learned) {
        return scene.say("shift.of-100", Share.percent(learned.share()));
    }

    private static DotPlot.Dot dot(Learned learned) {
        return new DotPlot.Dot(learned.share(), new Range(learned.low(), learned.high()));
    }
}
