package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Discord demands of a message before it is posted or changed. */
final class MessageRules {
    private static final int MOST_CONTENT = 2000;
    private static final int MOST_FILES = 10;
    private static final int MOST_EMBEDS = 10;
    private static final Set<String> PARSEABLE = Set.of("users", "roles", "everyone");

    private MessageRules() {}

    /**
     * Refuses the body unless the message it makes may stand.
     *
     * @param body as the bot sent it
     * @param prefix where the message is in the request, "" or "data."
     * @param draft what the message would show
     * @param allowedFlags the flags that may be set by this request
     */
    static void check(JsonNode body, String prefix, Draft draft, int allowedFlags) {
        FormErrors errors = new FormErrors();
        errors.length(prefix + "content", body.path("content"), 0, MOST_CONTENT);
        errors.size(prefix + "embeds", body.path("embeds"), 0, MOST_EMBEDS);
        errors.size(prefix + "attachments", draft.attachments(), 0, MOST_FILES);
        if ((body.path("flags").asInt() & ~allowedFlags) != 0) {
            errors.add(prefix + "flags", "MESSAGE_FLAGS_INVALID", "These flags cannot be set here");
        }
        boolean v2 = (draft.flags() & FakeMessage.COMPONENTS_V2) != 0;
        if (v2) {
            nothingBesideV2(body, prefix, draft, errors);
        }
        new ComponentRules(errors, fileNames(draft)).message(body.path("components"), prefix + "components", v2);
        allowedMentions(body.path("allowed_mentions"), prefix + "allowed_mentions", errors);
        nonce(body, errors);
        errors.throwIfAny();
        boolean shows = !draft.content().isEmpty()
                || !draft.components().isEmpty()
                || !draft.embeds().isEmpty()
                || !draft.attachments().isEmpty();
        if (!shows) {
            throw ApiError.emptyMessage();
        }
    }

    private static void nothingBesideV2(JsonNode body, String prefix, Draft draft, FormErrors errors) {
        if (!draft.content().isEmpty()) {
            errors.add(
                    prefix + "content",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        if (!draft.embeds().isEmpty()) {
            errors.add(
                    prefix + "embeds",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        for (String field : new String[] {"poll", "sticker_ids"}) {
            if (body.hasNonNull(field) && !body.path(field).isEmpty()) {
                errors.add(
                        prefix + field,
                        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }

    private static Set<String> fileNames(Draft draft) {
        Set<String> names = new HashSet<>();
        draft.attachments().forEach(file -> names.add(file.path("filename").asText()));
        return names;
    }

    private static void allowedMentions(JsonNode allowed, String path, FormErrors errors) {
        Set<String> parse = new HashSet<>(Json.strings(allowed.path("parse")));
        if (!PARSEABLE.containsAll(parse)) {
            errors.add(path + ".parse", "BASE_TYPE_CHOICES", "Value must be one of " + PARSEABLE + ".");
        }
        for (String kind : new String[] {"users", "roles"}) {
            errors.size(path + "." + kind, allowed.path(kind), 0, 100);
            if (parse.contains(kind) && !allowed.path(kind).isEmpty()) {
                errors.add(
                        path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "parse and " + kind + " exclude each other");
            }
        }
    }

    private static void nonce(JsonNode body, FormErrors errors) {
        if (body.path("nonce").isTextual()) {
            errors.length("nonce", body.path("nonce"), 0, 25);
        }
    }
}
