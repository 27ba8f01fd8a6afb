package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;

/** Another teachers' link in the place of one that came into wrong hands. Whoever came in by that is out, wherever they are. */
final class Renewal {
    private final Rooms rooms;
    private final Sessions sessions;
    private final Links links;
    private final Attendance attendance;
    private final Words words;

    Renewal(Rooms rooms, Sessions sessions, Links links, Attendance attendance, Words words) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.links = links;
        this.attendance = attendance;
        this.words = words;
    }

    void routes(RoutesConfig routes) {
        routes.post(Door.TEACHER.path() + "/renew", this::renew);
    }

    private void renew(Context ctx) {
        Visitor teacher = sessions.requirePage(ctx, Door.TEACHER);
        Classroom room = rooms.renew(teacher.room()).orElseThrow(() -> new Refusal(401, "web.refused.teacher"));
        sessions.keep(ctx, Door.TEACHER, room, teacher.person());
        attendance.lookSoon(room.id());
        ctx.contentType("application/json")
                .result(Wire.write(new Wire.Link(links.teacher(room).toString(), words.say("web.renew.done"))));
    }
}
