package org.lessonbot.page;

import static org.lessonbot.page.Html.element;
import static org.lessonbot.page.Html.escape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.OwnItem;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.plan.Item;
import org.lessonbot.report.Share;
import org.lessonbot.report.WilsonInterval;

/**
 * Several lessons beside each other: how they went, and what each answered about the same items. It has no names, and of fewer than
 * five answers it says only that these are too few.
 */
public final class SideBySide {
    private final List<LessonFacts> lessons;
    private final List<LessonFacts> offered;
    private final Words words;

    private SideBySide(List<LessonFacts> lessons, List<LessonFacts> offered, Words words) {
        this.lessons = List.copyOf(lessons);
        this.offered = List.copyOf(offered);
        this.words = words;
    }

    /**
     * @param lessons one at least, the oldest first
     * @param words in which the page is written; what items say stays in their lesson's language
     */
    public static Page of(List<LessonFacts> lessons, Words words) {
        return of(lessons, List.of(), words);
    }

    /**
     * The same with a list from which its reader chooses others: the page's address then has a {@code lesson} for each.
     *
     * @param offered what there is to choose from, those that are shown among them
     */
    public static Page of(List<LessonFacts> lessons, List<LessonFacts> offered, Words words) {
        return new SideBySide(lessons, offered, words).page();
    }

    /** Some of all answers of one lesson, such as those that were right; ties may be halves. */
    private record Part(LessonFacts lesson, double some, long all) {
        boolean tells() {
            return all >= Lesson.ENOUGH;
        }
    }

    /**
     * One item, and what each lesson answered about it.
     *
     * @param says what the share is of
     */
    private record Asked(String prompt, String says, List<Part> parts) {}

    private Page page() {
        String title = words.say("beside.title", lessons.size());
        List<String> titles = titles();
        String body = "<header>" + element("p", "kind", words.say("beside.kind")) + element("h1", title)
                + (titles.size() == 1 ? element("p", "lead", titles.get(0)) : "")
                + element("p", "when", words.say("beside.about")) + choose() + "</header>\n"
                + section("beside.lessons", overview(titles.size() > 1))
                + section("beside.trends", trends())
                + section("beside.models", new ModelsBeside(lessons, this::name, words).html())
                + same();
        return Page.of(words, "beside", title, body);
    }

    /** Two lessons are compared in all that the page says, and there are no others. */
    private String choose() {
        if (offered.size() < 3) {
            return "";
        }
        String boxes = offered.stream()
                .map(lesson -> "<label><input type=\"checkbox\" name=\"lesson\" value=\""
                        + lesson.lesson().id() + "\"" + (lessons.contains(lesson) ? " checked" : "") + "> "
                        + element("span", name(lesson)) + "</label>")
                .collect(Collectors.joining());
        return "<details class=\"choose\"><summary>" + escape(words.say("beside.choose"))
                + "</summary><form><fieldset><legend>"
                + escape(words.say("beside.choose-which")) + "</legend>" + boxes + "</fieldset><button>"
                + escape(words.say("beside.choose-these")) + "</button></form></details>";
    }

    private List<String> titles() {
        return lessons.stream().map(lesson -> lesson.plan().title()).distinct().toList();
    }

    /** What several of them were asked. */
    private String same() {
        List<Asked> pairs = pairs();
        List<Asked> stages = stages();
        String both =
                section("beside.pairs", asked(pairs, Double.NaN)) + section("beside.stages", asked(stages, 1 / 3.0));
        return both.isEmpty() && pairs.size() + stages.size() > 0
                ? section("beside.same", element("p", words.say("beside.none")))
                : both;
    }

    private String section(String title, String content) {
        return content.isEmpty() ? "" : "<section>" + element("h2", words.say(title)) + content + "</section>\n";
    }

    private String name(LessonFacts lesson) {
        return words.say(
                "beside.lesson",
                lesson.lesson().id(),
                lesson.said(lesson.lesson().startedAt(), "report.day"));
    }

    private String overview(boolean titled) {
        List<List<String>> rows = lessons.stream()
                .map(lesson -> {
                    Measures measures = Measures.of(lesson);
                    boolean tells = measures.ratings().size() >= Lesson.ENOUGH;
                    return List.of(
                            titled ? name(lesson) + "\n" + lesson.plan().title() : name(lesson),
                            words.say(
                                    lesson.goesOn() ? "beside.goes-on" : "report.number",
                                    lesson.students().size()),
                            words.say(
                                    "report.number",
                                    lesson.dossier().rounds().stream()
                                            .filter(round -> Participation.asks(lesson, round))
                                            .count()),
                            tells
                                    ? words.say(
                                            "report.rating",
                                            Math.round(10 * measures.rating().orElse(0)) / 10.0)
                                    : words.say("beside.too-few"));
                })
                .toList();
        return Html.table(
                "",
                "",
                List.of(
                        words.say("beside.column.lesson"),
                        words.say("beside.column.people"),
                        words.say("beside.column.rounds"),
                        words.say("beside.column.rating")),
                rows);
    }

    private String trends() {
        List<Part> right = new ArrayList<>();
        List<Part> agreed = new ArrayList<>();
        for (LessonFacts lesson : lessons) {
            Measures measures = Measures.of(lesson);
            right.add(new Part(lesson, measures.right(), measures.guesses()));
            agreed.add(new Part(
                    lesson,
                    measures.agreement().agreeing(),
                    measures.agreement().pairs()));
        }
        return chart(words.say("beside.right"), right, Scale.parts(1 / 3.0, words.say("handout.blind")), true)
                // Pairs of people share people, so that no such range would be true of them.
                + chart(words.say("beside.agreed"), agreed, Scale.parts(), false);
    }

