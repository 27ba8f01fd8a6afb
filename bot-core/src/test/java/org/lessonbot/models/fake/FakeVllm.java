package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** vLLM: refuses a chat with a model that has no template, stops a completion after 16 tokens if nobody sets a limit. */
public final class FakeVllm extends FakeOpenAi {
    private static final int FEW = 16;
    private static final int MANY = 4096;
    /** What it last made numbers of. */
    private volatile String last = "";

    @Override
    Set<String> marks(boolean chat, String model) {
        if (chat && !hasTemplate(model)) {
            throw refusal(
                    400,
                    "As of transformers v4.44, default chat template is no longer allowed, so you must provide a chat"
                            + " template if the tokenizer does not define one.");
        }
        return Set.of();
    }

    @Override
    int defaultTokens(boolean chat) {
        return chat ? MANY : FEW;
    }

    @Override
    void message(ObjectNode message, String text, String thinking) {
        message.put("content", text.isEmpty() ? null : text);
        message.put("reasoning", thinking.isEmpty() ? null : thinking);
    }

    @Override
    JsonNode other(String method, String path, JsonNode body) {
        return switch (path) {
            case "/version" -> JSON.createObjectNode().put("version", "0.11.2");
            case "/tokenize" -> {
                last = rendered(body.path("model").asText(), body);
                ObjectNode tokens = JSON.createObjectNode().put("count", 3).put("max_model_len", MANY);
                tokens.withArray("tokens").add(1).add(2).add(3);
                yield tokens;
            }
            case "/detokenize" -> JSON.createObjectNode().put("prompt", last);
            default -> super.other(method, path, body);
        };
    }
}
