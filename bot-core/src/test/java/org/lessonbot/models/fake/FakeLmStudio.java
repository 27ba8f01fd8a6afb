package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** LM Studio: lists what it has on disk, answers by the one model that is loaded whichever was asked for, answers at addresses that it does not know with a status of success, and tells nothing of the likeliest words. */
public final class FakeLmStudio extends FakeOpenAi {
    private static final int NO_LIMIT = 100_000;
    private String only = "";

    /** It has loaded this one alone, and lets it answer whoever asks for any. */
    public FakeLmStudio loads(String model) {
        only = model;
        return this;
    }

    @Override
    String answering(String asked) {
        return only.isEmpty() ? asked : only;
    }

    @Override
    Set<String> marks(boolean chat, String model) {
        return Set.of();
    }

    @Override
    int defaultTokens(boolean chat) {
        return NO_LIMIT;
    }

    @Override
    void message(ObjectNode message, String text, String thinking) {
        message.put("content", thinking.isEmpty() ? text : "<think>" + thinking + "</think>" + text);
    }

    @Override
    Optional<JsonNode> logprobs(Utterance said, boolean chat, int most) {
        return Optional.of(JSON.nullNode());
    }

    @Override
    JsonNode other(String method, String path, JsonNode body) {
        if (path.equals("/v1/models")) {
            return super.other(method, path, body);
        }
        if (path.equals("/api/v0/models")) {
            ObjectNode list = JSON.createObjectNode();
            models().forEach(model ->
                    list.withArray("data").addObject().put("id", model).put("state", "not-loaded"));
            return list;
        }
        return JSON.createObjectNode().put("error", "Unexpected endpoint or method. (" + method + " " + path + ")");
    }
}
