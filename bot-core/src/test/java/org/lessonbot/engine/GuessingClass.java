package org.lessonbot.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** A class that has just begun a lesson of two steps, on a real database and a chat on paper. */
abstract class GuessingClass {
    static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    static final Person TEACHER = new Person("t", "Ms Rivers", true);

    final Migrated store = Migrated.fresh();
    final PaperPlatform chat = new PaperPlatform();
    LessonEngine engine = engine("one");
    private int interactions;

    LessonEngine engine(String instance) {
        return engine(instance, Time.REAL);
    }

    LessonEngine engine(String instance, Time time) {
        return new LessonEngine(
                store.database(),
                new Setting(
                        instance,
                        "en",
                        4,
                        () -> Map.of("guessing", GuessingLesson.edition()),
                        language -> GuessingLesson.WORDS,
                        Clock.systemUTC()),
                List.of(chat),
                time);
    }

    @BeforeEach
    void startLesson() {
        engine.start();
        command(TEACHER, "start");
        chat.await("the first round", room -> !room.room().isEmpty());
    }

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }

    Action guessing(String stage) {
        Lesson lesson = lesson();
        return new Action(lesson.id(), lesson.step(), lesson.round(), "guess", stage);
    }

    Reply guess(Person person, String stage) {
        return done(press(person, guessing(stage)));
    }

    Reply command(Person person, String name) {
        return done(interaction(person, new Interaction.Command(name, Map.of())));
    }

    Reply done(Interaction interaction) {
        return engine.handle(interaction).join();
    }

    Interaction press(Person person, Action action) {
        return interaction(person, new Interaction.Press(action));
    }

    Interaction interaction(Person person, Interaction.Act act) {
        return new Interaction("i" + ++interactions, ROOM, person, Instant.now(), act);
    }

    Action consoleButton(String verb) {
        chat.await("the console", room -> !room.console().isEmpty());
        return chat.console().blocks().stream()
                .filter(block -> block instanceof Block.Buttons)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .map(Button::action)
                .filter(action -> action.verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    static Person student(int number) {
        return new Person("s" + number, "Student " + number, false);
    }
}
