package org.lessonbot.discord;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator should know of the sessions, and what is done once they stand: the commands are registered. */
final class DiscordNotices extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(DiscordNotices.class);

    private final DiscordSettings settings;
    private final CommandData command;
    private final Runnable ready;
    private final Set<Integer> connected = ConcurrentHashMap.newKeySet();

    /** @param ready run once all shards of this instance are connected */
    DiscordNotices(DiscordSettings settings, CommandData command, Runnable ready) {
        this.settings = settings;
        this.command = command;
        this.ready = ready;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA shard = event.getJDA();
        int id = shard.getShardInfo().getShardId();
        log.info(
                "Discord: {} is connected, shard {} of {}, {} servers",
                shard.getSelfUser().getName(),
                id,
                shard.getShardInfo().getShardTotal(),
                event.getGuildTotalCount());
        if (id == 0 && settings.guilds().isEmpty()) {
            register(shard.updateCommands(), "all servers");
        }
    }

    /** A shard can be written to from here on, and no earlier. */
    @Override
    public void onStatusChange(StatusChangeEvent event) {
        JDA.ShardInfo shard = event.getJDA().getShardInfo();
        if (event.getNewStatus() == JDA.Status.CONNECTED) {
            connected.add(shard.getShardId());
            if (connected.size() >= settings.shards().here(shard.getShardTotal())) {
                ready.run();
            }
        }
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        inGuild(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        log.info("Discord: the bot was invited to {}", event.getGuild().getName());
        inGuild(event.getGuild());
    }

    private void inGuild(Guild guild) {
        if (settings.guilds().contains(guild.getId())) {
            register(guild.updateCommands(), guild.getName());
        }
    }

    private void register(CommandListUpdateAction update, String where) {
        update.addCommands(command)
                .queue(
                        registered -> log.info("Discord: /{} is registered in {}", command.getName(), where),
                        failure -> log.error(
                                "Discord: /{} was not registered in {}; was the bot invited with the link that doctor"
                                        + " prints? {}",
                                command.getName(),
                                where,
                                failure.getMessage()));
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        log.warn(
                "Discord: the bot was removed from {}; its lessons wait until it is invited again",
                event.getGuild().getName());
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        log.info(
                "Discord: #{} of {} was deleted",
                event.getChannel().getName(),
                event.getGuild().getName());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = event.getCloseCode();
        if (code != null && !code.isReconnect()) {
            log.error("Discord ended the session for good: {} There are no lessons at Discord now", code.getMeaning());
        }
    }
}
