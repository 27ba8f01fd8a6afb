package org.lessonbot.page;

import static org.lessonbot.page.Html.element;
import static org.lessonbot.page.Html.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Parts;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.Step;
import org.lessonbot.report.Tally;

/** What one person did in a lesson, for that person alone: what they guessed, where they changed, where they stood against the class. */
public final class OwnPage {
    private final LessonFacts facts;
    private final String person;
    private final List<Kept> kept;

    private OwnPage(LessonFacts facts, String person, List<Kept> kept) {
        this.facts = facts;
        this.person = person;
        this.kept = List.copyOf(kept);
    }

    /**
     * Something that is kept about the person.
     *
     * @param replaced whether it says something else by now
     */
    public record Kept(Entry entry, boolean replaced) {}

    /** What can be done on the page where it is served: to take it away, to have everything erased. */
    public record Ways(String download, String data, String erase) {}

    /**
     * @param kept all that the person entered in this lesson, in the order in which they did
     * @param ways nothing in a file of its own
     */
    public static Page of(LessonFacts facts, String person, List<Kept> kept, Optional<Ways> ways) {
        return new OwnPage(facts, person, kept).page(ways);
    }

    /** Asks once more before everything is erased. */
    public static Page sure(LessonFacts facts, String erase, String back) {
        String body =
                "<section>" + element("h1", facts.say("own.erase")) + element("p", facts.say("engine.forget.sure"))
                        + "<form method=\"post\" action=\"" + escape(erase) + "\"><button>"
                        + escape(facts.say("engine.forget.now"))
                        + "</button></form><p><a href=\"" + escape(back) + "\">" + escape(facts.say("own.back"))
                        + "</a></p></section>";
        return Page.of(facts.words(), "own", facts.say("own.erase"), body);
    }

    /** What became of it. */
    public static Page erased(LessonFacts facts, Message said) {
        String body = "<section>" + new BlockHtml(facts.words(), "h2").paint(said) + "</section>";
        return Page.of(facts.words(), "own", facts.say("own.erase"), body);
    }

    /** The same for programs. */
    public static String data(LessonFacts facts, String person, List<Kept> kept) {
        OwnPage page = new OwnPage(facts, person, kept);
        return Json.write(Map.of(
                        "lesson", facts.plan().title(),
                        "started", facts.lesson().startedAt().toString(),
                        "name", facts.roster().name(person),
                        "entries",
                                kept.stream()
                                        .map(one -> Map.of(
                                                "step", one.entry().step(),
                                                "round", one.entry().round(),
                                                "at", one.entry().at().toString(),
                                                "says", page.recall(one.entry()),
                                                "replaced", one.replaced()))
                                        .toList()))
                + "\n";
    }

    private Page page(Optional<Ways> ways) {
        String title = facts.say("own.page", facts.plan().title());
        String head = "<header>" + element("p", "kind", facts.say("own.kind"))
                + element("h1", facts.plan().title())
                + element(
                        "p",
                        "when",
                        facts.say(
                                "own.when",
                                facts.roster().name(person),
                                facts.said(facts.lesson().startedAt(), "time.pattern")))
                + (facts.goesOn() ? element("p", "so-far", facts.say("own.so-far")) : "")
                + ways.map(this::nav).orElse("") + "</header>\n";
        return Page.of(
                facts.words(),
                "own",
                title,
                head + section("own.guessed", guessed()) + section("own.chose", chose()) + section("own.said", said())
                        + "<footer>" + element("p", facts.say("own.foot")) + "</footer>");
    }

    private String nav(Ways ways) {
        return "<nav><a download href=\"" + escape(ways.download()) + "\">" + escape(facts.say("own.download"))
                + "</a><a download href=\"" + escape(ways.data()) + "\">" + escape(facts.say("own.data"))
                + "</a><a class=\"danger\" href=\"" + escape(ways.erase()) + "\">" + escape(facts.say("own.erase"))
                + "</a></nav>";
    }

    private String section(String title, String content) {
        return content.isEmpty() ? "" : "<section>" + element("h2", facts.say(title)) + content + "</section>\n";
    }

