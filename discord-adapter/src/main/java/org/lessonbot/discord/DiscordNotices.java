package org.lessonbot.discord;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDAInfo;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateLockedEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildTimeoutEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of the sessions and the servers: what the operator should know of it, and who else should. */
final class DiscordNotices extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(DiscordNotices.class);

    private final DiscordSettings settings;
    private final Runnable ready;
    private final DiscordPlatform platform;
    private final Set<Integer> connected = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Outage> outages = new ConcurrentHashMap<>();

    /** @param ready run once all shards of this instance are connected */
    DiscordNotices(DiscordSettings settings, Runnable ready, DiscordPlatform platform) {
        this.settings = settings;
        this.ready = ready;
        this.platform = platform;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA shard = event.getJDA();
        log.info(
                "Discord: {} is connected, shard {} of {}, {} servers",
                shard.getSelfUser().getName(),
                shard.getShardInfo().getShardId(),
                shard.getShardInfo().getShardTotal(),
                event.getGuildTotalCount());
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        JDA.ShardInfo shard = event.getJDA().getShardInfo();
        outages.computeIfAbsent(shard.getShardId(), none -> new Outage())
                .becomes(event.getNewStatus())
                .ifPresent(pause -> log.warn("Discord cannot be reached, the next try is in {} s", pause.toSeconds()));
        if (event.getNewStatus() == JDA.Status.LOADING_SUBSYSTEMS) {
            Amendments.to(event.getJDA(), settings.gatewayUrl());
        } else if (event.getNewStatus() == JDA.Status.CONNECTED) {
            connected(shard);
        }
    }

    /** A shard can be written to from here on, and no earlier. */
    private void connected(JDA.ShardInfo shard) {
        if (!connected.add(shard.getShardId())) {
            log.warn("Discord is there again, shard {}", shard.getShardId());
        }
        if (connected.size() >= settings.shards().here(shard.getShardTotal())) {
            ready.run();
        }
        platform.back();
    }

    /** JDA gives up on a server whose description did not come, or could not be read, and then ignores all that happens there. */
    @Override
    public void onGuildTimeout(GuildTimeoutEvent event) {
        log.error(
                "Discord's description of the server {} did not come or could not be read: there are no lessons in it"
                        + " until the bot is started again. If that is no help, look for a bot with a newer JDA than {}",
                event.getGuildId(),
                JDAInfo.VERSION);
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        log.info("Discord: the bot was invited to {}", event.getGuild().getName());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        log.warn(
                "Discord: the bot was removed from {}; its lessons wait until it is invited again",
                event.getGuild().getName());
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        platform.changed(event.getChannel());
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        changed(event.getGuild());
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
        if (event.getMember().equals(event.getGuild().getSelfMember())) {
            changed(event.getGuild());
        }
    }

    private void changed(Guild guild) {
        guild.getChannels().forEach(platform::changed);
    }

    @Override
    public void onChannelUpdateLocked(ChannelUpdateLockedEvent event) {
        platform.changed(event.getChannel().asGuildMessageChannel());
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        log.info(
                "Discord: #{} of {} was deleted",
                event.getChannel().getName(),
                event.getGuild().getName());
        platform.deleted(event.getChannel().getId());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = event.getCloseCode();
        if (code != null && !code.isReconnect()) {
            log.error("Discord ended the session for good: {} There are no lessons at Discord now", code.getMeaning());
        }
    }
}
