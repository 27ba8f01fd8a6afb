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
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asked without JDA, which shouts in the log where it is answered by a page. */
class RegistrationTest {
    private static final Throwable PAGE = ErrorResponseException.create(
            ErrorResponse.SERVER_ERROR, new Response(new IllegalStateException("a page"), Set.of()));
    private static final Throwable REFUSAL = ErrorResponseException.create(
            ErrorResponse.MISSING_ACCESS, new Response(null, 403, "Missing Access", 0, Set.of()));

    private final Queue<Throwable> failures = new ArrayDeque<>();
    private final Queue<Throwable> deletions = new ArrayDeque<>();
    private final ScheduledExecutorService threads = mock();
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

    /** Discord would show it twice. */
    @Test
    void aPageInPlaceOfAnAnswerIsNoReasonToLeaveTheCommandWhereItIsNotWanted() {
        failures.addAll(List.of(PAGE, PAGE));
        deletions.addAll(List.of(PAGE, PAGE, PAGE));

        connect(List.of("1"));

        assertThat(registered).isEmpty();
        assertThat(waits).containsExactly(1_000L, 2_000L, 1_000L, 2_000L, 4_000L);
    }

    @Test
    void whoeverClosesTriesNothingAgain() {
        when(threads.isShutdown()).thenReturn(true);
        failures.add(PAGE);

        connect();

        assertThat(waits).isEmpty();
    }

    private void connect() {
        connect(List.of());
    }

    private void connect(List<String> guilds) {
        when(threads.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(later -> {
            waits.add(later.getArgument(2, TimeUnit.class).toMillis(later.getArgument(1)));
            later.getArgument(0, Runnable.class).run();
            return null;
        });
        Command there = mock();
        when(there.getName()).thenReturn(DiscordCommands.NAME);
        RestAction<Void> delete = request(deletions, () -> registered.remove("everywhere"), null);
        when(there.delete()).thenAnswer(asked -> delete);
        RestAction<List<Command>> retrieve = request(failures, () -> registered.add("everywhere"), List.of(there));
        CommandListUpdateAction update = mock(RETURNS_SELF);
        answer(update, failures, () -> registered.add("everywhere"), List.of());
        JDA shard = mock();
        when(shard.getShardInfo()).thenReturn(new JDA.ShardInfo(0, 1));
        when(shard.updateCommands()).thenReturn(update);
        when(shard.retrieveCommands()).thenReturn(retrieve);
        ReadyEvent ready = mock();
        when(ready.getJDA()).thenReturn(shard);
        CommandData command = mock();
        when(command.getName()).thenReturn(DiscordCommands.NAME);

        new Registration(guilds, command, threads).onReady(ready);
    }

    private static <T> RestAction<T> request(Queue<Throwable> failures, Runnable done, @Nullable T result) {
        RestAction<T> request = mock();
        answer(request, failures, done, result);
        return request;
    }

    private static <T> void answer(
            RestAction<T> request, Queue<Throwable> failures, Runnable done, @Nullable T result) {
        doAnswer(asked -> {
                    Optional.ofNullable(failures.poll())
                            .ifPresentOrElse(asked.<Consumer<Throwable>>getArgument(1), () -> {
                                done.run();
                                asked.<Consumer<@Nullable T>>getArgument(0).accept(result);
                            });
                    return null;
                })
                .when(request)
                .queue(any(), any());
    }
}
