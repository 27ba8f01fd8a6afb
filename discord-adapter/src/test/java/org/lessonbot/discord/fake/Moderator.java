package org.lessonbot.discord.fake;

import java.util.Arrays;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.discord.fake.Rights.Overwrite;

/** What those in charge of a guild, or of themselves, do without asking the bot. */
public final class Moderator {
    private final World world;

    Moderator(World world) {
        this.world = world;
    }

    /** Deletes a channel or thread. */
    public void delete(FakeChannel channel) {
        world.locked(() -> {
            world.forget(channel);
            world.dispatch(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", Payloads.channel(channel));
        });
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
        world.dispatch("CHANNEL_UPDATE", Payloads.seen(channel));
    }

    /** Everybody may do this from now on, and nothing else, in channels that say nothing of it. */
    public void everybodyMay(FakeGuild guild, Permission... permissions) {
        world.locked(() -> guild.everybodyMay(permissions));
    }

    /** Gives the bot a role in which it may do this as well. */
    public void promoteBot(FakeGuild guild, Permission... permissions) {
        world.locked(() -> guild.promoteBot(permissions));
    }

    /** Lets nobody see the channel but these. */
    public void hide(FakeChannel channel, FakeMember... people) {
        world.locked(() -> {
            long view = Permission.getRaw(Permission.VIEW_CHANNEL);
            channel.overwrites().put(channel.guild().orElseThrow().id(), Rights.Overwrite.NONE.denying(view));
            for (FakeMember person : people) {
                channel.overwrites().put(person.id(), Rights.Overwrite.NONE.allowing(view));
            }
            world.dispatch("CHANNEL_UPDATE", Payloads.seen(channel));
        });
    }

    /** Removes the bot from the guild, but leaves its commands there, as when it was added without the scope "bot". */
    public void leaveOnlyCommands(FakeGuild guild) {
        world.locked(() -> {
            guild.leaveOnlyCommands();
            world.dispatch("GUILD_DELETE", Json.object().put("id", guild.id()));
        });
    }

    /** The same as a revocation that the bot has not heard of yet. */
    public void revokeUnheard(FakeChannel channel, Permission... permissions) {
        world.locked(() -> {
            Overwrite before = channel.overwrite(world.bot().id());
            channel.overwrites().put(world.bot().id(), before.denying(Permission.getRaw(Arrays.asList(permissions))));
        });
    }

    /** From now on Discord leaves out the bitrate of a channel that the bot does not see. */
    public void cutBitrates(FakeGuild guild) {
        world.locked(guild::cutBitrates);
    }

    /** Somebody writes a post in a forum: the thread that it is. */
    public FakeChannel post(FakeChannel forum, FakeMember author, String title) {
        return world.locked(() -> {
            FakeChannel.ThreadState state = new FakeChannel.ThreadState(author.id(), false, false, 4320, world.now());
            FakeChannel thread = FakeChannel.thread(world.nextId(), FakeChannel.PUBLIC_THREAD, title, forum, state);
            world.register(thread);
            forum.guild().orElseThrow().add(thread);
            world.dispatch("THREAD_CREATE", Payloads.channel(thread));
            return thread;
        });
    }

    /** Nobody wrote in a thread for as long as it says, so it is archived; whoever may writes in it wakes it. */
    public void archive(FakeChannel thread) {
        become(thread, true, thread.locked());
    }

    /** From now on only those write in the thread who manage threads, or everybody again. */
    public void lock(FakeChannel thread, boolean locked) {
        become(thread, thread.archived(), locked);
    }

    private void become(FakeChannel thread, boolean archived, boolean locked) {
        world.locked(() -> {
            FakeChannel.ThreadState before = thread.thread();
            thread.thread(new FakeChannel.ThreadState(
                    before.ownerId(), archived, locked, before.archiveMinutes(), world.now()));
            world.dispatch("THREAD_UPDATE", Payloads.channel(thread));
        });
    }

    /** Invites the bot again, which was thrown out. */
    public void inviteBot(FakeGuild guild) {
        world.locked(() -> {
            guild.addBot();
            world.dispatch("GUILD_CREATE", Payloads.guild(guild));
        });
    }

    /** Throws the bot out. */
    public void kickBot(FakeGuild guild) {
        world.locked(() -> {
            guild.removeBot();
            world.dispatch("GUILD_DELETE", Json.object().put("id", guild.id()));
        });
    }

    /** Somebody no longer lets the bot write to them directly. */
    public void closeDirectMessages(FakeMember person) {
        world.locked(() -> world.refuseDirectMessages(person.user()));
    }
}
