package org.lessonbot.page;

import static org.lessonbot.page.Html.element;

import java.util.List;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.activity.close.CloseContent;
import org.lessonbot.activity.investigate.InvestigateDeal;
import org.lessonbot.chat.Limits;
import org.lessonbot.report.Share;

/** One page for the class to take home: what it did, in its own pictures, and what it wanted to know. It names nobody. */
public final class Handout {
    /** Characters of what is quoted: the page stays one page whatever people wrote. */
    private static final int QUOTED = 150;

    private static final int MOST = 3;
    private static final int ONE_LINE = 90;
    private static final int OTHERS = 2;

    private final LessonFacts facts;
    private final ClassPictures pictures;

    private Handout(LessonFacts facts) {
        this.facts = facts;
        this.pictures = new ClassPictures(facts);
    }

    public static Page of(LessonFacts facts) {
        return new Handout(facts).page();
    }

    private Page page() {
        String head = "<header>"
                + element(
                        "p",
                        "kind",
                        facts.say("handout.kind", facts.said(facts.lesson().startedAt(), "handout.day")))
                + element("h1", facts.plan().title())
                + element(
                        "p", "lead", facts.say("handout.lead", facts.students().size())) + "</header>\n";
        String home = "<section>" + element("h2", facts.say("handout.home"))
                + Html.items(List.of(
                        facts.say("handout.home.stages"),
                        facts.say("handout.home.people"),
                        facts.say("handout.home.ask")))
                + "</section>\n";
        return Page.of(
                facts.words(),
                "handout",
                facts.say("handout.title", facts.plan().title()),
                head + "<div class=\"halves\">" + guessed() + divided() + "</div>\n" + asked() + home + thanks());
    }

    private String guessed() {
        Measures measures = Measures.of(facts);
        return pictures.confused()
                .or(pictures::recognised)
                .map(picture -> "<section>" + Figure.plain(picture)
                        + element(
                                "p",
                                facts.say(
                                        "handout.guessed",
                                        Share.percent(measures.shareRight().orElse(0)),
                                        33))
                        + "</section>")
                .orElse("");
    }

    private String divided() {
        Measures measures = Measures.of(facts);
        return pictures.mostDivided()
                .map(round -> "<section>" + Figure.plain(pictures.chosen(round, facts.say("handout.divided")))
                        + element(
                                "p",
                                "note",
                                facts.say(
                                        "report.reason",
                                        Limits.fit(round.deal().item().prompt(), QUOTED)))
                        + (measures.agreement().share().isEmpty()
                                ? ""
                                : element(
                                        "p",
                                        facts.say(
                                                "handout.agreed",
                                                Math.round(10
                                                        * measures.agreement()
                                                                .share()
                                                                .getAsDouble()))))
                        + "</section>")
                .orElse("");
    }

    /** What the class investigated, and what else it asked most. */
    private String asked() {
        QuestionBoard board =
                QuestionBoard.of(facts.lesson(), facts.plan(), facts.dossier().entries());
        List<String> chosen = facts.dealt(InvestigateDeal.class).stream()
                .flatMap(round -> round
                        .deal()
                        .questions(
                                board,
                                facts.dossier()
                                        .entries()
                                        .round(
                                                round.round().step(),
                                                round.round().number()),
                                "")
                        .stream())
                .filter(question -> !question.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        List<String> others = board.visible().stream()
                .filter(posted -> posted.upvotes() > 0 && !chosen.contains(posted.text()))
                .map(Posted::text)
                .distinct()
                .limit(OTHERS)
                .toList();
        if (chosen.isEmpty() && others.isEmpty()) {
            return "";
        }
        StringBuilder asked = new StringBuilder("<section class=\"question\">");
        if (!chosen.isEmpty()) {
            asked.append(element("h2", facts.say("close.investigated", chosen.size())));
            chosen.forEach(question -> asked.append(
                    element("p", "chosen", Limits.fit(question, chosen.size() > 1 ? QUOTED : 2 * QUOTED))));
        }
        if (!others.isEmpty()) {
            asked.append(element("h3", facts.say("handout.others")))
                    .append(Html.items(others.stream()
                            .map(question -> Limits.fit(question, ONE_LINE))
                            .toList()));
        }
        return asked.append("</section>\n").toString();
    }

    private String thanks() {
        return facts.plan().steps().stream()
                .filter(step -> step.content() instanceof CloseContent)
                .map(step -> "<footer>" + element("p", ((CloseContent) step.content()).thanks()) + "</footer>")
                .findFirst()
                .orElse("");
    }
}
