package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A REST request that the bot made, with what it was told.
 *
 * @param at when it was answered, in real time
 * @param route which one it was
 * @param path its whole path
 * @param body the JSON it carried, or a missing node
 * @param status the HTTP status of the answer; 0 if the connection was broken off instead
 * @param code Discord's error code in the answer; 0 without one
 */
public record Recorded(Instant at, Route route, String path, JsonNode body, int status, int code) {
    @Override
    public String toString() {
        return route + " " + path + " -> " + status + (code == 0 ? "" : " (" + code + ")");
    }
}
