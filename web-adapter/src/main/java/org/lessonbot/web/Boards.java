package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;

/** Boards for the projector of rooms of our own: whoever holds the address sees them. */
final class Boards {
    private static final String PATH = "/board/{room}/{mark}";

    private final Rooms rooms;
    private final Links links;
    private final RoomPages pages;
    private final Following following;

    Boards(Rooms rooms, Links links, RoomPages pages, Following following) {
        this.rooms = rooms;
        this.links = links;
        this.pages = pages;
        this.following = following;
    }

    void routes(RoutesConfig routes) {
        routes.get(PATH, ctx -> ctx.html(pages.board(shown(ctx), ctx.path())));
        routes.get(PATH + "/feed", ctx -> following.openBoard(ctx, shown(ctx)));
    }

    private Classroom shown(Context ctx) {
        return Optional.of(ctx.pathParam("room"))
                .filter(room -> links.isBoard(room, ctx.pathParam("mark")))
                .flatMap(rooms::find)
                .orElseThrow(Refusal::noLink);
    }
}
