package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One REST request, read.
 *
 * @param route which one it is
 * @param variables the varying parts of its path, by name
 * @param query its query parameters
 * @param body its JSON, or a missing node
 * @param files what was uploaded with it
 */
record Call(Route route, Map<String, String> variables, Map<String, String> query, JsonNode body, List<Upload> files) {

    /**
     * An uploaded file.
     *
     * @param index the number in {@code files[n]}
     * @param name its file name
     * @param bytes what is in it, which nobody changes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(int index, String name, byte[] bytes) {}

    String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    boolean asks(String parameter) {
        return "true".equals(query.get(parameter));
    }
}
