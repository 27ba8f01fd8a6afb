package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.Slack;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Time;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.User;
import org.mockito.stubbing.Answer;

class ConsolesTest {
    private final Queue<Runnable> errands = new ArrayDeque<>();

    /** Where somebody takes part is asked in the middle of a drawing: there another thread closes theirs. */
    @Test
    void aConsoleThatIsClosedWhileItIsDrawnStaysClosed() throws Exception {
        try (FakeSlack slack = FakeSlack.start()) {
            User lake = slack.user("lake");
            Room room = SlackIds.room(
                    slack.workspace().id(), slack.channel("class", lake).id());
            Consoles consoles = consoles(slack);
            AtomicBoolean leads = new AtomicBoolean(true);
            consoles.sit(new Origin(room, lake.id(), "", Origin.Surface.HOME));
            consoles.beside((team, person) -> {
                if (leads.getAndSet(false)) {
                    consoles.close(room, person, Message.text("You no longer lead."));
                }
                return Map.of();
            });

            consoles.draw(room, Message.text("The console"));
            while (!errands.isEmpty()) {
                errands.remove().run();
            }

            assertThat(slack.home(lake).orElseThrow().shown()).contains("You no longer lead.");
        }
    }

    private Consoles consoles(FakeSlack slack) {
        Secret token = new Secret(slack.workspace().botToken());
        WebApi api = new WebApi(Slack.getInstance(slack.slackConfig()), team -> Optional.of(token));
        Time time = later();
        Budget budget = new Budget(RateLimits.OF_SLACK, Optional.empty(), time);
        Phrasebook words = Phrasebook.of("en");
        return new Consoles(api, new SlackPainter(words), new Errands(budget, time), words, Clock.systemUTC());
    }

    /** Nothing is done before the test does it. */
    private Time later() {
        Answer<?> waits = call -> {
            errands.add(call.getArgument(0));
            return null;
        };
        ScheduledExecutorService threads = mock(ScheduledExecutorService.class);
        doAnswer(waits).when(threads).execute(any());
        doAnswer(waits).when(threads).schedule(any(Runnable.class), anyLong(), any());
        Time time = mock(Time.class);
        when(time.threads(any(), anyInt())).thenReturn(threads);
        return time;
    }
}
