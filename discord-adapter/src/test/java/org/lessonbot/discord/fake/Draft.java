package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a message shows.
 *
 * @param content the plain text, empty beside Components V2
 * @param components as kept, each with an id
 * @param embeds as sent
 * @param attachments as kept, each with an address
 * @param flags Discord's message flags
 * @param allowedMentions as sent, or a missing node
 * @param pings whom it highlights, after {@code allowedMentions}
 */
record Draft(
        String content,
        JsonNode components,
        JsonNode embeds,
        JsonNode attachments,
        int flags,
        JsonNode allowedMentions,
        List<String> pings) {

    static Draft plain(String content) {
        return new Draft(content, Json.array(), Json.array(), Json.array(), 0, Json.missing(), List.of());
    }

    static Draft thinking(int flags) {
        return new Draft(
                "", Json.array(), Json.array(), Json.array(), flags | FakeMessage.LOADING, Json.missing(), List.of());
    }
}
