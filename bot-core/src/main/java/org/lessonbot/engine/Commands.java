package org.lessonbot.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            teacher("extend", new Option("minutes", false, Kind.NUMBER, List.of())),
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

    /** What is written without a command where that is possible: a thought for the class, if it can be shared now. */
    public static final Spec SAY = student("say", option("text"));

    /** What nobody is offered for a word that they mistyped. */
    private static final Set<String> ENDS_SOMETHING = Set.of("end", "leave", "forget-me");

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
    public record Option(String name, boolean required, Kind kind, List<String> choices) {
        /** Whether any sentence can be its value. */
        public boolean takesAnyText() {
            return kind == Kind.TEXT && choices.isEmpty();
        }
    }

    /** What an option's value is. */
    public enum Kind {
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A lesson of the library; the value is its id. */
        LESSON,
        /** Somebody in the room; the value is the person's id. */
        PERSON
    }

    public static Optional<Spec> find(String name) {
        return Stream.concat(ALL.stream(), Stream.of(SAY))
                .filter(spec -> spec.name().equals(name))
                .findFirst();
    }

    /** The one command of several words that begins with this one. */
    static Optional<Spec> begunBy(String word) {
        List<Spec> begun =
                ALL.stream().filter(spec -> spec.name().startsWith(word + "-")).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /**
     * What a word that is no command may have been meant to be, help if it is like none: for students none that only
     * teachers may use, and for nobody one that ends or erases something.
     */
    public static Spec nearest(String typed, boolean teaches) {
        List<String> names = ALL.stream()
                .filter(spec -> teaches || !spec.teacher())
                .map(Spec::name)
                .filter(name -> !ENDS_SOMETHING.contains(name))
                .toList();
        return find(Typos.nearest(typed, names).orElse("help")).orElseThrow();
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
