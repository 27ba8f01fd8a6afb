package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.page.Html;
import org.lessonbot.web.tables.People;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;

/** How people come in: students by code and a name they choose, teachers by their link. */
final class Entrance {
    /** How long a page may lie open before its form is sent. */
    private static final int TOKEN_S = 12 * 60 * 60;

    /** Characters of a name, as many as {@code /lesson join} takes. */
    private static final int NAME = 30;

    private static final String FORM = "enter";
    private static final String NO_WAY_BACK = "web.join.no-way-back";

    private final Rooms rooms;
    private final People people;
    private final Sessions sessions;
    private final WayBack wayBack;
    private final Seal seal;
    private final Links links;
    private final Pages pages;
    private final Words words;
    private final Acts acts;
    private final Predicate<Context> throttle;
    private final Clock clock;

    Entrance(
            Rooms rooms,
            People people,
            Sessions sessions,
            WayBack wayBack,
            Seal seal,
            Links links,
            Pages pages,
            Words words,
            Acts acts,
            Predicate<Context> throttle,
            Clock clock) {
        this.rooms = rooms;
        this.people = people;
        this.sessions = sessions;
        this.wayBack = wayBack;
        this.seal = seal;
        this.links = links;
        this.pages = pages;
        this.words = words;
        this.acts = acts;
        this.throttle = throttle;
        this.clock = clock;
    }

    void routes(RoutesConfig routes) {
        routes.get("/", ctx -> show(ctx, "", "", ""));
        routes.get(
                "/join",
                ctx -> show(ctx, Optional.ofNullable(ctx.queryParam("code")).orElse(""), "", ""));
        routes.get("/join/{code}", ctx -> show(ctx, ctx.pathParam("code"), "", ""));
        routes.post("/join", this::enter);
        routes.post("/join/back", this::comeBack);
        routes.get("/t/{room}/{mark}", this::teach);
    }

    private void show(Context ctx, String typed, String name, String fault) {
        sessions.know(ctx);
        Optional<Classroom> room = room(typed);
        Optional<Visitor> known = room.flatMap(there -> sessions.find(ctx, Door.CLASS, there.id()));
        String code = room.map(Classroom::code).orElseGet(() -> WebIds.capitals(typed));
        String problem = fault.isEmpty() && !code.isEmpty() && room.isEmpty() ? "web.join.no-room" : fault;
        String ends = Long.toString(clock.instant().getEpochSecond() + TOKEN_S);
        Map<String, String> values = new HashMap<>();
        // Whoever came by the link or the QR code has only a name to type.
        values.put("where", pages.fill(room.isPresent() ? "join-known" : "join-code", Map.of("code", code)));
        values.put("code", code);
        values.put("intro", words.say(room.isPresent() ? "web.join.intro-known" : "web.join.intro"));
        values.put("focus", room.isPresent() ? " autofocus" : "");
        values.put("elsewhere", room.isPresent() ? elsewhere() : "");
        values.put("name", name);
        values.put("token", ends + "." + seal.mark(FORM, ends));
        values.put("problem", problem.isEmpty() ? "" : fault("form-problem", problem));
        values.put("title", room.map(Classroom::name).orElse(words.say("web.join.title")));
        values.put("again", known.map(this::goOn).orElse(""));
        String form = pages.fill("join-form", values);
        values.put(
                "form",
                known.map(visitor -> folded("web.join.somebody-else", form, !problem.isEmpty()))
                        .orElse(form));
        values.put(
                "before",
                room.isPresent()
                        ? folded("web.join.before", pages.fill("join-before", values), problem.equals(NO_WAY_BACK))
                        : "");
        ctx.status(problem.isEmpty() ? 200 : 422).html(pages.fill("join", values));
    }

    /** The room that somebody meant who typed this as its code. */
    private Optional<Classroom> room(String typed) {
        return rooms.byCode(WebIds.capitals(typed), WebIds::code);
    }

    private String folded(String title, String part, boolean isOpen) {
        return "<details class=\"fold\"" + (isOpen ? " open" : "") + "><summary>" + Html.escape(words.say(title))
                + "</summary>" + part + "</details>";
    }

