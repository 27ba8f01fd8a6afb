package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Turns what a person types after a slash into options, if the registered command allows that. */
final class CommandLine {
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int NUMBER = 10;

    private final Map<String, ?> values;
    private final String typing;
    private final ObjectNode resolved = Json.object();

    CommandLine(Map<String, ?> values) {
        this(values, "");
    }

    /** @param typing the option that is still being typed; empty once all are there */
    CommandLine(Map<String, ?> values, String typing) {
        this.values = values;
        this.typing = typing;
    }

    /** Those whom the options name, by id. */
    ObjectNode resolved() {
        return resolved;
    }

    /** The {@code options} of the interaction: nested for each sub-command word, with the given values innermost. */
    ArrayNode options(JsonNode command, String[] words) {
        return level(command, words, 1);
    }

    private ArrayNode level(JsonNode command, String[] words, int depth) {
        ArrayNode options = Json.array();
        if (depth == words.length) {
            People.must(!nests(command), "a sub-command is missing after " + String.join(" ", words));
            fill(options, command);
            return options;
        }
        JsonNode inner = named(command, words[depth])
                .filter(option -> option.path("type").asInt() <= CommandRules.GROUP)
                .orElseThrow(() -> new AssertionError("no sub-command '" + words[depth] + "' is registered"));
        ObjectNode chosen = options.addObject()
                .put("name", words[depth])
                .put("type", inner.path("type").asInt());
        chosen.set("options", level(inner, words, depth + 1));
        return options;
    }

    private static boolean nests(JsonNode command) {
        return command.path("options").path(0).path("type").asInt(CommandRules.STRING) <= CommandRules.GROUP;
    }

    private static Optional<JsonNode> named(JsonNode command, String name) {
        return Json.stream(command.path("options"))
                .filter(option -> option.path("name").asText().equals(name))
                .findFirst();
    }

    private void fill(ArrayNode options, JsonNode command) {
        for (JsonNode option : command.path("options")) {
            boolean given = values.containsKey(option.path("name").asText());
            People.must(
                    given || !typing.isEmpty() || !option.path("required").asBoolean(),
                    "required and not given: " + option.path("name"));
        }
        values.forEach((name, value) -> {
            JsonNode option = named(command, name)
                    .orElseThrow(() -> new AssertionError("the command has no option '" + name + "'"));
            ObjectNode filled = options.addObject()
                    .put("name", name)
                    .put("type", option.path("type").asInt());
            put(filled, option, value);
            if (name.equals(typing)) {
                People.must(option.path("autocomplete").asBoolean(), "'" + name + "' does not complete");
                filled.put("focused", true);
            }
            boolean listed = option.path("choices").isEmpty()
                    || Json.stream(option.path("choices"))
                            .anyMatch(choice -> choice.path("value").equals(filled.path("value")));
            People.must(listed, "'" + value + "' is no choice of " + option);
        });
    }

    private void put(ObjectNode filled, JsonNode option, Object value) {
        switch (option.path("type").asInt()) {
            case CommandRules.STRING -> {
                String text = value.toString();
                People.must(
                        text.length() >= option.path("min_length").asInt(0)
                                && text.length() <= option.path("max_length").asInt(6000),
                        "the client refuses a text of that length for " + option);
                filled.put("value", text);
            }
            case INTEGER -> {
                long number = ((Number) value).longValue();
                People.must(
                        number >= option.path("min_value").asLong(Long.MIN_VALUE)
                                && number <= option.path("max_value").asLong(Long.MAX_VALUE),
                        "the client refuses " + number + " for " + option);
                filled.put("value", number);
            }
            case USER -> {
                FakeMember named = (FakeMember) value;
                ObjectNode member = Payloads.member(named);
                resolved.withObjectProperty("users").set(named.id(), member.remove("user"));
                resolved.withObjectProperty("members").set(named.id(), member.put("permissions", "0"));
                filled.put("value", named.id());
            }
            case BOOLEAN -> filled.put("value", (Boolean) value);
            case NUMBER -> filled.put("value", ((Number) value).doubleValue());
            default -> throw new AssertionError("the fake's people cannot fill in " + option);
        }
    }
}
