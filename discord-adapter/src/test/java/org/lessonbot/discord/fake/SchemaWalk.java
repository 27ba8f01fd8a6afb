package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Checks JSON against the part of JSON Schema that Discord's description uses. Unlike a validator it also refuses
 * properties that no branch of the schema names: Discord ignores those silently, so they are most likely misspelt. Like
 * Discord it takes digits for a number and a number for a snowflake.
 */
final class SchemaWalk {
    private static final String REFERENCE = "#/components/schemas/";
    /** What JDA sends although the description leaves it out: of commands, their options, and attachments. */
    private static final Set<String> UNDESCRIBED = Set.of("nsfw", "autocomplete", "content_type");

    private final JsonNode schemas;
    private final Map<String, JsonNode> resolved = new ConcurrentHashMap<>();

    SchemaWalk(JsonNode description) {
        this.schemas = description.path("components").path("schemas");
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (!reference.startsWith(REFERENCE)) {
            return schema;
        }
        JsonNode known = resolved.get(reference);
        if (known == null) {
            known = resolve(schemas.path(reference.substring(REFERENCE.length())));
            resolved.put(reference, known);
        }
        return known;
    }

    /** What is wrong with the value, each with its JSON path; empty when nothing is. */
    List<String> faults(JsonNode schema, JsonNode sent, String path) {
        List<String> faults = new ArrayList<>();
        JsonNode resolved = resolve(schema);
        JsonNode value = converted(resolved, sent);
        check(resolved, value, path, faults);
        if (value.isObject()) {
            unknownProperties(resolved, value, path, faults);
        }
        return faults;
    }

    private static JsonNode converted(JsonNode schema, JsonNode value) {
        boolean wantsNumber = isOrAllows(schema.path("type"), "integer");
        if (wantsNumber && value.isTextual() && value.asText().matches("-?\\d{1,18}")) {
            return LongNode.valueOf(Long.parseLong(value.asText()));
        }
        if (schema.path("format").asText().equals("snowflake") && value.isIntegralNumber()) {
            return TextNode.valueOf(value.asText());
        }
        return value;
    }

