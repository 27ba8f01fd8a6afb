package org.lessonbot.discord.fake;

import net.dv8tion.jda.api.Permission;

/** Finds channels and messages for the bot, or refuses it as Discord does. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** A channel that the bot sees. */
    FakeChannel visible(String channelId) {
        FakeChannel channel = world.channel(channelId).orElseThrow(ApiError::unknownChannel);
        channel.guild().ifPresent(guild -> {
            if (!guild.hasBot() || !Rights.see(guild.bot(), channel)) {
                throw ApiError.missingAccess();
            }
        });
        return channel;
    }

    FakeGuild guild(String guildId) {
        FakeGuild guild = world.guild(guildId).orElseThrow(ApiError::unknownGuild);
        if (!guild.hasBot()) {
            throw ApiError.missingAccess();
        }
        return guild;
    }

    boolean may(FakeChannel channel, Permission permission) {
        return channel.guild()
                .map(guild -> Rights.allow(Rights.of(guild.bot(), channel), permission))
                .orElse(true);
    }

    void need(FakeChannel channel, Permission... permissions) {
        for (Permission permission : permissions) {
            if (!may(channel, permission)) {
                throw ApiError.missingPermissions();
            }
        }
    }

    /** A message that the channel itself shows; ephemeral ones are not to be found that way. */
    FakeMessage message(FakeChannel channel, String messageId) {
        return channel.messages().stream()
                .filter(message -> message.id().equals(messageId) && !message.deleted() && !message.ephemeral())
                .findFirst()
                .orElseThrow(ApiError::unknownMessage);
    }
}
