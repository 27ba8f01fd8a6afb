package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.PlatformException.RateLimited;
import org.lessonbot.slack.RateLimits.Calls;

class BudgetTurnsTest {
    private static final RateLimits LIMITS = RateLimits.OF_SLACK;
    private static final Duration APART = LIMITS.apart(Calls.POSTS);

    private final DrivenTime time = DrivenTime.standing();
    private final Budget budget = new Budget(LIMITS, Optional.empty(), time);

    private void waits(String place, String who, Duration time) {
        assertThatThrownBy(() -> budget.take(Calls.POSTS, place, who))
                .asInstanceOf(InstanceOfAssertFactories.type(RateLimited.class))
                .extracting(RateLimited::after)
                .isEqualTo(time);
    }

    private void takes(String place, String who) throws PlatformException {
        budget.take(Calls.POSTS, place, who);
    }

    @Test
    void whoeverComesAgainIsServedInTheOrderInWhichTheyAsked() throws PlatformException {
        takes("C1", "a");
        waits("C1", "b", APART);
        waits("C1", "c", APART.multipliedBy(2));
        waits("C1", "a", APART.multipliedBy(3));

        time.advance(APART);
        waits("C1", "c", APART);
        takes("C1", "b");
        time.advance(APART);
        takes("C1", "c");
        waits("C1", "b", APART.multipliedBy(2));
    }

    @Test
    void placesDoNotWaitForEachOther() throws PlatformException {
        takes("C1", "a");
        takes("C2", "a");
        waits("C1", "a", APART);
    }

    /** Who was promised a sooner turn too, or each room of a workspace would run into the closed door by itself. */
    @Test
    void whenSlackAsksForPatienceAllWhoShareTheLimitHaveIt() throws PlatformException {
        Duration patience = Duration.ofSeconds(30);
        takes("C1", "a");
        waits("C1", "b", APART);

        assertThatThrownBy(() -> budget.heed(Calls.POSTS, "C1", () -> {
                    throw new RateLimited("slower", patience);
                }))
                .isInstanceOf(RateLimited.class);

        waits("C1", "b", patience.plus(APART));
        takes("C2", "a");
        time.advance(patience.plus(APART));
        takes("C1", "b");
    }

    @Test
    void whoComesAfterAPauseNeedNotWait() throws PlatformException {
        takes("C1", "a");
        time.advance(APART);
        takes("C1", "a");
    }
}
