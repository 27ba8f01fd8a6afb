package org.lessonbot.discord;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.handle.SocketHandler;
import org.jspecify.annotations.Nullable;

/**
 * What Discord sends, made good before JDA 6.5 reads it. It stands upon JDA's inside, for nothing outside comes before the
 * reading; a JDA from 6.7 on reads obfuscated channels by itself, and needs only {@link #stay}.
 */
final class Amendments {
    /** What Discord gives a voice channel when nobody chose anything, in bits per second. */
    private static final int BITRATE = 64_000;

    private Amendments() {}

    /** From the next event on. Must be called on the thread that reads them, before READY is handled. */
    static void to(JDA shard, Optional<URI> gateway) {
        JDAImpl reader = (JDAImpl) shard;
        gateway.ifPresent(url -> amend(reader, "READY", ready -> stay(ready, url)));
        amend(reader, "GUILD_CREATE", Amendments::readable);
        amend(reader, "CHANNEL_CREATE", Amendments::voice);
        amend(reader, "CHANNEL_UPDATE", Amendments::voice);
    }

    private static void amend(JDAImpl reader, String event, Consumer<DataObject> change) {
        reader.getClient()
                .getHandlers()
                .computeIfPresent(
                        event,
                        (type, handler) -> handler instanceof Amended ? handler : new Amended(reader, handler, change));
    }

    /** JDA resumes at the address that Discord names here, which is not the configured one: it would leave a proxy. */
    private static void stay(DataObject ready, URI gateway) {
        ready.put("resume_gateway_url", gateway.toString());
    }

    /** One hidden voice channel without a bitrate, and JDA takes in nothing of the whole server, and is never ready. */
    private static void readable(DataObject guild) {
        guild.optArray("channels").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(Amendments::voice);
    }

    private static void voice(DataObject channel) {
        if (ChannelType.fromId(channel.getInt("type")).isAudio()) {
            give(channel, "bitrate", BITRATE);
            give(channel, "user_limit", 0);
        }
    }

    private static void give(DataObject channel, String field, int value) {
        if (channel.isNull(field)) {
            channel.put(field, value);
        }
    }

    /** JDA's own handler, given what was made good. */
    private static final class Amended extends SocketHandler {
        private final SocketHandler handler;
        private final Consumer<DataObject> change;

        Amended(JDAImpl reader, SocketHandler handler, Consumer<DataObject> change) {
            super(reader);
            this.handler = handler;
            this.change = change;
        }

        @Override
        protected @Nullable Long handleInternally(DataObject content) {
            change.accept(content);
            handler.handle(responseNumber, allContent);
            return null;
        }
    }
}