    private String asked(List<Asked> items, double line) {
        List<Asked> several =
                items.stream().filter(item -> item.parts().size() > 1).toList();
        StringBuilder html = new StringBuilder();
        for (Asked item : several) {
            Scale scale = Double.isNaN(line)
                    ? Scale.chances(words.say("beside.even"))
                    : Scale.parts(line, words.say("handout.blind"));
            html.append("<article>")
                    .append(element("p", "label", words.say("report.reason", item.prompt())))
                    .append(chart(item.says(), item.parts(), scale, true))
                    .append("</article>");
        }
        int once = items.size() - several.size();
        return html + (several.isEmpty() || once == 0 ? "" : element("p", "footnote", words.say("beside.once", once)));
    }

    /** A bar a lesson, with its range, and one of all together. */
    private String chart(String title, List<Part> parts, Scale scale, boolean ranges) {
        List<Part> telling = parts.stream().filter(Part::tells).toList();
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part.tells()) {
                bars.add(bar(name(part.lesson()), part.some(), part.all(), ranges));
            }
            rows.add(row(name(part.lesson()), part.some(), part.all(), ranges));
        }
        if (telling.size() > 1) {
            double some = telling.stream().mapToDouble(Part::some).sum();
            long all = telling.stream().mapToLong(Part::all).sum();
            bars.add(bar(words.say("beside.all"), some, all, ranges));
            rows.add(row(words.say("beside.all"), some, all, ranges));
        }
        List<String> columns =
                List.of(words.say("beside.column.lesson"), words.say("report.answered"), words.say("close.range"));
        if (bars.isEmpty()) {
            return Html.table("", title, columns, rows);
        }
        int few = parts.size() - telling.size();
        String alt = rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining(", "));
        return Figure.html(
                        new BarChart(
                                new Said(title, alt, columns, rows),
                                bars,
                                scale,
                                ranges ? words.say("report.range") : ""),
                        words)
                + (few == 0 ? "" : element("p", "footnote", words.say("beside.few", few)));
    }

    private BarChart.Bar bar(String label, double some, long all, boolean ranged) {
        BarChart.Bar bar = BarChart.Bar.of(label, figure(some, all), some / all);
        return ranged
                ? WilsonInterval.of(some, all)
                        .map(range -> bar.range(range.low(), range.high()))
                        .orElse(bar)
                : bar;
    }

    private List<String> row(String label, double some, long all, boolean ranged) {
        if (all < Lesson.ENOUGH) {
            return List.of(label, words.say("beside.too-few"), "");
        }
        String range = ranged
                ? WilsonInterval.of(some, all)
                        .map(one -> words.say("close.interval", Share.percent(one.low()), Share.percent(one.high())))
                        .orElse("")
                : "";
        return List.of(label, figure(some, all), range);
    }

    private String figure(double some, long all) {
        return words.say("beside.figure", Share.percent(some / all), all);
    }

    /** Pairs of the bank: votes for the one of two values that comes first by its key, whichever side it stood on. */
    private List<Asked> pairs() {
        return collect(lesson -> {
            Map<String, Asked> items = new LinkedHashMap<>();
            for (Dealt<PreferenceDeal> round : lesson.shown(PreferenceDeal.class, Preference.VOTE)) {
                Item item = round.deal().item();
                Entries here = lesson.of(round.round());
                long all = here.field(Preference.VOTE).size();
                if (all > 0 && !item.request().equals(OwnItem.REQUEST)) {
                    String first = item.keys().get(0);
                    double some =
                            here.count(Preference.VOTE, first) + here.count(Preference.VOTE, Preference.TIE) / 2.0;
                    String says = words.say(
                            "beside.chose",
                            round.deal().name(first),
                            round.deal().name(item.keys().get(1)));
                    items.put(item.id(), new Asked(item.prompt(), says, List.of(new Part(lesson, some, all))));
                }
            }
            return items;
        });
    }

    /** Responses of the bank: guesses that were right, of those who saw the same response. */
    private List<Asked> stages() {
        return collect(lesson -> {
            Map<String, Asked> items = new LinkedHashMap<>();
            for (Dealt<StageDeal> round : lesson.shown(StageDeal.class, StageMatch.GUESS)) {
                Item item = round.deal().item();
                Entries here = lesson.of(round.round());
                long all = here.field(StageMatch.GUESS).size();
                if (all > 0
                        && !item.request().equals(OwnItem.REQUEST)
                        && lesson.step(round.round()).content() instanceof StageContent content) {
                    String shown = round.deal().shown();
                    String says = words.say("beside.recognised", content.name(shown));
                    Part part = new Part(lesson, here.count(StageMatch.GUESS, shown), all);
                    items.put(item.id() + "/" + shown, new Asked(item.prompt(), says, List.of(part)));
                }
            }
            return items;
        });
    }

    private List<Asked> collect(Function<LessonFacts, Map<String, Asked>> asked) {
        Map<String, Asked> all = new LinkedHashMap<>();
        for (LessonFacts lesson : lessons) {
            asked.apply(lesson)
                    .forEach((item, one) -> all.merge(item, one, (before, now) -> {
                        List<Part> parts = new ArrayList<>(before.parts());
                        parts.addAll(now.parts());
                        return new Asked(before.prompt(), before.says(), parts);
                    }));
        }
        return List.copyOf(all.values());
    }
}
