package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.discord.fake.Limits.Refusal;
import org.lessonbot.discord.fake.Limits.Scope;
import org.lessonbot.discord.fake.Limits.Verdict;

class LimitsTest {
    private final Limits limits = new Limits();

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
}
