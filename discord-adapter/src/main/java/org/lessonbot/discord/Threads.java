package org.lessonbot.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.requests.Method;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.entities.GuildImpl;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.lessonbot.engine.PlatformException;

/**
 * Threads in which nobody wrote for a while. Discord archives them after an hour to a week, and a club goes on for longer. JDA forgets
 * them then, and offers no way to ask for one by its id, so this stands upon its inside.
 */
final class Threads {
    private static final Route GET_CHANNEL = Route.custom(Method.GET, "channels/{channel_id}");

    private Threads() {}

    /**
     * Asks Discord for a thread that JDA does not know.
     *
     * @throws PlatformException.Gone if there is none: it was deleted, or was a channel that was
     */
    static ThreadChannel find(Guild guild, long id) throws PlatformException {
        String place = "the channel " + id + " of " + guild.getName();
        DataObject found;
        try {
            found = Faults.call(
                    guild.getJDA(), place, () -> asked(guild.getJDA(), GET_CHANNEL, id, DataObject.empty()));
        } catch (PlatformException.Gone gone) {
            throw new PlatformException.Gone(place + " was deleted");
        }
        if (!ChannelType.fromId(found.getInt("type")).isThread()
                || guild.getGuildChannelById(found.getUnsignedLong("parent_id")) == null) {
            throw new PlatformException.Transient(place + " is not known yet");
        }
        JDAImpl shard = (JDAImpl) guild.getJDA();
        return shard.getEntityBuilder().createThreadChannel((GuildImpl) guild, found, guild.getIdLong());
    }

    /** Lets people write again in what may be an archived thread; that it is not locked was looked at before. */
    static void wake(GuildMessageChannel channel) throws PlatformException {
        if (channel instanceof ThreadChannel thread && thread.isArchived()) {
            Faults.call(
                    channel,
                    () -> asked(
                            channel.getJDA(),
                            Route.Channels.MODIFY_CHANNEL,
                            channel.getIdLong(),
                            DataObject.empty().put("archived", false)));
        }
    }

    private static RestAction<DataObject> asked(JDA shard, Route route, long channel, DataObject body) {
        Route.CompiledRoute compiled = route.compile(Long.toUnsignedString(channel));
        return route.getMethod() == Method.GET
                ? new RestActionImpl<>(shard, compiled, (answer, request) -> answer.getObject())
                : new RestActionImpl<>(shard, compiled, body, (answer, request) -> answer.getObject());
    }
}
