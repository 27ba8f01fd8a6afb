package org.lessonbot.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.Rooms;
import org.lessonbot.web.tables.Rooms.Classroom;
import org.lessonbot.web.tables.Topic;

/** The room itself, for students and with the console for teachers, and the board for the projector. */
final class Classrooms {
    private static final String BOARD = "/board/{room}/{mark}";

    private final Rooms rooms;
    private final Sessions sessions;
    private final Seal seal;
    private final Links links;
    private final Pages pages;
    private final Words words;
    private final Acts acts;
    private final Feed feed;
    private final Streams streams;
    private final Attendance attendance;
    private final WayBack wayBack;

    Classrooms(
            Rooms rooms,
            Sessions sessions,
            Seal seal,
            Links links,
            Pages pages,
            Words words,
            Acts acts,
            Feed feed,
            Streams streams,
            Attendance attendance,
            WayBack wayBack) {
        this.rooms = rooms;
        this.sessions = sessions;
        this.seal = seal;
        this.links = links;
        this.pages = pages;
        this.words = words;
        this.acts = acts;
        this.feed = feed;
        this.streams = streams;
        this.attendance = attendance;
        this.wayBack = wayBack;
    }

    void routes(RoutesConfig routes) {
        for (Door door : Door.values()) {
            routes.get(door.path(), ctx -> room(ctx, door));
            routes.post(door.path() + "/act", ctx -> acts.handle(ctx, door));
            routes.get(door.path() + "/feed", ctx -> feed(ctx, door));
            routes.post(door.path() + "/bye", ctx -> attendance.leaves(sessions.require(ctx, door), ctx.body()));
        }
        routes.post(Door.TEACHER.path() + "/way-back", wayBack::tell);
        routes.get(BOARD, this::board);
        routes.get(BOARD + "/feed", ctx -> {
            Topic topic = Topic.room(onBoard(ctx).id());
            streams.open(ctx, feed, Streams.Viewer.board(topic.room()), List.of(topic), Wire.Shown::toBoard);
            attendance.lookSoon(topic.room());
        });
    }

    private void feed(Context ctx, Door door) {
        Visitor visitor = sessions.require(ctx, door);
        boolean wasAway = attendance.comes(visitor);
        streams.open(ctx, feed, Streams.Viewer.of(visitor), visitor.topics(), Wire.Shown::toPeople);
        attendance.lookSoon(visitor.room().id());
        if (wasAway && door == Door.CLASS) {
            acts.comeBack(visitor);
        }
    }

    private void room(Context ctx, Door door) {
        Visitor visitor = sessions.require(ctx, door);
        Classroom room = visitor.room();
        sessions.keep(ctx, door, room, visitor.person());
        Map<String, String> values = new HashMap<>();
        values.put("room", room.name());
        values.put("code", room.code());
        values.put("name", visitor.person().name());
        values.put("path", door.path(room.id()));
        values.put("token", sessions.pageToken(visitor));
        // Whoever came in with the class and was asked to lead too has a console of their own for as long.
        boolean teaches = door == Door.TEACHER || feed.console(visitor.own()).isPresent();
        values.put("door", door.name().toLowerCase(Locale.ROOT));
        values.put("looks", teaches ? "teaches" : "learns");
        values.put("empty", words.say(teaches ? "web.room.empty-teacher" : "web.room.empty"));
        values.put("console", teaches ? console(room, door) : "");
        values.put("words", Wire.embed(WebWords.ofScripts(words)));
        values.put("commands", Wire.embed(suggestions(teaches)));
        ctx.html(pages.fill("room", values));
    }

    private String console(Classroom room, Door door) {
        return pages.fill(
                "console",
                Map.of(
                        "qr",
                        qr(room),
                        "code",
                        room.code(),
                        "host",
                        links.host(),
                        "student",
                        links.student(room).toString(),
                        "board",
                        links.board(room.id()).toString(),
                        // Who only was asked to lead takes nobody's link away.
                        "renewal",
                        door == Door.TEACHER ? pages.fill("renewal", Map.of()) : ""));
    }

    private void board(Context ctx) {
        Classroom room = onBoard(ctx);
        ctx.html(pages.fill(
                "board",
                Map.of(
                        "room", room.name(),
                        "code", room.code(),
                        "host", links.host(),
                        "qr", qr(room),
                        "path", ctx.path(),
                        "words", Wire.embed(WebWords.ofScripts(words)))));
    }

    private Classroom onBoard(Context ctx) {
        String id = ctx.pathParam("room");
        return Optional.of(ctx.pathParam("mark"))
                .filter(mark -> seal.fits(Links.BOARD, id, mark))
                .flatMap(mark -> rooms.find(id))
                .orElseThrow(Refusal::noLink);
    }

    private String qr(Classroom room) {
        return QrCode.svg(links.student(room).toString(), words.say("web.qr", links.student(room)));
    }

    /** A command as the composer completes it. */
    private record Suggestion(String name, String about, List<Part> options) {}

    private record Part(String name, String about, List<String> choices) {}

    private List<Suggestion> suggestions(boolean teaches) {
        return Verb.commands().stream()
                .filter(verb -> teaches || !verb.isForTeachers())
                .map(verb -> new Suggestion(
                        verb.word(),
                        words.say("command." + verb.word()),
                        verb.options().stream()
                                .map(option -> new Part(
                                        option.name(),
                                        words.say("command." + verb.word() + "." + option.name()),
                                        option.choices()))
                                .toList()))
                .toList();
    }
}
