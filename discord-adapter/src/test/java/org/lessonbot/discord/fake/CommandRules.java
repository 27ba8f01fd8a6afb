package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What Discord demands of a slash command. */
final class CommandRules {
    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;
    static final int STRING = 3;

    private static final int MOST_OPTIONS = 25;
    private static final int CHAT_INPUT = 1;
    private static final int LAST_OPTION_TYPE = 11;
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");

    private final FormErrors errors;

    private CommandRules(FormErrors errors) {
        this.errors = errors;
    }

    static void check(JsonNode command, String prefix, FormErrors errors) {
        new CommandRules(errors).command(command, prefix);
    }

    private void command(JsonNode command, String prefix) {
        if (command.path("type").asInt(CHAT_INPUT) != CHAT_INPUT) {
            errors.length(prefix + "name", command.path("name"), 1, 32);
            return;
        }
        named(command, prefix);
        options(command.path("options"), prefix + "options", 0);
        if (worded(command) > 8000) {
            errors.add(prefix + "name", "APPLICATION_COMMAND_TOO_LARGE", "Over 8000 characters in all");
        }
    }

    private void named(JsonNode named, String prefix) {
        String name = named.path("name").asText();
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add(prefix + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        errors.length(prefix + "description", named.path("description"), 1, 100);
    }

    private void options(JsonNode options, String path, int depth) {
        errors.size(path, options, 0, MOST_OPTIONS);
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        boolean nests = false;
        boolean asks = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            String at = path + "." + i + ".";
            named(option, at);
            if (!names.add(option.path("name").asText())) {
                errors.add(at + "name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "That name is taken");
            }
            int type = option.path("type").asInt();
            if (type == SUBCOMMAND || type == GROUP) {
                nests = true;
                subcommand(option, at, type, depth);
            } else {
                asks = true;
                boolean required = option.path("required").asBoolean();
                if (required && optionalSeen) {
                    errors.add(
                            at + "required",
                            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                            "Required options must be placed before non-required options");
                }
                optionalSeen |= !required;
                plain(option, at, type);
            }
        }
        if (nests && asks) {
            errors.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands and options cannot be mixed");
        }
    }

    private void subcommand(JsonNode option, String at, int type, int depth) {
        boolean tooDeep = type == GROUP ? depth > 0 : depth > 1;
        if (tooDeep || option.path("required").asBoolean()) {
            errors.add(at + "type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A sub-command cannot stand here");
        }
        if (type == GROUP) {
            errors.size(at + "options", option.path("options"), 1, MOST_OPTIONS);
        }
        options(option.path("options"), at + "options", type == GROUP ? depth + 1 : 2);
    }

    private void plain(JsonNode option, String at, int type) {
        if (type < STRING || type > LAST_OPTION_TYPE) {
            errors.add(at + "type", "BASE_TYPE_CHOICES", "There is no option type " + type);
        }
        JsonNode choices = option.path("choices");
        errors.size(at + "choices", choices, 0, MOST_OPTIONS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            errors.length(at + "choices." + i + ".name", choices.get(i).path("name"), 1, 100);
            if (type == STRING) {
                errors.length(at + "choices." + i + ".value", choices.get(i).path("value"), 1, 100);
            }
            if (!names.add(choices.get(i).path("name").asText())) {
                errors.add(at + "choices." + i, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Twice");
            }
        }
        if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
            errors.add(at + "choices", "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES", "Only one of the two");
        }
        errors.range(at + "min_length", option.path("min_length"), 0, 6000);
        errors.range(at + "max_length", option.path("max_length"), 1, 6000);
    }

    private static int worded(JsonNode node) {
        int own = node.path("name").asText().length()
                + node.path("description").asText().length()
                + (node.path("value").isTextual() ? node.path("value").asText().length() : 0);
        int nested = 0;
        for (String children : new String[] {"options", "choices"}) {
            for (JsonNode child : node.path(children)) {
                nested += worded(child);
            }
        }
        return own + nested;
    }
}
