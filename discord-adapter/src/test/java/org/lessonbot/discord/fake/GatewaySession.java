package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/** A bot's session: it outlives connections, and keeps every event so that a new connection can catch up. */
final class GatewaySession {
    private static final int GUILDS = 1;
    private static final int GUILD_MESSAGES = 1 << 9;
    private static final int DIRECT_MESSAGES = 1 << 12;
    private static final int DISPATCH = 0;

    private final String id;
    private final int intents;
    private final long shard;
    private final long shards;
    private final List<String> sent = new ArrayList<>();
    private @Nullable WebSocket connection;

    GatewaySession(String id, JsonNode identify, WebSocket connection) {
        this.id = id;
        this.intents = identify.path("intents").asInt();
        this.shard = identify.path("shard").path(0).asLong(0);
        this.shards = identify.path("shard").path(1).asLong(1);
        this.connection = connection;
    }

    String id() {
        return id;
    }

    Optional<WebSocket> connection() {
        return Optional.ofNullable(connection).filter(WebSocket::isOpen);
    }

    boolean uses(WebSocket other) {
        return other.equals(connection);
    }

    boolean serves(FakeGuild guild) {
        return servesGuild(guild.id());
    }

    private boolean servesGuild(String guildId) {
        return (Long.parseLong(guildId) >> 22) % shards == shard;
    }

    /** Sends an event, now or when the bot resumes, unless its intents or its shard rule that out. */
    void dispatch(String type, ObjectNode payload) {
        if (wants(type, payload)) {
            send(type, payload);
        }
    }

    void send(String type, ObjectNode payload) {
        ObjectNode event = Json.object().put("op", DISPATCH).put("t", type).put("s", sent.size() + 1);
        event.set("d", payload);
        String text = Json.write(event);
        sent.add(text);
        connection().ifPresent(open -> open.send(text));
    }

    private boolean wants(String type, ObjectNode payload) {
        boolean inGuild = payload.hasNonNull("guild_id");
        String guildId = type.startsWith("GUILD_") && payload.has("id")
                ? payload.path("id").asText()
                : payload.path("guild_id").asText("0");
        if (!servesGuild(guildId)) {
            return false;
        }
        if (type.equals("INTERACTION_CREATE")) {
            return true;
        }
        if (type.startsWith("MESSAGE_")) {
            return (intents & (inGuild ? GUILD_MESSAGES : DIRECT_MESSAGES)) != 0;
        }
        return (intents & GUILDS) != 0;
    }

    /** Whether the bot can have seen that many events. */
    boolean reached(int sequence) {
        return sequence <= sent.size();
    }

    /** Goes on over a new connection after the event with this number. */
    void resume(WebSocket reconnected, int sequence) {
        connection = reconnected;
        sent.subList(sequence, sent.size()).forEach(reconnected::send);
        send("RESUMED", Json.object());
    }
}
