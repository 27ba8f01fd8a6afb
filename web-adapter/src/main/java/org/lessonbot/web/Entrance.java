package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;

/** How a class comes in: by code and a name that each chooses, or by the code with which somebody comes back. */
final class Entrance {
    /** Characters of a name, as many as {@code /lesson join} takes. */
    private static final int NAME = 30;

    private final Rooms rooms;
    private final Sessions sessions;
    private final WayBack wayBack;
    private final JoinPage page;
    private final Acts acts;
    private final Predicate<Context> throttle;

    /** @param throttle whether one more may try to come in now */
    Entrance(Rooms rooms, Sessions sessions, WayBack wayBack, JoinPage page, Acts acts, Predicate<Context> throttle) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.wayBack = wayBack;
        this.page = page;
        this.acts = acts;
        this.throttle = throttle;
    }

    void routes(RoutesConfig routes) {
        routes.get("/", ctx -> show(ctx, "", "", ""));
        routes.get(
                "/join",
                ctx -> show(ctx, Optional.ofNullable(ctx.queryParam("code")).orElse(""), "", ""));
        routes.get("/join/{code}", ctx -> show(ctx, ctx.pathParam("code"), "", ""));
        routes.post("/join", this::enter);
        routes.post("/join/back", this::comeBack);
    }

    private void show(Context ctx, String typed, String name, String fault) {
        sessions.know(ctx);
        Optional<Classroom> room = room(typed);
        boolean unknown = room.isEmpty() && !WebIds.capitals(typed).isEmpty();
        JoinPage.Filled filled = new JoinPage.Filled(
                typed,
                room,
                room.flatMap(there -> sessions.find(ctx, Door.CLASS, there.id())),
                name,
                fault.isEmpty() && unknown ? "web.join.no-room" : fault);
        ctx.status(filled.isFaulty() ? 422 : 200).html(page.html(filled));
    }

    /** The room that somebody meant who typed this as its code. */
    private Optional<Classroom> room(String typed) {
        return rooms.byCode(WebIds.capitals(typed), WebIds::code);
    }

    private void enter(Context ctx) {
        String typed = Optional.ofNullable(ctx.formParam("code")).orElse("");
        String wanted = Optional.ofNullable(ctx.formParam("name")).orElse("");
        if (!isFresh(ctx)) {
            show(ctx, typed, wanted, "web.join.stale");
            return;
        }
        Optional<Classroom> room = room(typed);
        String name = Limits.fit(VisibleText.name(wanted), NAME);
        if (room.isEmpty() || name.isEmpty()) {
            show(ctx, typed, name, room.isEmpty() ? "web.join.no-room" : "web.join.no-name");
            return;
        }
        admit(ctx);
        letIn(ctx, room.get(), sessions.student(ctx, room.get().id(), name));
    }

    /** Whoever has a code of their teacher's is who they were. */
    private void comeBack(Context ctx) {
        String typed = Optional.ofNullable(ctx.formParam("code")).orElse("");
        Optional<Classroom> room = room(typed);
        if (!isFresh(ctx)) {
            show(ctx, typed, "", "web.join.stale");
            return;
        }
        admit(ctx);
        String code = Optional.ofNullable(ctx.formParam("before")).orElse("");
        Optional<Person> person = room.flatMap(there -> wayBack.person(there.id(), code));
        if (room.isEmpty() || person.isEmpty()) {
            show(ctx, typed, "", room.isEmpty() ? "web.join.no-room" : JoinPage.NO_WAY_BACK);
            return;
        }
        letIn(ctx, room.get(), person.get());
    }

    private boolean isFresh(Context ctx) {
        return page.isFresh(Optional.ofNullable(ctx.formParam("token")).orElse(""));
    }

    private void admit(Context ctx) {
        if (!throttle.test(ctx)) {
            throw new Refusal(429, "web.refused.flood");
        }
    }

    private void letIn(Context ctx, Classroom room, Person person) {
        sessions.keep(ctx, Door.CLASS, room, person);
        sessions.knowAnew(ctx);
        acts.enter(new Visitor(Door.CLASS, room, person));
        ctx.redirect(Door.CLASS.path(room.id()), HttpStatus.SEE_OTHER);
    }
}
