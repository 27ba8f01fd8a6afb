package org.lessonbot.engine;

import java.util.List;
import java.util.Optional;

/**
 * The slash commands, {@code /lesson name}. Adapters register, complete and explain them from this one list; their
 * descriptions are the words {@code command.<name>}, those of options {@code command.<name>.<option>}.
 */
public final class Commands {
    public static final List<Spec> ALL = List.of(
            teacher("start", new Option("lesson", false, Kind.LESSON, List.of()), option("pace", "live")),
            teacher("next"),
            teacher("back"),
            teacher("reveal"),
            teacher("again", option("item")),
            teacher("skip"),
            teacher("pause"),
            teacher("resume"),
            teacher("extend", option("minutes")),
            teacher("status"),
            teacher("pairs"),
            teacher("board"),
            teacher("console"),
            teacher("prompt"),
            teacher("export"),
            teacher("end"),
            teacher("teacher", new Option("person", true, Kind.PERSON, List.of())),
            student("join", option("name")),
            student("leave"),
            student("ask", option("question")),
            student("me"),
            student("forget-me"),
            student("help"));

    private Commands() {}

    /**
     * One command.
     *
     * @param teacher whether only teachers may use it
     */
    public record Spec(String name, boolean teacher, List<Option> options) {}

    /**
     * One option of a command.
     *
     * @param choices the values that are taken; empty for anything
     */
    public record Option(String name, boolean required, Kind kind, List<String> choices) {}

    /** What an option's value is. */
    public enum Kind {
        TEXT,
        /** A lesson of the library; the value is its id. */
        LESSON,
        /** Somebody in the room; the value is the person's id. */
        PERSON
    }

    public static Optional<Spec> find(String name) {
        return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    private static Spec teacher(String name, Option... options) {
        return new Spec(name, true, List.of(options));
    }

    private static Spec student(String name, Option... options) {
        return new Spec(name, false, List.of(options));
    }

    private static Option option(String name, String... choices) {
        return new Option(name, false, Kind.TEXT, List.of(choices));
    }
}
