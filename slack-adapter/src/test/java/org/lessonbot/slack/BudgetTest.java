package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.slack.RateLimits.Calls;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.store.Migrated;

class BudgetTest {
    private static final RateLimits LIMITS = RateLimits.OF_SLACK;
    /** The database counts whole microseconds. */
    private static final Duration ROUNDING = Duration.ofNanos(10_000);

    private final DrivenTime time = DrivenTime.standing();

    private Optional<SharedBudget> shared(Migrated store) {
        return Optional.of(new SharedBudget(store.database(), time::instant));
    }

    @ParameterizedTest
    @EnumSource
    void afterAPauseSomeFollowEachOtherAndNoMoreThanAMinuteAllows(Calls calls) {
        Budget budget = new Budget(LIMITS, Optional.empty(), time);
        int made = 0;
        for (Duration wait = budget.book(calls, "T1");
                time.nanos() + wait.toNanos() < LIMITS.minute().toNanos();
                wait = budget.book(calls, "T1")) {
            time.advance(wait);
            made++;
            assertThat(made > calls.atOnce() || time.nanos() == 0).isTrue();
        }
        assertThat(made).isLessThan(slacksOwn(calls)).isGreaterThan(slacksOwn(calls) * 8 / 10);
    }

    /** Calls a minute (docs.slack.dev, rate limits); for a channel's posts about one a second. */
    private static int slacksOwn(Calls calls) {
        return switch (calls) {
            case EDITS, GROUPS, CHANNELS -> 50;
            case POSTS -> 60;
            case WHISPERS, HOMES, LOOKUPS -> 100;
        };
    }

    @Test
    void aReserveIsLeftForOthers() {
        Budget budget = new Budget(LIMITS, Optional.empty(), time);

        assertThat(spent(any -> budget.spend(Calls.LOOKUPS, "T1", 20))).isEqualTo(40);
        assertThat(spent(any -> budget.spend(Calls.LOOKUPS, "T1", 0))).isEqualTo(20);
        assertThat(budget.spend(Calls.LOOKUPS, "T2", 20)).isTrue();
    }

    private static int spent(IntPredicate spend) {
        return (int) IntStream.range(0, 100).filter(spend).count();
    }

    @Test
    void instancesBookOneAfterAnother() {
        try (Migrated store = Migrated.fresh();
                Budget one = new Budget(LIMITS, shared(store), time);
                Budget other = new Budget(LIMITS, shared(store), time)) {
            IntStream.range(0, 4).forEach(any -> one.book(Calls.EDITS, "T1"));

            assertThat(other.book(Calls.EDITS, "T1")).isZero();
            assertThat(other.book(Calls.EDITS, "T1")).isCloseTo(LIMITS.apart(Calls.EDITS), ROUNDING);
            assertThat(one.book(Calls.EDITS, "T1"))
                    .isCloseTo(LIMITS.apart(Calls.EDITS).multipliedBy(2), ROUNDING);
            assertThat(one.book(Calls.EDITS, "T2")).isZero();
        }
    }

    @Test
    void whatCannotWaitIsCountedAfterwards() {
        try (Migrated store = Migrated.fresh();
                Budget one = new Budget(LIMITS, shared(store), time);
                Budget other = new Budget(LIMITS, shared(store), time)) {
            assertThat(spent(any -> one.spend(Calls.LOOKUPS, "T1", 20))).isEqualTo(40);
            time.settle();

            other.book(Calls.LOOKUPS, "T1");

            assertThat(other.spend(Calls.LOOKUPS, "T1", 20)).isFalse();
            assertThat(other.spend(Calls.LOOKUPS, "T1", 0)).isTrue();
        }
    }

    @Test
    void whileTheDatabaseIsAwayEachCountsAlone() {
        try (Migrated store = Migrated.fresh();
                Budget budget = new Budget(LIMITS, shared(store), time)) {
            budget.book(Calls.POSTS, "C1");
            store.database().close();

            assertThat(budget.book(Calls.POSTS, "C1")).isPositive();
            assertThat(budget.book(Calls.POSTS, "C2")).isZero();
        }
    }
}
