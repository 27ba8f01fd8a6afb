package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** A club that takes the shipped lesson over ten days, by a clock that the test moves. */
abstract class ClubOverDays {
    static final Room ROOM = new Room(PaperPlatform.NAME, "club");
    static final Room OTHER = new Room(PaperPlatform.NAME, "another club");
    static final Person LEADER = new Person("t", "Ms Rivers", true);
    static final Person ANN = new Person("a", "Ann", false);
    static final Person BEN = new Person("b", "Ben", false);
    static final String VOTE = "Preference Rater (1 of 5)";
    /** The first part ends five days later. */
    static final Instant BEGIN = Instant.parse("2026-10-20T09:00:00Z");

    static final Instant THREE_DAYS_BEFORE = BEGIN.plus(Duration.ofDays(2));

    final Migrated store = Migrated.fresh();
    final PaperPlatform chat = new PaperPlatform();
    final MovedClock clock = new MovedClock(BEGIN);
    final List<LessonEngine> engines = new ArrayList<>();
    private int interactions;

    @BeforeEach
    void begin() {
        engine("one").start();
    }

    @AfterEach
    void stop() {
        engines.forEach(LessonEngine::close);
        store.close();
    }

    void moveTo(Instant then) {
        clock.moveTo(then);
        settle();
    }

    /** Waits until all that is due was done. */
    void settle() {
        try {
            var unused = engines.get(0).catchUp();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    LessonEngine engine(String instance) {
        LessonEngine engine = new LessonEngine(
                store.database(),
                new Setting(
                        instance,
                        "en",
                        2,
                        () -> Map.of("how-ai-learns", ShippedLesson.edition()),
                        Phrasebook::of,
                        clock,
                        Setting.RETENTION,
                        LessonPages.NONE,
                        ZoneId.of("UTC"),
                        Models.NONE),
                List.of(chat));
        engines.add(engine);
        return engine;
    }

    void start(Room room) {
        int before = chat.room().size();
        Message offer = act(
                room, LEADER, new Interaction.Command("start", Map.of("pace", "self", "until", "30 October 09:00")));
        press(room, LEADER, button(offer, "Start the club"));
        chat.await("the post", there -> there.room().size() > before);
    }

    Lesson lesson() {
        return lesson(ROOM);
    }

    Lesson lesson(Room room) {
        return new Lessons(store.database().jdbi()).latestIn(room).orElseThrow();
    }

    Action onward(Room room) {
        return Action.of(lesson(room).id(), Verb.CONTINUE, "");
    }

    /** The club's post, known by its button: what is dealt by chance may speak of clubs too. */
    Message hub() {
        return chat.room().stream()
                .filter(post -> find(post, "Continue").isPresent())
                .findFirst()
                .orElseThrow();
    }

    Action hubButton(String label) {
        return button(hub(), label);
    }

    /** What somebody sees by Continue, pressed until this stands there. */
    Message untilSeen(Person who, String text) {
        Message seen = press(ROOM, who, onward(ROOM));
        while (!seen.toString().contains(text)) {
            Message before = seen;
            seen = press(
                    ROOM,
                    who,
                    find(before, "Continue")
                            .or(() -> find(before, "Leave this one out"))
                            .orElseThrow());
        }
        return seen;
    }

    static Action button(Message message, String label) {
        return find(message, label).orElseThrow(() -> new AssertionError("no " + label + " in " + message));
    }

    static Optional<Action> find(Message message, String label) {
        return message.blocks().stream()
                .filter(block -> block instanceof Block.Buttons)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .filter(button -> button.label().equals(label))
                .map(Button::action)
                .findFirst();
    }

    Message press(Room room, Person who, Action action) {
        return act(room, who, new Interaction.Press(action));
    }

    Message press(Person who, Action action) {
        return press(ROOM, who, action);
    }

    Message command(Person who, String name, Map<String, String> options) {
        return act(ROOM, who, new Interaction.Command(name, options));
    }

    Message act(Room room, Person who, Interaction.Act act) {
        return seen(reply(room, who, act));
    }

    static Message seen(Reply reply) {
        if (reply instanceof Reply.Console console) {
            return console.message();
        }
        return reply instanceof Reply.Whisper whisper ? whisper.message() : Message.of();
    }

    void next() {
        command(LEADER, "next", Map.of());
    }

    Message write(Person who, Message seen, String answer) {
        Action write = button(seen, "Write my answer");
        Form form = ((Reply.OpenForm) reply(ROOM, who, new Interaction.Press(write))).form();
        return act(ROOM, who, new Interaction.Submit(form.action(), Map.of("answer-1", answer)));
    }

    Reply reply(Room room, Person who, Interaction.Act act) {
        return engines.get(0)
                .handle(new Interaction("i" + ++interactions, room, who, clock.instant(), act))
                .join();
    }

    /** Somebody chooses and says why, in one form. */
    void reason(String name, String side, String text) {
        Reply form = reply(
                ROOM, person(name), new Interaction.Press(button(untilSeen(person(name), VOTE), "Choose and say why")));
        Form asked = ((Reply.OpenForm) form).form();
        Message told = seen(reply(
                ROOM, person(name), new Interaction.Submit(asked.action(), Map.of("vote", side, "reason", text))));
        assertThat(told.toString()).contains("It counts.", "Continue");
    }

    /** The round of the vote as somebody sees it who comes back to it. */
    Message again(Person who) {
        return press(who, new Action(lesson().id(), "prefer", 1, "mine", ""));
    }

    static Person person(String name) {
        return new Person(name, "name-of-" + name, false);
    }

    Message command(Person who, String name) {
        return command(who, name, Map.of());
    }
}
