package org.lessonbot.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.web.tables.Rooms.Classroom;

/** The pages of a room before anything is sent to them: for whoever is in it, and for the projector. */
final class RoomPages {
    private final Links links;
    private final Pages pages;
    private final Words words;

    RoomPages(Links links, Pages pages) {
        this.links = links;
        this.pages = pages;
        this.words = pages.words();
    }

    /**
     * The room as somebody sees it.
     *
     * @param teaches whether they have a console
     * @param token proves that what they do was done by this page
     */
    String room(Visitor visitor, boolean teaches, String token) {
        Classroom room = visitor.room();
        Map<String, String> values = new HashMap<>();
        values.put("room", room.name());
        values.put("code", room.code());
        values.put("name", visitor.person().name());
        values.put("path", visitor.door().path(room.id()));
        values.put("token", token);
        // By the code alone nobody comes in to teach.
        values.put(
                "entrance", visitor.door() == Door.CLASS ? links.student(room).getPath() : "");
        values.put("door", visitor.door().name().toLowerCase(Locale.ROOT));
        values.put("looks", teaches ? "teaches" : "learns");
        values.put("empty", words.say(teaches ? "web.room.empty-teacher" : "web.room.empty"));
        values.put("console", teaches ? console(room, visitor.door()) : "");
        values.put("words", Wire.embed(WebWords.ofScripts(words)));
        values.put("commands", Wire.embed(suggestions(teaches)));
        return pages.fill("room", values);
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

    /** @param path where it lies */
    String board(Classroom room, String path) {
        return pages.fill(
                "board",
                Map.of(
                        "room", room.name(),
                        "code", room.code(),
                        "host", links.host(),
                        "qr", qr(room),
                        "path", path,
                        "words", Wire.embed(WebWords.ofScripts(words))));
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
