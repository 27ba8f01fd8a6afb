package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The room itself, for students and with the console for teachers. */
final class Classrooms {
    private final Sessions sessions;
    private final WayBack wayBack;
    private final RoomPages pages;
    private final Acts acts;
    private final Following following;

    Classrooms(Sessions sessions, WayBack wayBack, RoomPages pages, Acts acts, Following following) {
        this.sessions = sessions;
        this.wayBack = wayBack;
        this.pages = pages;
        this.acts = acts;
        this.following = following;
    }

    void routes(RoutesConfig routes) {
        for (Door door : Door.values()) {
            routes.get(door.path(), ctx -> room(ctx, door));
            routes.post(door.path() + "/act", ctx -> acts.handle(ctx, door));
            routes.get(door.path() + "/feed", ctx -> feed(ctx, door));
            routes.post(door.path() + "/bye", ctx -> following.leave(sessions.require(ctx, door), ctx.body()));
        }
        routes.post(Door.TEACHER.path() + "/way-back", wayBack::tell);
    }

    private void feed(Context ctx, Door door) {
        Visitor visitor = sessions.require(ctx, door);
        boolean wasAway = following.open(ctx, visitor);
        if (wasAway && door == Door.CLASS) {
            acts.comeBack(visitor);
        }
    }

    private void room(Context ctx, Door door) {
        Visitor visitor = sessions.require(ctx, door);
        sessions.keep(ctx, door, visitor.room(), visitor.person());
        ctx.html(pages.room(visitor, following.hasConsole(visitor), sessions.pageToken(visitor)));
    }
}
