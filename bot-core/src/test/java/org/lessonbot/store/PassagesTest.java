package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Stop;

/** People go on in a club while it is moved. */
class PassagesTest {
    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private long lesson;

    @BeforeEach
    void club() {
        lessons.pin("h", "{}");
        lesson = lessons.start(new NewLesson(new Room("paper", "r"), "h", Lesson.Pace.SELF, 1, "match"), tx -> {
                    tx.deal("match", 1, "{}");
                    tx.people().join(List.of(new Arrival("a", "Ann", Participant.Role.STUDENT)));
                    tx.posts().post(Slot.HUB);
                    tx.posts().post(Slot.CONSOLE);
                    return tx.lesson().id();
                })
                .orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"hub,desk", "desk,hub"})
    void whoeverGoesOnWaitsForAMoveAndItForNobody(String first, String second) {
        CompletableFuture<Boolean> passed = lessons.move(lesson, tx -> {
            tx.posts().want(first);
            CompletableFuture<Boolean> pass = CompletableFuture.supplyAsync(
                    () -> new Passages(store.database().jdbi()).pass(lesson, "a", new Stop("match", 1), Instant.now()));
            store.awaitWaiting(1);
            tx.posts().want(second);
            return pass;
        });

        assertThat(passed.join()).isTrue();
    }
}
