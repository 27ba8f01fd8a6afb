package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.door.Projection;

/** Boards for the projector of lessons that are held in other chats. */
final class LessonBoards {
    private static final String PATH = "/lessons/{lesson}/{mark}";
    private static final String PURPOSE = "lesson-board";

    private final Projection projection;
    private final LessonSource source;
    private final Seal seal;
    private final Supplier<URI> base;
    private final Pages pages;
    private final Words words;
    private final Streams streams;

    /** @param base where the classroom is found, known once it listens */
    LessonBoards(
            Projection projection,
            LessonSource source,
            Seal seal,
            Supplier<URI> base,
            Pages pages,
            Words words,
            Streams streams) {
        this.projection = projection;
        this.source = source;
        this.seal = seal;
        this.base = base;
        this.pages = pages;
        this.words = words;
        this.streams = streams;
    }

    URI address(long lesson) {
        String id = Long.toString(lesson);
        return base.get().resolve("/lessons/" + id + "/" + seal.mark(PURPOSE, id));
    }

    void routes(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/feed", ctx -> {
            long lesson = admitted(ctx);
            streams.open(
                    ctx,
                    source,
                    Streams.Viewer.board(LessonSource.topic(lesson).room()),
                    List.of(LessonSource.topic(lesson)),
                    Wire.Shown::toBoard);
        });
    }

    private void show(Context ctx) {
        Projection.Slide slide = projection.slide(admitted(ctx)).orElseThrow(Refusal::noLink);
        ctx.html(pages.fill(
                "lesson-board",
                Map.of("title", slide.title(), "path", ctx.path(), "words", Wire.embed(WebWords.ofScripts(words)))));
    }

    private long admitted(Context ctx) {
        String id = ctx.pathParam("lesson");
        if (!id.matches("\\d{1,18}") || !seal.fits(PURPOSE, id, ctx.pathParam("mark"))) {
            throw Refusal.noLink();
        }
        return Long.parseLong(id);
    }
}
