package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A REST request that the bot made, with what it was told.
 *
 * @param route which one it was
 * @param path its whole path
 * @param body the JSON it carried, or a missing node
 * @param status the HTTP status of the answer
 * @param code Discord's error code in the answer; 0 without one
 */
public record Recorded(Route route, String path, JsonNode body, int status, int code) {
    @Override
    public String toString() {
        return route + " " + path + " -> " + status + (code == 0 ? "" : " (" + code + ")");
    }
}