    private String elsewhere() {
        return "<p class=\"note\"><a href=\"/\">" + Html.escape(words.say("web.join.elsewhere")) + "</a></p>";
    }

    private String goOn(Visitor visitor) {
        return "<p class=\"again\"><a class=\"button primary\" href=\""
                + Door.CLASS.path(visitor.room().id()) + "\">"
                + Html.escape(words.say("web.join.again", visitor.person().name())) + "</a></p>";
    }

    private String fault(String id, String key) {
        return "<p class=\"error\" role=\"alert\" id=\"" + id + "\">" + Html.escape(words.say(key)) + "</p>";
    }

    private void enter(Context ctx) {
        String typed = Optional.ofNullable(ctx.formParam("code")).orElse("");
        String wanted = Optional.ofNullable(ctx.formParam("name")).orElse("");
        if (!isFresh(Optional.ofNullable(ctx.formParam("token")).orElse(""))) {
            show(ctx, typed, wanted, "web.join.stale");
            return;
        }
        Optional<Classroom> room = room(typed);
        String name = Limits.fit(VisibleText.name(wanted), NAME);
        if (room.isEmpty() || name.isEmpty()) {
            show(ctx, typed, name, room.isEmpty() ? "web.join.no-room" : "web.join.no-name");
            return;
        }
        if (!throttle.test(ctx)) {
            throw new Refusal(429, "web.refused.flood");
        }
        String id = room.get().id();
        Person person = sessions.find(ctx, Door.CLASS, id)
                .map(Visitor::person)
                .filter(known -> isCalled(known, name))
                .orElseGet(() -> people.enter(id, sessions.newcomer(ctx, id, name), name, false));
        letIn(ctx, room.get(), person);
    }

    /** Whether somebody who types this name is this person: a number may have been put behind it. */
    private static boolean isCalled(Person known, String name) {
        String called = known.name().toLowerCase(Locale.ROOT);
        String typed = name.toLowerCase(Locale.ROOT);
        return called.equals(typed) || called.replaceFirst(" [0-9]+$", "").equals(typed);
    }

    private void letIn(Context ctx, Classroom room, Person person) {
        sessions.keep(ctx, Door.CLASS, room, person);
        sessions.knowAnew(ctx);
        acts.enter(new Visitor(Door.CLASS, room, person));
        ctx.redirect(Door.CLASS.path(room.id()), HttpStatus.SEE_OTHER);
    }

    /** Whoever has a code of their teacher's is who they were. */
    private void comeBack(Context ctx) {
        String typed = Optional.ofNullable(ctx.formParam("code")).orElse("");
        Optional<Classroom> room = room(typed);
        if (!isFresh(Optional.ofNullable(ctx.formParam("token")).orElse(""))) {
            show(ctx, typed, "", "web.join.stale");
            return;
        }
        if (!throttle.test(ctx)) {
            throw new Refusal(429, "web.refused.flood");
        }
        String code = Optional.ofNullable(ctx.formParam("before")).orElse("");
        Optional<Person> person = room.flatMap(there -> wayBack.person(there.id(), code));
        if (room.isEmpty() || person.isEmpty()) {
            show(ctx, typed, "", room.isEmpty() ? "web.join.no-room" : NO_WAY_BACK);
            return;
        }
        letIn(ctx, room.get(), person.get());
    }

    private boolean isFresh(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 2
                && seal.fits(FORM, parts[0], parts[1])
                && Long.parseLong(parts[0]) >= clock.instant().getEpochSecond();
    }

    private void teach(Context ctx) {
        String id = ctx.pathParam("room");
        String mark = ctx.pathParam("mark");
        Classroom room = rooms.find(id).orElseThrow(Refusal::noLink);
        if (!links.isTeachers(room, mark)) {
            throw links.wasTeachers(room, mark) ? new Refusal(410, "web.refused.renewed") : Refusal.noLink();
        }
        Person teacher = sessions.find(ctx, Door.TEACHER, id)
                .map(Visitor::person)
                .orElseGet(() -> people.enter(id, WebIds.freshPerson(), words.say("web.teacher"), true));
        sessions.keep(ctx, Door.TEACHER, room, teacher);
        ctx.redirect(Door.TEACHER.path(id), HttpStatus.SEE_OTHER);
    }
}