    private static boolean isOrAllows(JsonNode type, String wanted) {
        return type.asText().equals(wanted) || Json.strings(type).contains(wanted);
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> faults) {
        if (!typeFits(schema.path("type"), value)) {
            faults.add(path + " is " + value.getNodeType() + ", not " + schema.path("type"));
            return;
        }
        if (value.isNull()) {
            return;
        }
        for (JsonNode part : schema.path("allOf")) {
            check(resolve(part), value, path, faults);
        }
        alternatives(schema.path("oneOf"), value, path, faults);
        alternatives(schema.path("anyOf"), value, path, faults);
        constants(schema, value, path, faults);
        limits(schema, value, path, faults);
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                faults.add(path + " lacks " + required.asText());
            }
        }
        schema.path("properties").forEachEntry((name, property) -> {
            if (value.has(name)) {
                faults.addAll(faults(property, value.path(name), path + "." + name));
            }
        });
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(faults(schema.path("items"), value.get(i), path + "[" + i + "]"));
            }
        }
        if (value.isObject() && schema.path("additionalProperties").isObject()) {
            JsonNode named = schema.path("additionalProperties");
            value.forEachEntry((name, property) -> faults.addAll(faults(named, property, path + "." + name)));
        }
    }

    /** When no branch fits, the one that comes nearest tells what is wrong. */
    private void alternatives(JsonNode branches, JsonNode value, String path, List<String> faults) {
        if (branches.isEmpty() || constantsListed(branches, value)) {
            return;
        }
        boolean fits = Json.stream(branches)
                .anyMatch(branch -> isOfItsKind(branch, value)
                        && faults(branch, value, path).isEmpty());
        if (!fits) {
            Json.stream(branches)
                    .map(branch -> faults(branch, value, path))
                    .min(Comparator.comparingInt(SchemaWalk::distance))
                    .ifPresent(faults::addAll);
        }
    }

    /** Whether its discriminator may be the value's: what has another is not worth a walk. */
    private boolean isOfItsKind(JsonNode branch, JsonNode value) {
        List<String> faults = new ArrayList<>();
        JsonNode kind = value.path("type");
        JsonNode described = resolve(branch).path("properties").path("type");
        if (!kind.isMissingNode() && !described.isMissingNode()) {
            check(resolve(described), kind, "type", faults);
        }
        return faults.isEmpty();
    }

    /** A wrong discriminator or JSON type weighs more than any number of lesser faults. */
    private static int distance(List<String> faults) {
        boolean wrongKind =
                faults.stream().anyMatch(fault -> fault.contains(".type is ") || fault.contains(", not \""));
        return faults.size() + (wrongKind ? 1000 : 0);
    }

    private static boolean constantsListed(JsonNode branches, JsonNode value) {
        return Json.stream(branches).anyMatch(branch -> branch.has("const") && sameScalar(branch.path("const"), value));
    }

    private static boolean typeFits(JsonNode type, JsonNode value) {
        if (type.isMissingNode()) {
            return true;
        }
        if (type.isTextual()) {
            return isA(type.asText(), value);
        }
        return Json.stream(type).anyMatch(one -> isA(one.asText(), value));
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }

    /** Equality that does not care which width of integer Jackson chose. */
    private static boolean sameScalar(JsonNode one, JsonNode other) {
        return one.isNumber() == other.isNumber() && one.asText().equals(other.asText());
    }

    private static void constants(JsonNode schema, JsonNode value, String path, List<String> faults) {
        if (schema.has("const") && !sameScalar(schema.path("const"), value)) {
            faults.add(path + " is " + value + ", not " + schema.path("const"));
        }
        if (schema.has("enum") && Json.stream(schema.path("enum")).noneMatch(known -> sameScalar(known, value))) {
            faults.add(path + " is " + value + ", not one of " + schema.path("enum"));
        }
    }

    private static void limits(JsonNode schema, JsonNode value, String path, List<String> faults) {
        if (value.isTextual()) {
            int length = value.asText().codePointCount(0, value.asText().length());
            within(schema, "minLength", "maxLength", length, path + "'s length", faults);
            String pattern = schema.path("pattern").asText("");
            if (!pattern.isEmpty()
                    && !Pattern.compile(pattern).matcher(value.asText()).find()) {
                faults.add(path + " does not match " + pattern);
            }
        } else if (value.isArray()) {
            within(schema, "minItems", "maxItems", value.size(), path + "'s size", faults);
            Set<JsonNode> distinct = new HashSet<>();
            value.forEach(distinct::add);
            if (schema.path("uniqueItems").asBoolean() && distinct.size() < value.size()) {
                faults.add(path + " repeats itself");
            }
        } else if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean small = schema.has("minimum")
                    && number.compareTo(schema.path("minimum").decimalValue()) < 0;
            boolean large = schema.has("maximum")
                    && number.compareTo(schema.path("maximum").decimalValue()) > 0;
            if (small || large) {
                faults.add(path + " is out of range: " + number);
            }
        }
    }

    private static void within(
            JsonNode schema, String least, String most, int actual, String what, List<String> faults) {
        if (actual < schema.path(least).asInt(0) || actual > schema.path(most).asInt(Integer.MAX_VALUE)) {
            faults.add(what + " is " + actual + ", out of bounds");
        }
    }

    private void unknownProperties(JsonNode schema, JsonNode value, String path, List<String> faults) {
        Set<String> known = new HashSet<>();
        if (names(schema, known)) {
            value.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name) && !UNDESCRIBED.contains(name)) {
                    faults.add(path + " has a property that is not described: " + name);
                }
            });
        }
    }

    /** Gathers the properties that a schema names in any branch; false if it takes any name. */
    private boolean names(JsonNode schema, Set<String> known) {
        JsonNode resolved = resolve(schema);
        boolean closed = !resolved.path("additionalProperties").isObject();
        resolved.path("properties").fieldNames().forEachRemaining(known::add);
        for (String combination : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (JsonNode branch : resolved.path(combination)) {
                closed &= names(branch, known);
            }
        }
        return closed;
    }
}
