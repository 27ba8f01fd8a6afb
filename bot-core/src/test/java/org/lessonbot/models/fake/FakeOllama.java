package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ollama: loads a model when it is asked for the first time, refuses a raw prompt with a conversation around it, and puts the model's
 * template around any other prompt, also at the address where others complete texts.
 */
public final class FakeOllama extends FakeServer {
    private static final String GENERATE = "/api/generate";
    private static final String CHAT = "/api/chat";
    private static final String RENDER = "_debug_render_only";
    private static final int NO_LIMIT = 100_000;
    private static final Fields GENERATES = new Fields()
            .text("model", "prompt", "system", "template", "keep_alive")
            .flag("raw", "stream", "logprobs", "think")
            .whole("top_logprobs")
            .object("options")
            .list("context")
            .needs("model");
    private static final Fields CHATS = new Fields()
            .text("model", "keep_alive")
            .list("messages")
            .flag("stream", "logprobs", "think", RENDER)
            .whole("top_logprobs")
            .object("options")
            .needs("model", "messages");
    private static final Fields OPTIONS = new Fields()
            .whole("num_predict", "num_ctx", "seed")
            .number("temperature", "top_p")
            .list("stop");

    private final Set<String> loaded = new HashSet<>();

    @Override
    boolean asksForWords(String path) {
        return path.equals(GENERATE) || path.equals(CHAT) || path.equals("/v1/completions");
    }

    private static Refusal refusal(int status, String message) {
        return new Refusal(status, JSON.createObjectNode().put("error", message));
    }

    @Override
    JsonNode answer(String path, JsonNode body) {
        boolean chat = path.equals(CHAT);
        if (path.equals("/v1/completions")) {
            throw refusal(400, "a template would stand around this");
        }
        check(chat ? CHATS : GENERATES, body);
        check(OPTIONS, body.path("options"));
        if (body.path("stream").asBoolean(true)) {
            throw refusal(400, "nobody streams here");
        }
        String model = body.path("model").asText();
        if (!models().contains(model)) {
            throw refusal(404, "model '" + model + "' not found");
        }
        boolean raw = body.path("raw").asBoolean();
        if (raw && (body.has("system") || body.has("template") || body.has("context"))) {
            throw refusal(400, "raw mode does not support template, system, or context");
        }
        if (!chat && body.path("prompt").asText().isEmpty()) {
            return JSON.createObjectNode()
                    .put("model", model)
                    .put("response", "")
                    .put("done", true)
                    .put("done_reason", "load");
        }
        if (body.path(RENDER).asBoolean()) {
            ObjectNode shown = JSON.createObjectNode().put("model", model).put("done", false);
            shown.putObject("_debug_info").put("rendered_template", rendered(model, body));
            return shown;
        }
        return said(
                body, chat, new Prompt(model, prompt(body, chat), system(body), chat || !raw && hasTemplate(model)));
    }

    /** Who goes away while a model is loaded ends that, too. */
    @Override
    void heardOut(JsonNode asked) {
        synchronized (loaded) {
            loaded.add(asked.path("model").asText());
        }
    }

    private static void check(Fields fields, JsonNode body) {
        fields.fault(body).ifPresent(fault -> {
            throw refusal(400, "json: cannot unmarshal " + fault);
        });
    }

    private static String prompt(JsonNode body, boolean chat) {
        JsonNode messages = body.path("messages");
        return chat
                ? messages.path(messages.size() - 1).path("content").asText()
                : body.path("prompt").asText();
    }

    private static String system(JsonNode body) {
        JsonNode first = body.path("messages").path(0);
        return first.path("role").asText().equals("system")
                ? first.path("content").asText()
                : "";
    }

    private JsonNode said(JsonNode body, boolean chat, Prompt prompt) {
        JsonNode options = body.path("options");
        List<String> stops = new ArrayList<>();
        options.path("stop").forEach(stop -> stops.add(stop.asText()));
        Utterance said = say(prompt, options.path("num_predict").asInt(NO_LIMIT), stops);
        ObjectNode answer = JSON.createObjectNode()
                .put("model", prompt.model())
                .put("done", true)
                .put("done_reason", said.ends() ? "stop" : "length")
                .put("eval_count", said.length());
        ObjectNode message = chat ? answer.putObject("message").put("role", "assistant") : answer;
        boolean begun = chat && isBegunToThink();
        message.put(chat ? "content" : "response", begun ? thoughtAndText(said) : said.text());
        if (!begun && !said.thinking().isEmpty()) {
            message.put("thinking", said.thinking());
        }
        if (body.path("logprobs").asBoolean()) {
            answer.set(
                    "logprobs",
                    FakeOpenAi.rows(said, body.path("top_logprobs").asInt()).path("content"));
        }
        return answer;
    }

    @Override
    JsonNode other(String method, String path, JsonNode body) {
        return switch (path) {
            case "/api/version" -> JSON.createObjectNode().put("version", "0.13.0");
            case "/api/tags" -> named(models());
            case "/api/ps" -> {
                synchronized (loaded) {
                    yield named(loaded);
                }
            }
            default -> throw refusal(404, "404 page not found");
        };
    }

    /** A model without a template of its own has one that only repeats the question. */
    @Override
    String unknown(String question) {
        return question;
    }

    private static JsonNode named(Set<String> models) {
        ObjectNode list = JSON.createObjectNode();
        list.withArray("models");
        models.forEach(
                model -> list.withArray("models").addObject().put("name", model).put("model", model));
        return list;
    }
}
