package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.leading.Start;

/**
 * Every act of teachers is tried by everybody who may not. What there is to try is not written down: it is the table of
 * commands, and whatever a whole class and a whole club draw for whoever leads them, with the lists and forms that come of it.
 */
class RightsTest extends WholeClass {
    /** Who may not: a student; nobody; who leads elsewhere, by right or because they were asked; who led here once. */
    private static final Person TAKEN_AWAY = person("taken-away");

    private static final Person LAST_WEEK = person("last-week");
    private static final Person ASKED_ELSEWHERE = person("asked-elsewhere");
    private static final List<Person> INTRUDERS = List.of(
            STUDENTS.get(0),
            person("stranger"),
            new Person(COLLEAGUE.id(), COLLEAGUE.name(), false),
            ASKED_ELSEWHERE,
            LAST_WEEK,
            TAKEN_AWAY);

    private static final Set<String> REFUSALS = Stream.of(
                    "engine.teachers-only",
                    "engine.teachers-only.club",
                    "refused.teacher",
                    "refused.teacher.club",
                    "engine.no-such-lesson",
                    "engine.no-lesson",
                    "refused.unknown",
                    "engine.over",
                    "club.over.late")
            .map(WORDS::say)
            .collect(Collectors.toSet());

    /** They move the lesson, and the class goes on by the one that leads on. */
    private static final Set<Verb> MOVES = Set.of(
            Verb.NEXT,
            Verb.BACK,
            Verb.REVEAL,
            Verb.AGAIN,
            Verb.SKIP,
            Verb.PAUSE,
            Verb.END_NOW,
            Verb.FINISH_LATER_NOW,
            Verb.START_CLUB);

    /** What was tried, by kind; and what everybody is offered. */
    private final Set<String> tried = new HashSet<>();

    private final Set<String> everybodys = new HashSet<>();
    /** The activities that a lesson was at when its console was tried. */
    private final Set<String> met = new HashSet<>();

    @BeforeEach
    void begin() {
        engine.start();
        done(OTHER, COLLEAGUE, command("start", Map.of()));
        STUDENTS.forEach(student -> done(OTHER, student, command("join", Map.of())));
        done(OTHER, ASKED_ELSEWHERE, command("join", Map.of()));
        done(OTHER, COLLEAGUE, command("teacher", Map.of("person", ASKED_ELSEWHERE.id())));
        done(ROOM, TEACHER, command("start", Map.of()));
        done(ROOM, LAST_WEEK, command("join", Map.of()));
        done(ROOM, TEACHER, command("teacher", Map.of("person", LAST_WEEK.id())));
        done(ROOM, TEACHER, new Interaction.Press(Action.of(lesson(ROOM).id(), Verb.END_NOW, "")));
    }

    @Test
    void noActOfATeacherIsDoneForAnybodyElseInAClass() {
        done(ROOM, TEACHER, command("start", Map.of("seed", "7")));
        comeIn();
        everyCommand();
        done(ROOM, TEACHER, command("draft", Map.of("prompt", "What do owls dream of?")));
        for (int turn = 0; lesson(ROOM).endedAt().isEmpty(); turn++) {
            assertThat(turn).isLessThan(80);
            STUDENTS.forEach(student -> answer(
                    student, projection.slide(lesson(ROOM).id()).orElseThrow().message()));
            tryConsole();
            if (turn == 0) {
                lead(Verb.PAUSE);
                tryConsole();
                lead(Verb.RESUME);
            }
            leadOn();
        }
        everyCommand();
        assertThat(met).isEqualTo(Activities.all().keySet());
        assertThat(tried)
                .contains(
                        "Press  draft use/#",
                        "Pick share call ",
                        "Pick board unmerge ",
                        "Pick noticed hide ",
                        "Submit shift name-groups #.#",
                        "Pick match place ",
                        "Pick  gone #")
                .hasSizeGreaterThan(45);
    }

