package org.lessonbot.plan;

import java.util.List;
import java.util.Map;

/**
 * One prompt of a bank with its responses.
 *
 * @param id unique over all banks of a lesson
 * @param bank which bank it belongs to: {@code stages} or {@code preferences}
 * @param request the kind of request it is, for example {@code everyday}
 * @param topic what draws spread over: the difficulty in a bank of stages, the value dimension in one of preferences
 * @param responses by stage or by value
 * @param values the names of the values compared; empty in a bank of stages
 * @param notice what to notice, said at the reveal
 */
public record Item(
        String id,
        String bank,
        String request,
        String topic,
        String prompt,
        Map<String, Response> responses,
        Map<String, Value> values,
        String notice) {
    public Item {
        responses = Map.copyOf(responses);
        values = Map.copyOf(values);
    }

    /** The keys of the responses, in an order that does not depend on the file. */
    public List<String> keys() {
        return responses.keySet().stream().sorted().toList();
    }

    /** Where its responses come from. */
    public Source source() {
        long real = responses.values().stream()
                .filter(response -> response.provenance().origin().isModel())
                .count();
        return real == 0 ? Source.WRITTEN : real == responses.size() ? Source.REAL : Source.MIXED;
    }

    /** The response under this key. */
    public Response response(String key) {
        Response response = responses.get(key);
        if (response == null) {
            throw new IllegalArgumentException("item " + id + " has no response " + key);
        }
        return response;
    }

    /**
     * A value that responses are written for, in the words that students read.
     *
     * @param reason why somebody might choose its response, as a student would say it; shown in a club while nobody has said why;
     *     may be empty
     */
    public record Value(String name, String says, String reason) {
        public Value(String name, String says) {
            this(name, says, "");
        }
    }
}
