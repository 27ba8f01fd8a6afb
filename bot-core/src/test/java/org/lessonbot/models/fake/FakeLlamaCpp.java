package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * llama.cpp's server: has one model and does not look at the name asked for, puts ChatML around a chat with a model that knows none,
 * and goes on without end if nobody sets a limit.
 */
public final class FakeLlamaCpp extends FakeOpenAi {
    private static final int NO_LIMIT = 100_000;

    @Override
    void checkModel(String model) {
        // Whatever is asked for, there is one.
    }

    @Override
    String answering(String asked) {
        return models().stream().findFirst().orElse(asked);
    }

    @Override
    Set<String> marks(boolean chat, String model) {
        boolean knowsTemplate = models().stream().anyMatch(this::hasTemplate);
        return chat && !knowsTemplate ? Set.of("<|im_end|>\n<|im_start|>user\nAnd then?") : Set.of();
    }

    @Override
    int defaultTokens(boolean chat) {
        return NO_LIMIT;
    }

    @Override
    void message(ObjectNode message, String text, String thinking) {
        message.put("content", text);
        if (!thinking.isEmpty()) {
            message.put("reasoning_content", thinking);
        }
    }

    /** The same for completions as for chats, with the end of the text as a word without letters. */
    @Override
    Optional<JsonNode> logprobs(Utterance said, boolean chat, int most) {
        if (most == 0) {
            return Optional.empty();
        }
        ObjectNode rows = rows(said, most);
        if (said.ends()) {
            likeliest(rows.withArray("content").addObject(), "", most);
        }
        return Optional.of(rows);
    }

    @Override
    Map<String, String> headers() {
        return Map.of("Server", "llama.cpp");
    }

    @Override
    JsonNode named(ObjectNode answer) {
        return answer.put("system_fingerprint", "b6962-230d1169e");
    }

    @Override
    JsonNode other(String method, String path, JsonNode body) {
        String model = models().stream().findFirst().orElse("");
        return switch (path) {
            case "/health" -> JSON.createObjectNode().put("status", "ok");
            case "/apply-template" -> JSON.createObjectNode().put("prompt", rendered(model, body));
            case "/tokenize" ->
                tokens(hasTemplate(model) ? 1 : body.path("content").asText().length());
            default -> super.other(method, path, body);
        };
    }

    /** It says nothing of it. */
    @Override
    String unknown(String question) {
        return "<|im_start|>user\n" + question + "<|im_end|>\n<|im_start|>assistant\n";
    }

    private static ObjectNode tokens(int many) {
        ObjectNode tokens = JSON.createObjectNode();
        for (int i = 0; i < many; i++) {
            tokens.withArray("tokens").add(i);
        }
        return tokens;
    }
}
