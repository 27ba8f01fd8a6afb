package org.lessonbot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.engine.door.Results;
import org.lessonbot.report.Export;

/** What a class answered, to take away. Whoever holds the address may, for a day: it is whispered to teachers alone. */
final class LessonResults {
    private static final String PATH = "/results/{lesson}/{until}/{mark}";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Results results;
    private final DayPass pass;
    private final Supplier<URI> base;
    private final Pages pages;

    /** @param base where the classroom is found, known once it listens */
    LessonResults(Results results, Seal seal, Supplier<URI> base, Pages pages, Clock clock) {
        this.results = results;
        this.pass = new DayPass(seal, "lesson-results", clock);
        this.base = base;
        this.pages = pages;
    }

    URI address(long lesson) {
        return base.get().resolve("/results/" + pass.to(Long.toString(lesson)));
    }

    void routes(RoutesConfig routes) {
        routes.get(PATH, this::show);
        table(routes, "answers", Export::rows);
        table(routes, "students", Export::students);
        table(routes, "reasons", Export::reasons);
        file(routes, "lesson.json", "application/json", export -> export.json().getBytes(UTF_8));
        file(routes, "lesson.xlsx", XLSX, export -> export.workbook(pages.words()));
    }

    private void show(Context ctx) {
        admitted(ctx);
        ctx.html(pages.fill("lesson-results", Map.of("path", ctx.path())));
    }

    private void table(RoutesConfig routes, String name, BiFunction<Export, Export.Separator, String> content) {
        file(
                routes,
                name + ".csv",
                CSV,
                export -> content.apply(export, Export.Separator.COMMA).getBytes(UTF_8));
        file(
                routes,
                name + "-semicolons.csv",
                CSV,
                export -> content.apply(export, Export.Separator.SEMICOLON).getBytes(UTF_8));
    }

    private void file(RoutesConfig routes, String name, String type, Function<Export, byte[]> content) {
        routes.get(PATH + "/" + name, ctx -> {
            long lesson = admitted(ctx);
            byte[] file = results.lesson(lesson, false).map(content).orElseThrow(Refusal::noLink);
            ctx.header("Content-Disposition", "attachment; filename=\"lesson-" + lesson + "-" + name + "\"");
            ctx.contentType(type).result(file);
        });
    }

    private long admitted(Context ctx) {
        String lesson = ctx.pathParam("lesson");
        if (!lesson.matches("\\d{1,18}") || !pass.admits(lesson, ctx.pathParam("until"), ctx.pathParam("mark"))) {
            throw Refusal.noLink();
        }
        return Long.parseLong(lesson);
    }
}
