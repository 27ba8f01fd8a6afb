package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.Reports;
import org.lessonbot.page.OwnPage;
import org.lessonbot.page.Page;
import org.lessonbot.page.Report;

/**
 * Pages about lessons, to read and to print. Whoever holds an address may, for a day, and each page has addresses of its own: a handout's
 * leads to no report, and a report's to no names.
 */
final class LessonPapers {
    private static final String PASS = "/{lesson}/{until}/{mark}";
    private static final String OWN = "/mine/{lesson}/{who}/{until}/{mark}";

    private final Reports reports;
    private final LessonResults results;
    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Supplier<URI> base;
    private final Clock clock;
    private final Paper report;
    private final Paper named;
    private final Paper handout;
    private final Paper beside;
    private final DayPass own;

    /** One kind of page: where it lies, and what its addresses are good for. */
    private record Paper(String path, DayPass pass) {
        String to(long lesson) {
            return path + "/" + pass.to(Long.toString(lesson));
        }
    }

    /** @param base where the classroom is found, known once it listens */
    LessonPapers(
            Reports reports,
            LessonResults results,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Seal seal,
            Supplier<URI> base,
            Clock clock) {
        this.reports = reports;
        this.results = results;
        this.engine = engine;
        this.base = base;
        this.clock = clock;
        this.report = new Paper("/report", new DayPass(seal, "lesson-report", clock));
        this.named = new Paper("/named-report", new DayPass(seal, "lesson-report-named", clock));
        this.handout = new Paper("/handout", new DayPass(seal, "lesson-handout", clock));
        this.beside = new Paper("/side-by-side", new DayPass(seal, "lessons-beside", clock));
        this.own = new DayPass(seal, "lesson-own", clock);
    }

    URI report(long lesson, boolean names) {
        return at((names ? named : report).to(lesson));
    }

    URI handout(long lesson) {
        return at(handout.to(lesson));
    }

    /** Nothing where the room has held no other lesson. */
    Optional<URI> beside(long lesson) {
        return reports.heldWith(lesson).size() < 2 ? Optional.empty() : Optional.of(at(beside.to(lesson)));
    }

    /** Nothing for somebody who is not in the lesson. The address holds a name by which nobody knows them. */
    Optional<URI> own(long lesson, String person) {
        return reports.pseudonym(lesson, person).map(who -> at("/mine/" + own.to(lesson + "/" + who)));
    }

    private URI at(String path) {
        return base.get().resolve(path);
    }

    void routes(RoutesConfig routes) {
        page(routes, report, (ctx, lesson) -> reports.report(lesson, false, links(lesson), clock.instant()));
        page(routes, named, (ctx, lesson) -> reports.report(lesson, true, links(lesson), clock.instant()));
        page(routes, handout, (ctx, lesson) -> reports.handout(lesson, clock.instant()));
        page(routes, beside, (ctx, lesson) -> reports.besideOfRoom(lesson, chosen(ctx), clock.instant()));
        routes.get(OWN, ctx -> {
            String path = ctx.path();
            OwnPage.Ways ways = new OwnPage.Ways(path + "/page.html", path + "/data.json", path + "/erase");
            show(ctx, mine(ctx).page(Optional.of(ways)));
        });
        routes.get(OWN + "/page.html", ctx -> {
            Page page = mine(ctx).page(Optional.empty());
            ctx.header("Content-Disposition", "attachment; filename=\"lesson-" + ctx.pathParam("lesson") + ".html\"");
            show(ctx, page);
        });
        routes.get(OWN + "/data.json", ctx -> {
            String data = mine(ctx).data();
            ctx.header("Content-Disposition", "attachment; filename=\"lesson-" + ctx.pathParam("lesson") + ".json\"");
            ctx.contentType("application/json").result(data);
        });
        routes.get(OWN + "/erase", ctx -> {
            String path = ctx.path();
            show(ctx, mine(ctx).sure(path, path.replaceFirst("/erase$", "")));
        });
        routes.post(OWN + "/erase", this::erase);
    }

    private Optional<Report.Links> links(long lesson) {
        return Optional.of(new Report.Links(
                handout(lesson).getPath(),
                beside(lesson).map(URI::getPath).orElse(""),
                results.address(lesson).getPath()));
    }

    /** The lessons that somebody chose to see beside each other. */
    private static List<Long> chosen(Context ctx) {
        return ctx.queryParams("lesson").stream()
                .filter(lesson -> lesson.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static void page(RoutesConfig routes, Paper paper, BiFunction<Context, Long, Optional<Page>> content) {
        routes.get(paper.path() + PASS, ctx -> {
            long lesson = lesson(ctx);
            if (!paper.pass().admits(Long.toString(lesson), ctx.pathParam("until"), ctx.pathParam("mark"))) {
                throw Refusal.noLink();
            }
            show(ctx, content.apply(ctx, lesson).orElseThrow(Refusal::noLink));
        });
    }

    private Reports.Own mine(Context ctx) {
        long lesson = lesson(ctx);
        String who = ctx.pathParam("who");
        if (!own.admits(lesson + "/" + who, ctx.pathParam("until"), ctx.pathParam("mark"))) {
            throw Refusal.noLink();
        }
        return reports.own(lesson, who, clock.instant()).orElseThrow(Refusal::noLink);
    }

    /** The same act as the button in the chat that somebody presses who was asked whether they are sure. */
    private void erase(Context ctx) {
        Reports.Own mine = mine(ctx);
        Interaction act = new Interaction(
                "own-page-" + UUID.randomUUID(),
                mine.room(),
                new Person(mine.person(), mine.name(), false),
                clock.instant(),
                new Interaction.Press(Action.of(lesson(ctx), Verb.FORGET_NOW, "")));
        ctx.future(() -> engine.apply(act).thenAccept(reply -> show(ctx, mine.erased(reply))));
    }

    private static long lesson(Context ctx) {
        String lesson = ctx.pathParam("lesson");
        if (!lesson.matches("\\d{1,18}")) {
            throw Refusal.noLink();
        }
        return Long.parseLong(lesson);
    }

    private static void show(Context ctx, Page page) {
        ctx.header("Content-Security-Policy", Page.POLICY + "; form-action 'self'; frame-ancestors 'none'");
        ctx.html(page.html());
    }
}
