package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;

/** How teachers come in: whoever holds a room's link teaches there. */
final class TeachersDoor {
    private final Rooms rooms;
    private final Links links;
    private final Sessions sessions;
    private final Words words;

    TeachersDoor(Rooms rooms, Links links, Sessions sessions, Words words) {
        this.rooms = rooms;
        this.links = links;
        this.sessions = sessions;
        this.words = words;
    }

    void routes(RoutesConfig routes) {
        routes.get("/t/{room}/{mark}", this::teach);
    }

    private void teach(Context ctx) {
        String mark = ctx.pathParam("mark");
        Classroom room = rooms.find(ctx.pathParam("room")).orElseThrow(Refusal::noLink);
        if (!links.isTeachers(room, mark)) {
            throw links.wasTeachers(room, mark) ? new Refusal(410, "web.refused.renewed") : Refusal.noLink();
        }
        sessions.keep(ctx, Door.TEACHER, room, sessions.teacher(ctx, room.id(), words.say("web.teacher")));
        ctx.redirect(Door.TEACHER.path(room.id()), HttpStatus.SEE_OTHER);
    }
}
