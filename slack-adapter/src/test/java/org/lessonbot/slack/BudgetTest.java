package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.slack.RateLimits.Calls;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.store.Migrated;

class BudgetTest {
    private static final RateLimits LIMITS = RateLimits.OF_SLACK;
    private long now;

    private static Optional<SharedBudget> shared(Migrated store) {
        return Optional.of(new SharedBudget(store.database()));
    }

    @ParameterizedTest
    @EnumSource
    void afterAPauseSomeFollowEachOtherAndNoMoreThanAMinuteAllows(Calls calls) {
        Budget budget = new Budget(LIMITS, Optional.empty(), () -> now);
        int made = 0;
        long first = now;
        for (Duration wait = budget.book(calls, "T1");
                now + wait.toNanos() - first < LIMITS.minute().toNanos();
                wait = budget.book(calls, "T1")) {
            now += wait.toNanos();
            made++;
            assertThat(made > calls.atOnce() || now == first).isTrue();
        }
        assertThat(made).isLessThan(slacksOwn(calls)).isGreaterThan(slacksOwn(calls) * 8 / 10);
    }

    /** Calls a minute (docs.slack.dev, rate limits); for a channel's posts about one a second. */
    private static int slacksOwn(Calls calls) {
        return switch (calls) {
            case EDITS, GROUPS -> 50;
            case POSTS -> 60;
            case WHISPERS, HOMES, LOOKUPS -> 100;
        };
    }

    @Test
    void aReserveIsLeftForOthers() {
        Budget budget = new Budget(LIMITS, Optional.empty(), () -> now);

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
                Budget one = new Budget(LIMITS, shared(store));
                Budget other = new Budget(LIMITS, shared(store))) {
            IntStream.range(0, 4).forEach(any -> one.book(Calls.EDITS, "T1"));

            assertThat(other.book(Calls.EDITS, "T1")).isZero();
            assertThat(other.book(Calls.EDITS, "T1")).isBetween(Duration.ofNanos(1), LIMITS.apart(Calls.EDITS));
            assertThat(one.book(Calls.EDITS, "T1")).isGreaterThan(LIMITS.apart(Calls.EDITS));
            assertThat(one.book(Calls.EDITS, "T2")).isZero();
        }
    }

    @Test
    @Timeout(30)
    void whatCannotWaitIsCountedAfterwards() {
        try (Migrated store = Migrated.fresh();
                Budget one = new Budget(LIMITS, shared(store));
                Budget other = new Budget(LIMITS, shared(store))) {
            assertThat(spent(any -> one.spend(Calls.LOOKUPS, "T1", 20))).isBetween(40, 45);
            SharedBudget all = new SharedBudget(store.database());
            Duration most = LIMITS.apart(Calls.LOOKUPS).multipliedBy(39);
            while (all.book(Calls.LOOKUPS.in("T1"), Duration.ZERO).compareTo(most) < 0) {
                Thread.onSpinWait();
            }

            other.book(Calls.LOOKUPS, "T1");

            assertThat(other.spend(Calls.LOOKUPS, "T1", 20)).isFalse();
            assertThat(other.spend(Calls.LOOKUPS, "T1", 0)).isTrue();
        }
    }

    @Test
    void whileTheDatabaseIsAwayEachCountsAlone() {
        try (Migrated store = Migrated.fresh();
                Budget budget = new Budget(LIMITS, shared(store))) {
            budget.book(Calls.POSTS, "C1");
            store.database().close();

            assertThat(budget.book(Calls.POSTS, "C1")).isPositive();
            assertThat(budget.book(Calls.POSTS, "C2")).isZero();
        }
    }
}
