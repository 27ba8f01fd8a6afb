package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.store.CountingDriver;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** What a click costs the database. Whoever makes it dearer has to say so here. */
class StatementsTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final List<Person> CLASS = IntStream.range(0, 40)
            .mapToObj(i -> new Person("p" + i, "Kid " + i, false))
            .toList();

    private static final Time NOTHING_IS_DRAWN = new Time() {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public ScheduledExecutorService threads(String name, int atOnce) {
            return mock(ScheduledExecutorService.class);
        }
    };

    private final Migrated store = Migrated.fresh();
    private final Database counted = CountingDriver.open(store.server(), 8);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LessonEngine engine = new LessonEngine(
            counted,
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> Map.of("guessing", GuessingLesson.edition()),
                    lang -> GuessingLesson.WORDS,
                    Clock.systemUTC(),
                    Setting.RETENTION,
                    LessonPages.NONE,
                    ZoneOffset.UTC,
                    Models.NONE,
                    meters),
            List.of(new PaperPlatform()),
            NOTHING_IS_DRAWN);
    private int interactions;

    @BeforeEach
    void start() {
        act(TEACHER, new Interaction.Command("start", Map.of()));
        CLASS.forEach(one -> act(one, new Interaction.Command("join", Map.of())));
    }

    @AfterEach
    void stop() {
        engine.close();
        counted.close();
        store.close();
    }

    @Test
    void aClickIsOneStatement() {
        act(CLASS.get(0), guess("base"));
        assertThat(cost(() -> act(CLASS.get(1), guess("base"))))
                .as("a first guess")
                .isEqualTo(1);
        assertThat(cost(() -> act(CLASS.get(1), guess("rlhf"))))
                .as("another guess")
                .isEqualTo(1);
        assertThat(cost(() -> act(CLASS.get(1), guess("nonsense"))))
                .as("a refusal")
                .isEqualTo(1);
    }

    @Test
    void clicksOfTheSameMomentShareAStatement() {
        act(CLASS.get(0), guess("base"));
        int cost = cost(() -> {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<?> holder = CompletableFuture.runAsync(
                    () -> new Lessons(store.database().jdbi()).move(lesson().id(), tx -> {
                        held.countDown();
                        return await(go);
                    }));
            await(held);
            List<CompletableFuture<Reply>> replies = CLASS.stream()
                    .map(one -> engine.handle(interaction(one, guess("rlhf"))))
                    .toList();
            awaitGathered(CLASS.size() - 1);
            go.countDown();
            holder.join();
            replies.forEach(CompletableFuture::join);
        });
        // The first writes what has gathered until then; all others wait for it, and are written together.
        assertThat(cost).isLessThanOrEqualTo(3);
    }

    private void awaitGathered(int clicks) {
        Gauge waiting = meters.get("lessonbot.entries.waiting").gauge();
        Await.PATIENT.until(clicks + " clicks to wait", waiting::value, seen -> seen >= clicks);
    }

    /** In pairs, where whoever comes or goes changes whom others work with. */
    @Test
    void comingAndGoingCostTheSameHoweverManyAreThere() {
        Cost few = comeAndGo("late");
        IntStream.range(0, 62)
                .forEach(i ->
                        act(new Person("more" + i, "More " + i, false), new Interaction.Command("join", Map.of())));
        Cost many = comeAndGo("last");
        assertThat(many.statements()).isLessThanOrEqualTo(few.statements());
        assertThat(many.rows()).as("rows read").isLessThanOrEqualTo(few.rows());
    }

    private record Cost(int statements, int rows) {}

    private Cost comeAndGo(String name) {
        int rows = CountingDriver.rows(store.server());
        Person person = new Person(name, name, false);
        int statements = cost(() -> {
            act(person, new Interaction.Command("join", Map.of()));
            act(person, new Interaction.Command("leave", Map.of()));
        });
        return new Cost(statements, CountingDriver.rows(store.server()) - rows);
    }

    private int cost(Runnable act) {
        int before = CountingDriver.statements(store.server());
        act.run();
        return CountingDriver.statements(store.server()) - before;
    }

    private Interaction.Act guess(String stage) {
        Lesson at = lesson();
        return new Interaction.Press(new Action(at.id(), at.step(), at.round(), "guess", stage));
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).in(ROOM).orElseThrow();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Reply act(Person person, Interaction.Act act) {
        return engine.handle(interaction(person, act)).join();
    }

    private Interaction interaction(Person person, Interaction.Act act) {
        return new Interaction("i" + ++interactions, ROOM, person, Instant.EPOCH, act);
    }
}