    /** What stage I took each response for, what it was, and how many took it for the same. */
    private String guessed() {
        List<List<String>> rows = new ArrayList<>();
        int right = 0;
        int revealed = 0;
        for (Dealt<StageDeal> round : mine(StageDeal.class, StageMatch.GUESS)) {
            Entries here = facts.of(round.round());
            StageContent content = (StageContent) facts.step(round.round()).content();
            String guess = here.value(person, StageMatch.GUESS).orElse("");
            boolean shown = isRevealed(round, StageMatch.GUESS);
            revealed += shown ? 1 : 0;
            right += shown && guess.equals(round.deal().shown()) ? 1 : 0;
            rows.add(List.of(
                    facts.say("report.reason", Parts.title(round.deal().item().prompt())),
                    content.name(guess),
                    shown ? content.name(round.deal().shown()) : facts.say("own.hidden"),
                    shown ? with(here, StageMatch.GUESS, guess) : ""));
        }
        return rows.isEmpty()
                ? ""
                : (revealed == 0 ? "" : element("p", "lead", facts.say("own.right", right, revealed)))
                        + Html.table(
                                "",
                                "",
                                List.of(
                                        facts.say("own.prompt"),
                                        facts.say("own.my-guess"),
                                        facts.say("own.it-was"),
                                        facts.say("own.class")),
                                rows);
    }

    /** What I chose, whether I changed, and how many chose the same. */
    private String chose() {
        List<List<String>> rows = new ArrayList<>();
        int changed = 0;
        int again = 0;
        for (Dealt<PreferenceDeal> round : mine(PreferenceDeal.class, Preference.VOTE)) {
            Entries here = facts.of(round.round());
            Drawing<?, ?> drawing = facts.drawing(round);
            String vote = here.value(person, Preference.VOTE).orElse("");
            boolean shown = isRevealed(round, Preference.VOTE);
            Optional<String> revote = here.value(person, Preference.REVOTE);
            again += revote.isPresent() ? 1 : 0;
            changed += revote.isPresent() && !revote.get().equals(vote) ? 1 : 0;
            rows.add(List.of(
                    facts.say("report.reason", Parts.title(round.deal().item().prompt())),
                    shown ? drawing.chosen(vote) : side(round.deal(), vote),
                    revote.map(second -> second.equals(vote) ? facts.say("own.kept") : drawing.chosen(second))
                            .orElse("–"),
                    shown ? with(here, Preference.VOTE, vote) : ""));
        }
        return rows.isEmpty()
                ? ""
                : (again == 0 ? "" : element("p", "lead", facts.say("own.changed", changed, again)))
                        + Html.table(
                                "",
                                "",
                                List.of(
                                        facts.say("own.prompt"),
                                        facts.say("own.my-vote"),
                                        facts.say("own.then"),
                                        facts.say("own.class")),
                                rows);
    }

    private String side(PreferenceDeal deal, String vote) {
        if (vote.equals(Preference.TIE)) {
            return facts.say("preference.tie");
        }
        return facts.say(vote.equals(deal.a()) ? "preference.side-a" : "preference.side-b");
    }

    /** How many answered the same as I did; in a club nothing of so few that they could be told. */
    private String with(Entries here, String field, String answer) {
        Tally<String> all = Tally.of(here.byOwner(field).values());
        return facts.lesson().mayCount((int) all.total())
                ? facts.say("own.same", all.count(answer), all.total())
                : facts.say("own.too-few");
    }

    private <D> List<Dealt<D>> mine(Class<D> type, String field) {
        return facts.dealt(type).stream()
                .filter(round -> facts.of(round.round()).value(person, field).isPresent())
                .toList();
    }

    private boolean isRevealed(Dealt<?> round, String field) {
        return facts.mayBeSeen(round, person, field);
    }

    /** Everything else, in words, with what it said before it was changed. */
    private String said() {
        return facts.plan().steps().stream().map(this::said).collect(Collectors.joining());
    }

    private String said(Step step) {
        List<String> lines = kept.stream()
                .filter(one -> one.entry().step().equals(step.id()))
                .map(one -> one.replaced() ? facts.say("own.before", recall(one.entry())) : recall(one.entry()))
                .toList();
        return lines.isEmpty() ? "" : "<article>" + element("h3", step.title()) + Html.items(lines) + "</article>";
    }

    private String recall(Entry entry) {
        return facts.dealt().stream()
                .filter(dealt -> dealt.round().step().equals(entry.step())
                        && dealt.round().number() == entry.round())
                .findFirst()
                .map(dealt -> recall(facts.drawing(dealt), entry))
                .orElse(entry.value());
    }

    private static <C, D> String recall(Drawing<C, D> drawing, Entry entry) {
        return drawing.activity().recall(drawing.scene(), entry);
    }
}
