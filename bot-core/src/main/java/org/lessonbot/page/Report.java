package org.lessonbot.page;

import static org.lessonbot.page.Html.element;
import static org.lessonbot.page.Html.escape;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.activity.Dealt;
import org.lessonbot.chat.Message;
import org.lessonbot.club.Path;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;
import org.lessonbot.plan.Step;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.report.Share;
import org.lessonbot.report.Sway;

/**
 * What became of a lesson, for whoever led it. What was not revealed yet is not in it, so that it may be opened on a projector while
 * the lesson goes on.
 */
public final class Report {
    private final LessonFacts facts;
    private final Timings timings;
    private final Map<String, ItemVotes> votes;

    private Report(LessonFacts facts, Map<String, ItemVotes> votes) {
        this.facts = facts;
        this.votes = votes;
        this.timings = Timings.of(
                facts.lesson(), facts.moves(), facts.lesson().endedAt().orElse(facts.now()));
    }

    /**
     * @param votes how classes voted on items, by the item's id
     * @param links to what goes with it; none in a file of its own
     */
    public static Page of(LessonFacts facts, Map<String, ItemVotes> votes, Optional<Links> links) {
        return new Report(facts, votes).page(links);
    }

    private Page page(Optional<Links> links) {
        String title = facts.say("report.title", facts.plan().title());
        String closed =
                facts.closing().map(close -> blocks("h3").paint(close.room())).orElse("");
        List<Part> parts = new ArrayList<>(List.of(
                new Part("next", facts.say("report.next"), next()),
                new Part("class", facts.say("report.class"), closed),
                new Part("time", facts.say("report.time"), time()),
                new Part("finished", facts.say("report.finished"), finished()),
                new Part("swayed", facts.say("report.swayed"), swayed())));
        facts.plan().steps().forEach(step -> parts.add(step(step)));
        parts.add(new Part("people", facts.say("report.people"), people()));
        List<Part> there =
                parts.stream().filter(part -> !part.content().isEmpty()).toList();
        String body = head(links)
                + contents(there)
                + there.stream().map(this::section).collect(Collectors.joining())
                + foot();
        return Page.of(facts.words(), "report", title, body);
    }

    /** A part of the page, which its reader may fold. */
    private record Part(String id, String title, String content) {}

    /** Where each part lies: on a phone the page is long. */
    private String contents(List<Part> parts) {
        String title = facts.say("report.contents");
        return "<nav id=\"contents\" aria-label=\"" + escape(title) + "\">" + element("h2", title)
                + "<ol role=\"list\">"
                + parts.stream()
                        .map(part ->
                                "<li><a href=\"#" + part.id() + "\" dir=\"auto\">" + escape(part.title()) + "</a></li>")
                        .collect(Collectors.joining())
                + "</ol></nav>\n";
    }

    private String section(Part part) {
        return "<section id=\"" + part.id() + "\"><details class=\"fold\" open><summary>" + element("h2", part.title())
                + "</summary><div class=\"in\">" + part.content()
                + "<a class=\"up\" href=\"#contents\">" + escape(facts.say("report.up"))
                + "</a></div></details></section>\n";
    }

    /**
     * Where what goes with the report lies.
     *
     * @param beside all lessons of the room side by side; empty where there is one
     * @param results files to take away
     */
    public record Links(String handout, String beside, String results) {}

    private String head(Optional<Links> links) {
        Lesson lesson = facts.lesson();
        StringBuilder head = new StringBuilder("<header>");
        head.append(element("p", "kind", facts.say(lesson.isClub() ? "report.of-club" : "report.of-class")));
        head.append(element("h1", facts.plan().title()));
        head.append(element("p", "when", when()));
        if (facts.goesOn()) {
            head.append(element("p", "so-far", facts.say("report.so-far", facts.said(facts.now(), "time.pattern"))));
        }
        head.append("<dl class=\"tiles\">");
        tiles().forEach(tile -> head.append("<div>")
                .append(element("dt", tile.get(0)))
                .append(element("dd", tile.get(1)))
                .append("</div>"));
        head.append("</dl>");
        links.ifPresent(to -> head.append(nav(to)));
        return head.append("</header>\n").toString();
    }

    private String nav(Links to) {
        return "<nav>" + link(to.handout(), "report.link.handout") + link(to.beside(), "report.link.beside")
                + link(to.results(), "report.link.results") + "</nav>";
    }

    private String link(String address, String label) {
        return address.isEmpty() ? "" : "<a href=\"" + escape(address) + "\">" + escape(facts.say(label)) + "</a>";
    }

    private String when() {
        Instant begun = facts.lesson().startedAt();
        Instant end = facts.lesson().endedAt().orElse(facts.now());
        return facts.lesson().isClub()
                ? facts.say(
                        "report.days",
                        facts.said(begun, "time.pattern"),
                        facts.said(end, "time.pattern"),
                        facts.zone().getId())
                : facts.say(
                        "report.day-of",
                        facts.said(begun, "time.pattern"),
                        facts.said(end, "report.clock"),
                        facts.zone().getId());
    }

    private List<List<String>> tiles() {
        Measures measures = Measures.of(facts);
        List<List<String>> tiles = new ArrayList<>();
        tiles.add(List.of(
                facts.say("report.tile.people"),
                facts.say("report.number", facts.students().size())));
        tiles.add(List.of(
                facts.say("report.tile.rounds"),
                facts.say(
                        "report.number",
                        facts.dossier().rounds().stream()
                                .filter(round -> Participation.asks(facts, round))
                                .count())));
        measures.shareRight()
                .ifPresent(share -> tiles.add(
                        List.of(facts.say("report.tile.right"), facts.say("report.percent", Share.percent(share)))));
        measures.agreement()
                .share()
                .ifPresent(share -> tiles.add(
                        List.of(facts.say("report.tile.agreed"), facts.say("report.percent", Share.percent(share)))));
        measures.rating()
                .ifPresent(rating -> tiles.add(List.of(
                        facts.say("report.tile.rating"), facts.say("report.rating", Math.round(rating * 10) / 10.0))));
        return tiles;
    }

