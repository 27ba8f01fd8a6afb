package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.lessonbot.engine.door.Projection;

/** Boards for the projector of lessons that are held in other chats. */
final class LessonBoards {
    private static final String PATH = "/lessons/{lesson}/{mark}";

    private final Projection projection;
    private final LessonSource source;
    private final Links links;
    private final Pages pages;
    private final Streams streams;

    LessonBoards(Projection projection, LessonSource source, Links links, Pages pages, Streams streams) {
        this.projection = projection;
        this.source = source;
        this.links = links;
        this.pages = pages;
        this.streams = streams;
    }

    void routes(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/feed", ctx -> {
            long lesson = admitted(ctx);
            streams.open(
                    ctx,
                    source,
                    Streams.Viewer.board(LessonSource.topic(lesson).room()),
                    List.of(LessonSource.topic(lesson)));
        });
    }

    private void show(Context ctx) {
        Projection.Slide slide = projection.slide(admitted(ctx)).orElseThrow(Refusal::noLink);
        ctx.html(pages.fill(
                "lesson-board",
                Map.of(
                        "title",
                        slide.title(),
                        "path",
                        ctx.path(),
                        "words",
                        Wire.embed(WebWords.ofScripts(pages.words())))));
    }

    private long admitted(Context ctx) {
        String id = ctx.pathParam("lesson");
        if (!id.matches("\\d{1,18}") || !links.isLessonBoard(Long.parseLong(id), ctx.pathParam("mark"))) {
            throw Refusal.noLink();
        }
        return Long.parseLong(id);
    }
}
