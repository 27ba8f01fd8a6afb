package org.lessonbot.page;

import static org.lessonbot.page.Html.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Tastes;
import org.lessonbot.activity.shift.AxisNames;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Share;
import org.lessonbot.reward.Axis;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Learned;
import org.lessonbot.reward.RewardModel;
import org.lessonbot.reward.TwoModels;

/**
 * The models that learned from several classes, beside each other: where they disagree. Of a class in which fewer than five people rated
 * in a shift there is none, since it would speak of each of them.
 */
final class ModelsBeside {
    private static final int CHARTS = 5;

    private final Function<LessonFacts, String> name;
    private final Words words;
    private final AxisNames axes;
    private final List<Trained> trained;
    private final int few;

    /** What a class chose, and the model of it. */
    private record Trained(LessonFacts lesson, List<Choice> pairs, RewardModel model, Map<Axis, Learned> learned) {
        static Trained of(LessonFacts lesson, Tastes tastes) {
            RewardModel model = tastes.model();
            return new Trained(
                    lesson,
                    tastes.choices(),
                    model,
                    model.learned().stream().collect(Collectors.toMap(Learned::axis, Function.identity())));
        }
    }

    /** Two of them. */
    private record Two(Trained one, Trained other, TwoModels models) {
        static Two of(Trained one, Trained other) {
            Map<String, Choice> pairs = new LinkedHashMap<>();
            one.pairs().forEach(pair -> pairs.put(pair.pair(), pair));
            other.pairs().forEach(pair -> pairs.putIfAbsent(pair.pair(), pair));
            return new Two(one, other, TwoModels.of(one.model(), other.model(), pairs.values()));
        }

        double share() {
            return models.pairs() == 0 ? 0 : (double) models.differ() / models.pairs();
        }
    }

    /** @param name what a lesson is called on the page */
    ModelsBeside(List<LessonFacts> lessons, Function<LessonFacts, String> name, Words words) {
        this.name = name;
        this.words = words;
        this.axes = new AxisNames(
                words, lessons.stream().map(lesson -> lesson.edition().bank()).toList());
        List<Trained> trained = new ArrayList<>();
        int few = 0;
        for (LessonFacts lesson : lessons) {
            Tastes tastes = lesson.tastes();
            if (tastes.people() >= Lesson.ENOUGH) {
                trained.add(Trained.of(lesson, tastes));
            } else if (tastes.people() > 0) {
                few++;
            }
        }
        this.trained = List.copyOf(trained);
        this.few = few;
    }

    /** Nothing where fewer than two of the classes rated in a shift. */
    String html() {
        if (trained.size() + few < 2) {
            return "";
        }
        String tooFew = few == 0 ? "" : element("p", "footnote", words.say("beside.models-few", few, Lesson.ENOUGH));
        if (trained.size() < 2) {
            return element("p", words.say("beside.models-none")) + tooFew;
        }
        Two two = farthest();
        return element("p", words.say("beside.models-how")) + element("p", differ(two)) + charts(two) + tooFew;
    }

    /** The two of all that differ on most. */
    private Two farthest() {
        List<Two> all = new ArrayList<>();
        for (int one = 0; one < trained.size(); one++) {
            for (int other = one + 1; other < trained.size(); other++) {
                all.add(Two.of(trained.get(one), trained.get(other)));
            }
        }
        return all.stream().max(Comparator.comparingDouble(Two::share)).orElseThrow();
    }

    private String differ(Two two) {
        return words.say(
                trained.size() == 2 ? "beside.models-two" : "beside.models-most",
                name.apply(two.one().lesson()),
                name.apply(two.other().lesson()),
                two.models().differ(),
                two.models().pairs());
    }

    private String charts(Two two) {
        return two.models().apart().stream()
                .limit(CHARTS)
                .map(apart -> chart(
                                apart.axis(),
                                apart.one().share() + apart.other().share() >= 1)
                        + (apart.mayBeChance() ? element("p", "footnote", words.say("beside.models-chance")) : ""))
                .map(chart -> "<article>" + chart + "</article>")
                .collect(Collectors.joining());
    }

    /** How often each model chooses a response that has more of an axis, or less. */
    private String chart(Axis axis, boolean more) {
        String title = words.say("beside.models-axis", axes.of(axis, more));
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Trained one : trained) {
            Optional.ofNullable(one.learned().get(axis)).ifPresent(learned -> {
                Learned told = more ? learned : learned.ofLess();
                String lesson = name.apply(one.lesson());
                String chosen = words.say("shift.of-100", Share.percent(told.share()));
                bars.add(BarChart.Bar.of(lesson, chosen, told.share()).range(told.low(), told.high()));
                rows.add(List.of(
                        lesson,
                        chosen,
                        words.say("close.interval", Share.percent(told.low()), Share.percent(told.high()))));
            });
        }
        String alt = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
        List<String> columns =
                List.of(words.say("beside.column.lesson"), words.say("shift.wins"), words.say("close.range"));
        return Figure.html(
                new BarChart(
                        new Said(title, alt, columns, rows),
                        bars,
                        Scale.chances(words.say("chart.no-difference")),
                        words.say("beside.models-range")),
                words);
    }
}
