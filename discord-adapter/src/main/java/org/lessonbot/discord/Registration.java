package org.lessonbot.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the command in each place that it is wanted in, and takes it away where an earlier run with other settings left
 * it: Discord shows a command of all servers and one of a single server beside each other.
 */
final class Registration extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final List<String> guilds;
    private final CommandData command;
    private final ScheduledExecutorService threads;

    /**
     * @param guilds ids of the servers that it is wanted in; empty for all together
     * @param threads on which it is tried again
     */
    Registration(List<String> guilds, CommandData command, ScheduledExecutorService threads) {
        this.guilds = guilds;
        this.command = command;
        this.threads = threads;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA shard = event.getJDA();
        if (shard.getShardInfo().getShardId() != 0) {
            return;
        }
        if (guilds.isEmpty()) {
            register(shard::updateCommands, "all servers");
        } else {
            remove(shard::retrieveCommands, "all servers together");
        }
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        inGuild(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        inGuild(event.getGuild());
    }

    private void inGuild(Guild guild) {
        if (guilds.contains(guild.getId())) {
            register(guild::updateCommands, guild.getName());
        } else {
            remove(guild::retrieveCommands, guild.getName());
        }
    }

    private void register(Supplier<CommandListUpdateAction> update, String where) {
        ask(
                () -> update.get().addCommands(command),
                registered -> log.info("Discord: /{} is registered in {}", command.getName(), where),
                failure -> log.error(
                        "Discord: /{} was not registered in {}; was the bot invited with the link that doctor prints? {}",
                        command.getName(),
                        where,
                        failure.getMessage()),
                where,
                FIRST_WAIT);
    }

    private void remove(Supplier<RestAction<List<Command>>> registered, String where) {
        ask(
                registered,
                all -> all.stream()
                        .filter(there -> there.getName().equals(command.getName()))
                        .forEach(there -> ask(
                                there::delete,
                                gone -> log.info("Discord: /{} is no longer registered in {}", there.getName(), where),
                                failure -> unknown(where, failure),
                                where,
                                FIRST_WAIT)),
                failure -> unknown(where, failure),
                where,
                FIRST_WAIT);
    }

    private void unknown(String where, Throwable failure) {
        log.info("Discord: whether /{} stands in {} is not known: {}", command.getName(), where, failure.getMessage());
    }

    /** What is not Discord's own word may pass: until the next session nobody else would try again. */
    private <T> void ask(
            Supplier<? extends RestAction<T>> request,
            Consumer<? super T> done,
            Consumer<Throwable> refused,
            String where,
            Duration wait) {
        try {
            request.get().queue(done, failure -> {
                if (Faults.isRefusal(failure)) {
                    refused.accept(failure);
                } else {
                    later(() -> ask(request, done, refused, where, longer(wait)), where, wait, failure);
                }
            });
        } catch (RejectedExecutionException closing) {
            left();
        }
    }

    private void later(Runnable again, String where, Duration wait, Throwable failure) {
        if (threads.isShutdown()) {
            left();
            return;
        }
        threads.schedule(again, wait.toMillis(), TimeUnit.MILLISECONDS);
        log.warn(
                "Discord: /{} could not be looked after in {} yet, the next try is in {} s: {}",
                command.getName(),
                where,
                wait.toSeconds(),
                failure.getMessage());
    }

    private static Duration longer(Duration wait) {
        Duration longer = wait.multipliedBy(2);
        return longer.compareTo(DiscordConnection.LONGEST_WAIT) > 0 ? DiscordConnection.LONGEST_WAIT : longer;
    }

    private void left() {
        log.info("Discord: the bot closes before /{} was looked after", command.getName());
    }
}
