package org.lessonbot.chat;

import static org.lessonbot.chat.Verb.By.*;
import static org.lessonbot.chat.Verb.How.*;
import static org.lessonbot.chat.Verb.When.*;
import static org.lessonbot.chat.Verb.Who.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that can be asked of a lesson as a whole: the one table of the slash commands, {@code /lesson word}, and of the buttons
 * whose verbs are no commands. Registration, completion, help, and who may do what when all come from it. Commands are described
 * by the words {@code command.<word>}, their options by {@code command.<word>.<option>}.
 */
public enum Verb {
    START(
            COMMAND,
            TEACHERS,
            ANYTIME,
            DOOR,
            new Option("lesson", false, Kind.LESSON, List.of()),
            text("pace", "live", "self"),
            until(),
            zone(),
            text("responses", "real", "written")),
    NEXT(COMMAND, TEACHERS, DURING, LEADING),
    BACK(COMMAND, TEACHERS, DURING, LEADING),
    REVEAL(COMMAND, TEACHERS, DURING, LEADING),
    AGAIN(COMMAND, TEACHERS, DURING, LEADING, text("item")),
    SKIP(COMMAND, TEACHERS, DURING, LEADING),
    PAUSE(COMMAND, TEACHERS, DURING, LEADING),
    RESUME(COMMAND, TEACHERS, DURING, LEADING),
    EXTEND(
            COMMAND,
            TEACHERS,
            AFTERWARDS,
            LEADING,
            new Option("minutes", false, Kind.NUMBER, List.of()),
            until(),
            zone(),
            text("step"),
            new Option("person", false, Kind.PERSON, List.of())),
    FINISH_LATER(COMMAND, TEACHERS, DURING, DOOR, until(), zone()),
    /** Another word for {@link #CONSOLE}. */
    STATUS(ALIAS, TEACHERS, DURING, LEADING),
    PAIRS(COMMAND, TEACHERS, DURING, LEADING),
    BOARD(COMMAND, TEACHERS, DURING, LEADING),
    CONSOLE(COMMAND, TEACHERS, DURING, LEADING),
    PROMPT(COMMAND, TEACHERS, DURING, ROUND),
    /** Asks the school's models for the responses to a prompt. */
    DRAFT(COMMAND, TEACHERS, DURING, MODELS, text("prompt")),
    EXPORT(COMMAND, TEACHERS, AFTERWARDS, LEADING),
    END(COMMAND, TEACHERS, DURING, LEADING),
    TEACHER(COMMAND, TEACHERS, DURING, LEADING, new Option("person", true, Kind.PERSON, List.of())),
    /** Takes back what {@link #TEACHER} gave, from whoever was told that it was given. */
    STEP_DOWN(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    JOIN(COMMAND, EVERYBODY, DURING, TAKING_PART, text("name")),
    CONTINUE(COMMAND, EVERYBODY, AFTERWARDS, TAKING_PART),
    LEAVE(COMMAND, EVERYBODY, DURING, TAKING_PART),
    ASK(COMMAND, EVERYBODY, DURING, QUESTIONS, text("question")),
    ME(
            COMMAND,
            EVERYBODY,
            AFTERWARDS,
            TAKING_PART,
            zone(),
            text("quiet"),
            text("remind", "message", "mention", "none"),
            text("snooze"),
            text("away")),
    FORGET_ME(COMMAND, EVERYBODY, AFTERWARDS, TAKING_PART),
    HELP(COMMAND, EVERYBODY, ANYTIME, DOOR),
    /** What is written without a command where that is possible: a thought for the class, if it can be shared now. */
    SAY(LINE, EVERYBODY, DURING, ROUND, text("text")),
    /** A page about the lesson; also to be had by way of {@link #EXPORT}. */
    REPORT(ALIAS, TEACHERS, AFTERWARDS, LEADING),
    /** Suggests a prompt for the models, where a teacher lets the class. */
    SUGGEST(ALIAS, EVERYBODY, DURING, MODELS, text("prompt")),
    /** Starts a club, from whoever was told what would be started. */
    START_CLUB(BUTTON, TEACHERS, ANYTIME, DOOR),
    /** Lets a class finish at home, from whoever was told until when. */
    FINISH_LATER_NOW(BUTTON, TEACHERS, DURING, DOOR),
    /** Takes in a step that the class left out. */
    ADD(BUTTON, TEACHERS, DURING, LEADING),
    /** Moves the end of a club's part, and opens a club again that is over. */
    MOVE_END(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    /** Gives one member of a club more time than the club has. */
    MORE_TIME(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    /** Ends the lesson, from whoever was asked whether they are sure. */
    END_NOW(BUTTON, TEACHERS, DURING, LEADING),
    /** Ends the parts of a club as soon as everybody has finished them. */
    EARLY(BUTTON, TEACHERS, DURING, LEADING),
    /** Lets the parts of a club go on until their end. */
    NOT_EARLY(BUTTON, TEACHERS, DURING, LEADING),
    /** Reminds whoever has not finished in a club. */
    NUDGE(BUTTON, TEACHERS, DURING, LEADING),
    /** Looks through the reasons that members of a club are shown of each other. */
    REASONS(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    HIDE_REASON(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    SHOW_REASON(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    /** Prepares a reason of the leader's own, which stands in for members'. */
    SEED(BUTTON, TEACHERS, AFTERWARDS, LEADING),
    /** Takes somebody out of their pair. */
    GONE(BUTTON, TEACHERS, DURING, LEADING),
    FORGET(BUTTON, EVERYBODY, AFTERWARDS, TAKING_PART),
    /** Erases, from whoever was asked whether they are sure. */
    FORGET_NOW(BUTTON, EVERYBODY, AFTERWARDS, TAKING_PART),
    /** A person's own part of a round. */
    MINE(BUTTON, EVERYBODY, AFTERWARDS, ROUND);

    private final How how;
    private final Who who;
    private final When when;
    private final By by;
    private final List<Option> options;

    Verb(How how, Who who, When when, By by, Option... options) {
        this.how = how;
        this.who = who;
        this.when = when;
        this.by = by;
        this.options = List.of(options);
    }

    /** How it comes. */
    public enum How {
        /** A command, and perhaps buttons too. */
        COMMAND,
        /** A command that is taken where one types, and offered by another word or by buttons: Discord offers 25 at most. */
        ALIAS,
        /** A line that is no command. */
        LINE,
        /** Buttons and lists alone. */
        BUTTON
    }

    /** Who may. */
    public enum Who {
        EVERYBODY,
        TEACHERS
    }

    /** When it is taken. */
    public enum When {
        /** Whether or not there is a lesson. */
        ANYTIME,
        /** During a lesson. */
        DURING,
        /** During a lesson, and once it is over. */
        AFTERWARDS
    }

    /** Who runs it. */
    public enum By {
        /** The engine itself, before it looks for a lesson. */
        DOOR,
        /** Whatever leads the lesson. */
        LEADING,
        /** Whatever keeps who is here, and what is kept of them. */
        TAKING_PART,
        /** Whatever asks models for the class. */
        MODELS,
        /** The latest round in which questions are gathered. */
        QUESTIONS,
        /** The round it is about: for a command the one that the lesson is at. */
        ROUND;

        /** Whether it is about a lesson as a whole, and no round of it. */
        public boolean isOfTheLesson() {
            return this == LEADING || this == TAKING_PART || this == MODELS;
        }
    }

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
        /** Somebody in the room; the value is the person's id, or what somebody typed for it. */
        PERSON,
        /** A moment to come, as somebody typed it. */
        MOMENT,
        /** A time zone; the value is its IANA id, or what somebody typed for it. */
        ZONE
    }

    /** The word that is typed, and that travels on buttons. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether only teachers may. */
    public boolean isForTeachers() {
        return who == Who.TEACHERS;
    }

    /** Whether it is also taken once the lesson is over. */
    public boolean isAlsoAfterwards() {
        return when == When.AFTERWARDS;
    }

    public By by() {
        return by;
    }

    public List<Option> options() {
        return options;
    }

    /** The verb of this word. */
    public static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** The commands that are offered, in the order in which they are explained. */
    public static List<Verb> commands() {
        return Arrays.stream(values()).filter(verb -> verb.how == COMMAND).toList();
    }

    /** What may be sent as a command of this name. */
    public static Optional<Verb> command(String name) {
        return of(name).filter(verb -> verb.how != BUTTON);
    }

    private static Option until() {
        return new Option("until", false, Kind.MOMENT, List.of());
    }

    private static Option zone() {
        return new Option("zone", false, Kind.ZONE, List.of());
    }

    private static Option text(String name, String... choices) {
        return new Option(name, false, Kind.TEXT, List.of(choices));
    }
}