    @Test
    void noActOfALeaderIsDoneForAnybodyElseInAClub() {
        Message offer =
                shown(done(ROOM, TEACHER, command("start", Map.of("pace", "self", "until", "30 October 09:00"))));
        tryAll(offer);
        done(ROOM, TEACHER, new Interaction.Press(offer.offers().get(0)));
        comeIn();
        everyCommand();
        // Everybody is through when parts shall end early, so one ends by that.
        while (lesson(ROOM).endedAt().isEmpty()) {
            STUDENTS.forEach(this::goThrough);
            tryConsole();
            lead(Verb.NEXT);
        }
        done(ROOM, TEACHER, new Interaction.Press(Action.of(lesson(ROOM).id(), Verb.END_NOW, "")));
        tryAll(Message.of(new Block.Buttons(Stream.of(Verb.REASONS, Verb.EXPORT, Verb.MOVE_END)
                .map(verb -> Button.plain(Action.of(lesson(ROOM).id(), verb, ""), verb.word()))
                .toList())));
        everyCommand();
        assertThat(tried)
                .contains(
                        "Press  nudge #",
                        "Submit  move-end #",
                        "Press  hide-reason match/#/#/#",
                        "Submit  seed match/#/#/#")
                .hasSizeGreaterThan(25);
    }

    private void comeIn() {
        STUDENTS.forEach(student -> done(ROOM, student, command("join", Map.of())));
        Person still = new Person(TAKEN_AWAY.id(), TAKEN_AWAY.name(), true);
        done(ROOM, still, command("join", Map.of()));
        done(ROOM, still, command("console", Map.of()));
    }

    /** All commands that only teachers may use, and all their buttons, with and without what they take. */
    private void everyCommand() {
        for (Verb verb : Verb.values()) {
            if (verb.isForTeachers()) {
                Map<String, String> options = verb.options().stream()
                        .collect(Collectors.toMap(Verb.Option::name, option -> switch (option.kind()) {
                            case NUMBER -> "5";
                            case LESSON -> "how-ai-learns";
                            case PERSON -> STUDENTS.get(1).id();
                            case MOMENT -> "28 October 09:00";
                            case ZONE -> "Europe/Berlin";
                            case TEXT -> option.choices().stream().findFirst().orElse("what somebody typed");
                        }));
                if (Verb.command(verb.word()).isPresent()) {
                    refused(command(verb.word(), options));
                }
                refused(new Interaction.Press(Action.of(lesson(ROOM).id(), verb, "")));
                refused(new Interaction.Submit(Action.of(lesson(ROOM).id(), verb, ""), options));
            }
        }
        INTRUDERS.forEach(intruder ->
                assertThat(engine.console(ROOM, intruder)).as(intruder.id()).isEmpty());
    }

    /** All that this message lets whoever leads do, and all that comes of it, first by others, then by them. */
    private void tryAll(Message message) {
        tryAll(acts(message));
    }

    private void tryAll(List<Interaction.Aimed> offered) {
        Deque<Interaction.Aimed> acts = new ArrayDeque<>(offered);
        while (!acts.isEmpty()) {
            Interaction.Aimed act = acts.poll();
            if (everybodys.contains(kind(act)) || !tried.add(kind(act))) {
                continue;
            }
            refused(act);
            inPages(act).ifPresent(this::refused);
            if (Verb.of(act.action().verb()).filter(MOVES::contains).isEmpty()) {
                Reply reply = done(ROOM, TEACHER, act);
                assertThat(reply.toString())
                        .as("%s by the teacher", act)
                        .doesNotContain(WORDS.say("engine.teachers-only"), WORDS.say("engine.teachers-only.club"));
                chat.await("the models' answers", room -> waitingForModels() == 0);
                if (act.action().argument().equals(DraftViews.LET + "yes")) {
                    STUDENTS.forEach(student ->
                            done(ROOM, student, command("suggest", Map.of("prompt", "What does an owl hear?"))));
                }
                acts.addAll(acts(reply));
            }
        }
    }

