package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.engine.MovedClock;

class DatabaseClockTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT5M", "PT-5M", "PT26H"})
    void whateverTheMachinesClockSaysItIsTheDatabases(Duration wrong) {
        try (Migrated store = Migrated.fresh()) {
            Instant first = now(store);
            try (DatabaseClock clock = DatabaseClock.of(store.database(), Clock.offset(Clock.systemUTC(), wrong))) {
                Instant before = now(store);
                Instant shown = clock.instant();
                Instant after = now(store);
                Duration look = Duration.between(first, before);
                assertThat(shown).isBetween(before.minus(look), after.plus(look));
            }
        }
    }

    @Test
    void aMachineThatIsSetMeanwhileIsSeenThroughAtTheNextLook() {
        MovedClock machine = new MovedClock(Instant.now());
        try (Migrated store = Migrated.fresh();
                DatabaseClock clock = DatabaseClock.of(store.database(), machine)) {
            machine.move(Duration.ofHours(1));
            clock.look();
            assertThat(clock.behind()).isBetween(Duration.ofMinutes(-90), Duration.ofMinutes(-30));
        }
    }

    @Test
    void whileTheDatabaseIsAwayItGoesOnAsItWent() {
        MovedClock machine = new MovedClock(Instant.now().plus(Duration.ofHours(1)));
        try (Migrated store = Migrated.fresh();
                DatabaseClock clock = DatabaseClock.of(store.database(), machine)) {
            Duration known = clock.behind();
            store.database().close();
            clock.look();
            assertThat(clock.behind()).isEqualTo(known);
            assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        }
    }

    private static Instant now(Migrated store) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select clock_timestamp()")
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant());
    }
}
