package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.discord.fake.Limits.Refusal;
import org.lessonbot.discord.fake.Limits.Scope;
import org.lessonbot.discord.fake.Limits.Verdict;
import org.lessonbot.engine.DrivenTime;

class LimitsTest {
    private final DrivenTime time = DrivenTime.standing();
    private final Limits limits = new Limits(time, () -> 0);

    @Test
    void fiftyRequestsASecondAreEnough() {
        for (int i = 0; i < 50; i++) {
            assertThat(limits.judge(Route.POST_MESSAGE, "channel=" + i).refusal())
                    .isEmpty();
        }

        Verdict stopped = limits.judge(Route.POST_MESSAGE, "channel=50");
        assertThat(stopped.refusal().map(Refusal::scope)).isEqualTo(Optional.of(Scope.GLOBAL));
        assertThat(stopped.headers()).containsEntry("x-ratelimit-global", "true");

        time.advance(Duration.ofMillis(1001));
        assertThat(limits.judge(Route.POST_MESSAGE, "channel=50").refusal()).isEmpty();
    }

    @Test
    void tenThousandRefusedRequestsBanTheAddress() {
        for (int i = 0; i < 9_999; i++) {
            limits.count(403);
        }
        assertThat(limits.judge(Route.POST_MESSAGE, "").refusal()).isEmpty();

        limits.count(429);

        Verdict banned = limits.judge(Route.POST_MESSAGE, "");
        assertThat(banned.refusal().map(Refusal::scope)).isEqualTo(Optional.of(Scope.PROXY));
        assertThat(banned.headers()).doesNotContainKey("via");
    }

    @Test
    void answersToInteractionsAreExemptFromTheGlobalLimit() {
        for (int i = 0; i < 200; i++) {
            assertThat(limits.judge(Route.ANSWER, "token=" + i).refusal()).isEmpty();
        }
    }

    @Test
    void eachChannelHasABucketOfItsOwn() {
        limits.allow(Route.POST_MESSAGE, 1, Duration.ofMinutes(1));

        assertThat(limits.judge(Route.POST_MESSAGE, "channel=1").refusal()).isEmpty();
        assertThat(limits.judge(Route.POST_MESSAGE, "channel=1").refusal()).isPresent();
        assertThat(limits.judge(Route.POST_MESSAGE, "channel=2").refusal()).isEmpty();
    }

    @Test
    void whoeverIsToldToWaitAndComesAgainAndAgainFloods() {
        limits.refuseNext(Route.POST_MESSAGE, Duration.ofHours(1));
        limits.allow(Route.POST_MESSAGE, 0, Duration.ofHours(1));

        List<Verdict> verdicts = IntStream.range(0, 5)
                .mapToObj(any -> limits.judge(Route.POST_MESSAGE, "channel=1"))
                .toList();

        assertThat(verdicts).allMatch(verdict -> verdict.refusal().isPresent());
        assertThat(verdicts).extracting(Verdict::floods).containsExactly(false, false, false, false, true);
    }

    @Test
    void whoeverWaitsDoesNotFlood() {
        IntStream.range(0, 9).forEach(any -> {
            limits.refuseNext(Route.POST_MESSAGE, Duration.ZERO);
            assertThat(limits.judge(Route.POST_MESSAGE, "channel=1").floods()).isFalse();
        });
    }

    @Test
    void theBotsOwnTimeCounts() {
        limits.allow(Route.POST_MESSAGE, 1, Duration.ofDays(1));
        limits.judge(Route.POST_MESSAGE, "channel=1");
        assertThat(limits.judge(Route.POST_MESSAGE, "channel=1").refusal()).isPresent();

        time.advance(Duration.ofDays(1));

        assertThat(limits.judge(Route.POST_MESSAGE, "channel=1").refusal()).isEmpty();
    }
}
