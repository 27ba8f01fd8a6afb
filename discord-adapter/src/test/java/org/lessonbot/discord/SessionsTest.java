package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController;
import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void aSessionThatIsAboutToBeginWhenTheBotEndsIsLeftInSilence() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> began = new CompletableFuture<>();
        SessionController.SessionConnectNode node = mock();
        when(node.getShardInfo()).thenReturn(JDA.ShardInfo.SINGLE);
        doAnswer(begin -> {
                    Thread.currentThread().setUncaughtExceptionHandler((worker, failure) -> uncaught.add(failure));
                    began.complete(Thread.currentThread());
                    // What JDA does where its threads have ended.
                    throw new RejectedExecutionException("terminated");
                })
                .when(node)
                .run(anyBoolean());

        new Sessions(Optional.empty()).appendSession(node);

        Thread worker = began.get();
        // Or it would pause before the next one.
        worker.interrupt();
        worker.join();
        assertThat(uncaught).isEmpty();
    }
}
