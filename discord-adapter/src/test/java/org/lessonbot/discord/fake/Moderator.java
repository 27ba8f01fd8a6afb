package org.lessonbot.discord.fake;

import java.util.Arrays;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.discord.fake.Rights.Overwrite;

/** What those in charge of a guild do to it, without asking the bot. */
final class Moderator {
    private final World world;

    Moderator(World world) {
        this.world = world;
    }

    void delete(FakeChannel channel) {
        world.forget(channel);
        world.dispatch(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", Payloads.channel(channel));
    }

    void revoke(FakeChannel channel, Permission... permissions) {
        Overwrite before = channel.overwrite(world.bot().id());
        overwrite(channel, before.denying(Permission.getRaw(Arrays.asList(permissions))));
    }

    void grant(FakeChannel channel, Permission... permissions) {
        Overwrite before = channel.overwrite(world.bot().id());
        overwrite(channel, before.allowing(Permission.getRaw(Arrays.asList(permissions))));
    }

    private void overwrite(FakeChannel channel, Overwrite changed) {
        channel.overwrites().put(world.bot().id(), changed);
        world.dispatch("CHANNEL_UPDATE", Payloads.channel(channel));
    }

    void kickBot(FakeGuild guild) {
        guild.removeBot();
        world.dispatch("GUILD_DELETE", Json.object().put("id", guild.id()));
    }
}