    /** What is picked on a page of a list, as the console has it once it is longer. */
    private static Optional<Interaction.Aimed> inPages(Interaction.Aimed act) {
        Action action = act.action();
        return act instanceof Interaction.Pick pick && !action.step().isEmpty()
                ? Optional.of(new Interaction.Pick(
                        new Action(action.lesson(), action.step(), action.round(), action.verb(), "0"), pick.values()))
                : Optional.empty();
    }

    /** What the console offers, one by one: each time as it then is, since a button of a console that was does nothing. */
    private void tryConsole() {
        met.add(ShippedLesson.edition()
                .plan()
                .step(lesson(ROOM).step())
                .orElseThrow()
                .activity());
        Optional<Interaction.Aimed> untried = untried();
        while (untried.isPresent()) {
            tryAll(List.of(untried.get()));
            untried = untried();
        }
    }

    private Optional<Interaction.Aimed> untried() {
        return acts(console()).stream()
                .filter(act -> !everybodys.contains(kind(act)) && !tried.contains(kind(act)))
                .findFirst();
    }

    /** What others do comes under the name of what was done last. */
    private void refused(Interaction.Act act) {
        long before = facts();
        for (Person intruder : INTRUDERS) {
            isRefusal(act, intruder.id(), done(last(), ROOM, intruder, act));
        }
        if (act instanceof Interaction.Aimed aimed && !Start.isAsked(aimed.action())) {
            isRefusal(act, "another room's teacher", done(OTHER, COLLEAGUE, act));
        }
        assertThat(facts()).as("what is kept after %s", act).isEqualTo(before);
    }

    private static void isRefusal(Interaction.Act act, String who, Reply reply) {
        assertThat(reply).as("%s by %s", act, who).isInstanceOf(Reply.Whisper.class);
        List<Block> said = shown(reply).blocks();
        assertThat(said.get(0))
                .as("%s by %s", act, who)
                .matches(block -> block instanceof Block.Text text && REFUSALS.contains(text.text()), "a refusal");
        assertThat(said.subList(1, said.size()))
                .as("what else is said to %s by %s", act, who)
                .allMatch(block ->
                        block instanceof Block.Quote quote && act.written().containsValue(quote.text()));
    }

    /** By the one button that leads on, which asks whether one is sure at the end. */
    private void leadOn() {
        Reply reply =
                done(ROOM, TEACHER, new Interaction.Press(console().offers().get(0)));
        acts(reply).stream()
                .filter(act -> act.action().verb().equals(Verb.END_NOW.word()))
                .forEach(act -> {
                    refused(act);
                    done(ROOM, TEACHER, act);
                });
    }

    /** A student does everything that a message offers, once, but goes and takes nothing back, and fills in what is asked. */
    private void answer(Person student, Message message) {
        for (Interaction.Aimed act : acts(message)) {
            everybodys.add(kind(act));
            if (stays(act)) {
                for (Interaction.Aimed next : acts(done(ROOM, student, act))) {
                    everybodys.add(kind(next));
                    if (stays(next)) {
                        done(ROOM, student, next);
                    }
                }
            }
        }
    }

    private static boolean stays(Interaction.Aimed act) {
        return !Set.of("leave", "withdraw").contains(act.action().verb());
    }

    private void goThrough(Person student) {
        Message card = shown(done(ROOM, student, command("continue", Map.of())));
        for (int round = 0; ; round++) {
            assertThat(round).isLessThan(60);
            answer(student, card);
            Optional<Action> onward = card.offers().stream()
                    .filter(action -> action.verb().equals(Verb.CONTINUE.word()))
                    .reduce((first, last) -> last);
            if (onward.isEmpty()) {
                return;
            }
            card = shown(done(ROOM, student, new Interaction.Press(onward.get())));
        }
    }

    /** What is alike but for whom or which it is about. */
    private String kind(Interaction.Aimed act) {
        Action action = act.action();
        return act.getClass().getSimpleName() + " " + action.step() + " " + action.verb() + " "
                + action.argument().replaceAll("[0-9a-f]{8,}|\\d+", "#");
    }
}
