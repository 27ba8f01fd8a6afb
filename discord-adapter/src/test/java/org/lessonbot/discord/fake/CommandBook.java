package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The slash commands that the bot has registered: everywhere, or for one guild. */
final class CommandBook {
    /** The scope of commands that exist in every guild. */
    static final String EVERYWHERE = "";

    private final Map<String, Map<String, ObjectNode>> byScope = new LinkedHashMap<>();

    private Map<String, ObjectNode> scope(String guildId) {
        return byScope.computeIfAbsent(guildId, scope -> new LinkedHashMap<>());
    }

    void clear(String guildId) {
        scope(guildId).clear();
    }

    void put(String guildId, ObjectNode command) {
        scope(guildId).put(command.path("name").asText(), command);
    }

    void remove(String guildId, JsonNode command) {
        scope(guildId).remove(command.path("name").asText());
    }

    ArrayNode list(String guildId) {
        ArrayNode list = Json.array();
        scope(guildId).values().forEach(list::add);
        return list;
    }

    Optional<ObjectNode> byId(String guildId, String id) {
        return scope(guildId).values().stream()
                .filter(command -> command.path("id").asText().equals(id))
                .findFirst();
    }

    Optional<ObjectNode> byName(String guildId, String name) {
        return Optional.ofNullable(scope(guildId).get(name));
    }

    /** The command that people in this guild see under that name. */
    Optional<ObjectNode> visible(String guildId, String name) {
        return byName(guildId, name).or(() -> byName(EVERYWHERE, name));
    }
}
