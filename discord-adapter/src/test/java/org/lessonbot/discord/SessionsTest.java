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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final JDA jda = mock();
    private final SessionController.SessionConnectNode node = mock();
    private final BlockingQueue<Thread> tries = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();

    @BeforeEach
    void begin() {
        when(node.getShardInfo()).thenReturn(JDA.ShardInfo.SINGLE);
        when(node.getJDA()).thenReturn(jda);
    }

    @Test
    void aSessionThatIsAboutToBeginWhenTheBotEndsIsLeftInSilence() throws Exception {
        // What JDA does where its threads have ended.
        triesFailBy(new RejectedExecutionException("terminated"), 1);

        new Sessions(Optional.empty()).appendSession(node);

        sparedItsPause().join();
        assertThat(uncaught).isEmpty();
        assertThat(tries).isEmpty();
    }

    @Test
    void whatJdaDoesNotExpectIsNotItsLastTry() throws Exception {
        triesFailBy(new IllegalArgumentException("no address of Discord's"), 2);

        new Sessions(Optional.empty()).appendSession(node);

        sparedItsPause();
        sparedItsPause().join();
        assertThat(uncaught).isEmpty();
    }

    /** Spares the worker the pause that JDA makes before the next. */
    private Thread sparedItsPause() throws InterruptedException {
        Thread worker = tries.take();
        worker.interrupt();
        return worker;
    }

    /** @param last the number of the try at which the bot ends */
    private void triesFailBy(RuntimeException failure, int last) throws Exception {
        AtomicInteger number = new AtomicInteger();
        when(jda.getStatus()).thenAnswer(asked -> number.get() < last ? JDA.Status.INITIALIZING : JDA.Status.SHUTDOWN);
        doAnswer(begin -> {
                    Thread.currentThread().setUncaughtExceptionHandler((worker, thrown) -> uncaught.add(thrown));
                    number.incrementAndGet();
                    tries.add(Thread.currentThread());
                    throw failure;
                })
                .when(node)
                .run(anyBoolean());
    }
}
