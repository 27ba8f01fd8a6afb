package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The fields that a request may have, and of what kind they are. Stricter than real servers, which pass over what they do not know. */
final class Fields {
    private final Map<String, Predicate<JsonNode>> known = new LinkedHashMap<>();
    private final List<String> needed = new ArrayList<>();

    Fields text(String... names) {
        return all(JsonNode::isTextual, names);
    }

    Fields number(String... names) {
        return all(JsonNode::isNumber, names);
    }

    Fields whole(String... names) {
        return all(JsonNode::isInt, names);
    }

    Fields flag(String... names) {
        return all(JsonNode::isBoolean, names);
    }

    Fields list(String... names) {
        return all(node -> node.isArray() && !node.isEmpty(), names);
    }

    Fields object(String... names) {
        return all(JsonNode::isObject, names);
    }

    Fields needs(String... names) {
        needed.addAll(List.of(names));
        return this;
    }

    private Fields all(Predicate<JsonNode> kind, String... names) {
        for (String name : names) {
            known.put(name, kind);
        }
        return this;
    }

    /** What is wrong with it, if something is. */
    Optional<String> fault(JsonNode body) {
        for (String name : needed) {
            if (!body.has(name)) {
                return Optional.of(name + ": field required");
            }
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Predicate<JsonNode> kind = known.get(field.getKey());
            if (kind == null) {
                return Optional.of(field.getKey() + ": extra inputs are not permitted");
            }
            if (!kind.test(field.getValue())) {
                return Optional.of(field.getKey() + ": not of its kind: " + field.getValue());
            }
        }
        return Optional.empty();
    }
}