    private String next() {
        List<String> lines = new NextTime(facts, timings, votes).lines();
        return lines.isEmpty()
                ? element(
                        "p",
                        facts.say(
                                facts.goesOn()
                                        ? "report.next.nothing-yet"
                                        : facts.lesson().isClub() ? "report.next.nothing-club" : "report.next.nothing"))
                : Html.items(lines);
    }

    private String time() {
        List<Step> timed = facts.plan().steps().stream()
                .filter(step -> step.minutes() > 0 && timings.has(step.id()))
                .toList();
        if (timed.isEmpty()) {
            return "";
        }
        double longest = timed.stream()
                .mapToLong(step -> Math.max(step.minutes(), timings.minutes(step.id())))
                .max()
                .orElse(1);
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Step step : timed) {
            long took = timings.minutes(step.id());
            String planned = facts.say("report.minutes", step.minutes());
            String figure = facts.say("report.took-of", took, step.minutes());
            bars.add(BarChart.Bar.of(step.title(), figure, took)
                    .range(Math.min(took, step.minutes()), Math.max(took, step.minutes())));
            rows.add(List.of(
                    step.title(),
                    planned,
                    facts.say("report.minutes", took),
                    facts.say("report.difference", took - step.minutes())));
        }
        String alt = bars.stream().map(bar -> bar.label() + ": " + bar.figure()).collect(Collectors.joining(", "));
        Said said = new Said(
                facts.say("report.time-title"),
                alt,
                List.of(
                        facts.say("report.step"),
                        facts.say("report.planned"),
                        facts.say("report.took"),
                        facts.say("report.over")),
                rows);
        Scale scale = new Scale(0, Math.max(1, longest), 0, Double.NaN, "");
        return Figure.html(new BarChart(said, bars, scale, facts.say("report.range-planned")), facts.words())
                + element("p", "footnote", facts.say("report.time-how"));
    }

    private String finished() {
        if (!facts.lesson().isClub()) {
            return "";
        }
        Path path = new Path(facts.plan(), facts.dossier().rounds(), facts.progress());
        int all = facts.students().size();
        return Html.items(IntStream.range(0, facts.plan().stretches().size())
                .mapToObj(n -> facts.say(
                        "club.finished-line",
                        facts.plan().stretches().get(n).title(),
                        path.finished(facts.roster(), n).size(),
                        all))
                .toList());
    }

    /** Of reasons that too few read, only how many there are: how few changed would speak of them. */
    private String swayed() {
        if (facts.sways().isEmpty()) {
            return "";
        }
        List<List<String>> rows = facts.sways().stream()
                .filter(Sway::tells)
                .map(sway -> List.of(
                        facts.say(sway.prepared() ? "report.reason-prepared" : "report.reason", sway.text()),
                        chosen(sway),
                        facts.say("report.number", sway.shown()),
                        facts.say("report.of", sway.changed(), sway.shown())))
                .toList();
        long few = facts.sways().stream().filter(sway -> !sway.tells()).count();
        String rest = few == 0
                ? ""
                : element(
                        "p",
                        "footnote",
                        facts.say(rows.isEmpty() ? "club.swayed-none" : "club.swayed-few", few, Lesson.ENOUGH));
        return element("p", facts.say("report.swayed-how"))
                + (rows.isEmpty()
                        ? ""
                        : Html.table(
                                "reasons",
                                "",
                                List.of(
                                        facts.say("report.swayed.reason"),
                                        facts.say("report.swayed.for"),
                                        facts.say("report.swayed.read"),
                                        facts.say("report.swayed.changed")),
                                rows))
                + rest;
    }

    private String chosen(Sway sway) {
        return facts.dealt().stream()
                .filter(dealt -> sway.stop().is(dealt.round()))
                .findFirst()
                .map(dealt -> facts.drawing(dealt).chosen(sway.answer()))
                .orElse(sway.answer());
    }

    private Part step(Step step) {
        List<Dealt<?>> rounds = facts.dealt().stream()
                .filter(dealt -> dealt.round().step().equals(step.id()))
                .<Dealt<?>>map(dealt -> dealt)
                .toList();
        String seen = rounds.stream().map(dealt -> round(dealt, rounds.size())).collect(Collectors.joining());
        String title = facts.say("engine.title", facts.plan().indexOf(step.id()) + 1, step.title());
        return new Part("step-" + step.id(), title, seen);
    }

    private String round(Dealt<?> dealt, int rounds) {
        Message seen = facts.drawing(dealt).report();
        if (seen.isEmpty()) {
            return "";
        }
        Round round = dealt.round();
        String title = rounds > 1 ? element("h3", facts.say("report.round", round.number())) : "";
        return "<article>" + title + blocks(rounds > 1 ? "h4" : "h3").paint(seen) + "</article>\n";
    }

    private BlockHtml blocks(String level) {
        return new BlockHtml(facts.words(), level);
    }

    private String people() {
        return facts.students().isEmpty()
                ? ""
                : element("p", facts.say("report.people-how")) + new Participation(facts).html();
    }

    private String foot() {
        return "<footer>"
                + element("p", facts.say("report.foot", facts.lesson().id(), facts.said(facts.now(), "time.pattern")))
                + "</footer>";
    }
}
