package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the fake answers a REST request with.
 *
 * @param status the HTTP status
 * @param body JSON, or a missing node for none
 */
record Reply(int status, JsonNode body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, body);
    }

    static Reply nothing() {
        return new Reply(204, Json.missing());
    }
}
