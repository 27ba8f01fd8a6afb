package org.lessonbot.benchmarks.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.store.TestDatabase;

/** What is measured is found by its names and shapes in builds of all ages: in today's it is to be found too. */
class ClassroomTest {
    @Test
    void thisBuildsEngineTakesAClickAndAnArrival() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            Sql sql = new Sql(database.jdbcUrl(), database.user(), database.password());
            try (Classroom classroom = Classroom.open(sql, "room", 1, new Silence(Clicks.PACE))) {
                classroom.guess(0).toCompletableFuture().get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
                classroom.audit();
                classroom.join(1).toCompletableFuture().get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
                assertThat(classroom.students()).isEqualTo(2);
            }
        }
    }
}
