package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.junit.jupiter.api.Test;

/** Asked without JDA, which shouts in the log where it is answered by a page. */
class RegistrationTest {
    private static final Throwable PAGE = ErrorResponseException.create(
            ErrorResponse.SERVER_ERROR, new Response(new IllegalStateException("a page"), Set.of()));
    private static final Throwable REFUSAL = ErrorResponseException.create(
            ErrorResponse.MISSING_ACCESS, new Response(null, 403, "Missing Access", 0, Set.of()));

    private final Queue<Throwable> failures = new ArrayDeque<>();
    private final List<String> registered = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();

    /** Until the next session nobody would find the command. */
    @Test
    void aPageInPlaceOfAnAnswerIsNoReasonToGoWithoutTheCommand() {
        failures.addAll(List.of(PAGE, PAGE, PAGE, PAGE, PAGE, PAGE, PAGE));

        connect();

        assertThat(registered).hasSize(1);
        assertThat(waits).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 32_000L);
    }

    @Test
    void whatDiscordRefusesIsForTheOperatorToMend() {
        failures.add(REFUSAL);

        connect();

        assertThat(registered).isEmpty();
        assertThat(waits).isEmpty();
    }

    private void connect() {
        CommandListUpdateAction update = mock(RETURNS_SELF);
        doAnswer(asked -> {
                    Optional.ofNullable(failures.poll())
                            .ifPresentOrElse(
                                    asked.<Consumer<Throwable>>getArgument(1), () -> registered.add("everywhere"));
                    return null;
                })
                .when(update)
                .queue(any(), any());
        ScheduledExecutorService threads = mock();
        when(threads.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(later -> {
            waits.add(later.getArgument(2, TimeUnit.class).toMillis(later.getArgument(1)));
            later.getArgument(0, Runnable.class).run();
            return null;
        });
        JDA shard = mock();
        when(shard.getShardInfo()).thenReturn(new JDA.ShardInfo(0, 1));
        when(shard.updateCommands()).thenReturn(update);
        ReadyEvent ready = mock();
        when(ready.getJDA()).thenReturn(shard);
        CommandData command = mock();
        when(command.getName()).thenReturn(DiscordCommands.NAME);

        new Registration(List.of(), command, threads).onReady(ready);
    }
}
