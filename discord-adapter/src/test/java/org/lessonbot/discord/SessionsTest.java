package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final SessionController.SessionConnectNode node = mock();
    private final BlockingQueue<Integer> tries = new LinkedBlockingQueue<>();
    private final Sessions.Patient session = new Sessions.Patient(new Sessions(Optional.empty()), node);

    @Test
    void aSessionThatIsAboutToBeginWhenTheBotEndsIsLeftInSilence() throws Exception {
        // What JDA does where its threads have ended.
        triesFailBy(new RejectedExecutionException("terminated"), 1);

        session.run(true);

        assertThat(tries).containsExactly(1);
    }

    @Test
    void whatJdaDoesNotExpectIsNotItsLastTry() throws Exception {
        triesFailBy(new IllegalArgumentException("no address of Discord's"), 2);

        session.run(true);

        assertThat(tries.take()).isEqualTo(1);
        assertThat(tries.take()).isEqualTo(2);
    }

    /** @param last the number of the try at which the bot ends */
    private void triesFailBy(RuntimeException failure, int last) throws Exception {
        AtomicInteger number = new AtomicInteger();
        JDA jda = mock();
        when(node.getShardInfo()).thenReturn(JDA.ShardInfo.SINGLE);
        when(node.getJDA()).thenReturn(jda);
        when(jda.getStatus()).thenAnswer(asked -> number.get() < last ? JDA.Status.INITIALIZING : JDA.Status.SHUTDOWN);
        doAnswer(begin -> {
                    tries.add(number.incrementAndGet());
                    throw failure;
                })
                .when(node)
                .run(anyBoolean());
    }
}
