package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks component trees and completes them as Discord does before it keeps them. */
final class Components {
    static final int ROW = 1;
    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int TEXT_INPUT = 4;
    static final int USER_SELECT = 5;
    static final int ROLE_SELECT = 6;
    static final int MENTIONABLE_SELECT = 7;
    static final int CHANNEL_SELECT = 8;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int THUMBNAIL = 11;
    static final int MEDIA_GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;
    static final int LABEL = 18;
    static final int FILE_UPLOAD = 19;
    static final int RADIO_GROUP = 21;
    static final int CHECKBOX_GROUP = 22;
    static final int CHECKBOX = 23;

    private Components() {}

    /** Every component of a tree, in reading order: a section's accessory comes after its texts. */
    static Stream<JsonNode> all(JsonNode components) {
        return Json.stream(components)
                .flatMap(component -> Stream.of(
                                Stream.of(component),
                                all(component.path("components")),
                                single(component.path("accessory")),
                                single(component.path("component")))
                        .flatMap(part -> part));
    }

    private static Stream<JsonNode> single(JsonNode component) {
        return component.isObject() ? all(Json.array().add(component)) : Stream.empty();
    }

    static Stream<String> texts(JsonNode components) {
        return all(components)
                .filter(component -> component.path("type").asInt() == TEXT_DISPLAY)
                .map(component -> component.path("content").asText());
    }

    /** Everything with a {@code custom_id}. */
    static Stream<JsonNode> controls(JsonNode components) {
        return all(components).filter(component -> component.hasNonNull("custom_id"));
    }

    /** The numbers of all files that are shown. */
    static Set<String> attachments(JsonNode components) {
        return Json.objectsWithin(components).stream()
                .map(object -> object.path("attachment_id").asText())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** A copy in which every component has an id, and every {@code attachment://} the address and number of its file. */
    static ArrayNode kept(JsonNode sent, Function<String, Optional<JsonNode>> fileOf) {
        ArrayNode copy = sent.isArray() ? sent.deepCopy() : Json.array();
        Set<Integer> taken = new HashSet<>();
        all(copy).forEach(component -> taken.add(component.path("id").asInt()));
        int[] next = {1};
        all(copy).forEach(component -> {
            if (component.path("id").asInt() == 0) {
                while (!taken.add(next[0])) {
                    next[0]++;
                }
                ((ObjectNode) component).put("id", next[0]);
            }
        });
        Json.objectsWithin(copy).forEach(node -> resolve(node, fileOf));
        return copy;
    }

    private static void resolve(JsonNode node, Function<String, Optional<JsonNode>> fileOf) {
        for (String media : new String[] {"media", "file"}) {
            if (node.path(media) instanceof ObjectNode object) {
                Optional<JsonNode> file = fileOf.apply(object.path("url").asText());
                String address = file.map(known -> known.path("url").asText())
                        .orElse(object.path("url").asText());
                file.ifPresent(
                        known -> object.put("attachment_id", known.path("id").asText()));
                object.put("url", address)
                        .put("proxy_url", address)
                        .put("width", 640)
                        .put("height", 360);
                object.put("content_type", "image/png");
            }
        }
    }
}
