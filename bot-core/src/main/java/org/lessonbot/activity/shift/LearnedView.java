package org.lessonbot.activity.shift;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Block;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Charts;
import org.lessonbot.report.Share;
import org.lessonbot.reward.Learned;
import org.lessonbot.reward.RewardModel;

/** What a model has learned to like, in words and with ranges: chances beside each other, no parts of a whole. */
public record LearnedView(Scene<?, ?> scene) {
    /** What the shift's own reveal has room for. */
    static final int ROWS = 4;

    /** @param most how many lines, of what moves choices most */
    public List<Block> blocks(RewardModel model, int most) {
        List<Learned> learned = model.learned().stream().limit(most).toList();
        if (learned.isEmpty()) {
            return List.of();
        }
        String title = scene.say("shift.learned");
        List<String> columns = List.of(
                scene.say("shift.what"), scene.say("shift.wins"), scene.say("close.range"), scene.say("shift.taste"));
        AxisNames names = names();
        List<BarChart.Bar> bars = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Learned one : learned) {
            // Told from the side that is liked.
            boolean more = one.share() >= 0.5;
            Learned liked = more ? one : one.ofLess();
            boolean unsure = one.taste() == Learned.Taste.UNCLEAR;
            String what = names.of(one.axis(), more);
            String wins = scene.say("shift.of-100", Share.percent(liked.share()));
            String range = scene.say("close.interval", Share.percent(liked.low()), Share.percent(liked.high()));
            String taste = scene.say(unsure ? "shift.unclear" : "shift.liked");
            rows.add(List.of(what, wins, range, taste));
            parts.add(scene.say("chart.learned", what, wins, range, taste));
            BarChart.Bar bar = BarChart.Bar.of(what, wins, liked.share()).range(liked.low(), liked.high());
            bars.add(unsure ? bar.noted("", BarChart.Mark.UNSURE) : bar);
        }
        BarChart picture = new BarChart(
                new Charts(scene.words()).said(title, String.join("; ", parts), columns, rows),
                bars,
                Scale.chances(scene.say("chart.no-difference")),
                scene.say("chart.learned-range"),
                scene.say("chart.unsure"));
        return List.of(
                new Block.Figure(picture, new Block.Table(title, columns, rows)),
                new Block.Footnote(scene.say("shift.learned-how", Math.round(model.votes()))));
    }

    AxisNames names() {
        return new AxisNames(scene.words(), List.of(scene.bank()));
    }
}
