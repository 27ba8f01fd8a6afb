package org.lessonbot.models.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the servers that speak as OpenAI's does have in common. */
abstract class FakeOpenAi extends FakeServer {
    private static final String COMPLETIONS = "/v1/completions";
    private static final String CHAT = "/v1/chat/completions";
    private static final int MOST_LOGPROBS = 20;

    @Override
    boolean asksForWords(String path) {
        return path.equals(COMPLETIONS) || path.equals(CHAT);
    }

    @Override
    JsonNode other(String method, String path, JsonNode body) {
        if (method.equals("GET") && path.equals("/v1/models")) {
            ObjectNode list = JSON.createObjectNode().put("object", "list");
            models().forEach(model -> list.withArray("data").addObject().put("id", model));
            return list;
        }
        throw refusal(404, "Not Found");
    }

    static Refusal refusal(int status, String message) {
        return new Refusal(
                status,
                JSON.createObjectNode()
                        .set(
                                "error",
                                JSON.createObjectNode().put("message", message).put("code", status)));
    }

    @Override
    JsonNode answer(String path, JsonNode body) {
        boolean chat = path.equals(CHAT);
        check(fields(chat), body);
        String model = body.path("model").asText();
        checkModel(model);
        Prompt prompt =
                chat ? chat(model, body) : new Prompt(model, body.path("prompt").asText(), "", false);
        Set<String> marks = marks(chat, model);
        List<String> stops = new ArrayList<>();
        body.path("stop").forEach(stop -> stops.add(stop.asText()));
        int logprobs = body.path(chat ? "top_logprobs" : "logprobs").asInt(0);
        if (logprobs > MOST_LOGPROBS) {
            throw refusal(400, "Requested sample logprobs of " + logprobs + ", which is greater than max allowed: 20");
        }
        Utterance said = say(prompt, body.path("max_tokens").asInt(defaultTokens(chat)), stops);
        ObjectNode choice =
                JSON.createObjectNode().put("index", 0).put("finish_reason", said.ends() ? "stop" : "length");
        String text = marks.isEmpty() ? said.text() : said.text() + String.join("", marks);
        if (chat) {
            ObjectNode message = choice.putObject("message").put("role", "assistant");
            if (isBegunToThink()) {
                message.put("content", thoughtAndText(said));
            } else {
                message(message, text, said.thinking());
            }
        } else {
            choice.put("text", said.thinking().isEmpty() ? text : "<think>" + said.thinking() + "</think>" + text);
        }
        logprobs(said, chat, logprobs).ifPresent(given -> choice.set("logprobs", given));
        ObjectNode answer = JSON.createObjectNode()
                .put("object", chat ? "chat.completion" : "text_completion")
                .put("model", answering(model));
        answer.putArray("choices").add(choice);
        answer.putObject("usage").put("completion_tokens", said.length());
        return named(answer);
    }

    private static Fields fields(boolean chat) {
        Fields fields = new Fields()
                .text("model")
                .whole("max_tokens")
                .number("temperature")
                .list("stop")
                .flag("stream");
        return chat
                ? fields.list("messages").flag("logprobs").whole("top_logprobs").needs("model", "messages")
                : fields.text("prompt").whole("logprobs").needs("model", "prompt");
    }

    private static void check(Fields fields, JsonNode body) {
        fields.fault(body).ifPresent(fault -> {
            throw refusal(400, fault);
        });
        if (body.path("stream").asBoolean()) {
            throw refusal(400, "nobody streams here");
        }
    }

    private static Prompt chat(String model, JsonNode body) {
        String instruction = "";
        String text = "";
        for (JsonNode message : body.path("messages")) {
            check(new Fields().text("role", "content").needs("role", "content"), message);
            if (message.path("role").asText().equals("system")) {
                instruction = message.path("content").asText();
            } else {
                text = message.path("content").asText();
            }
        }
        return new Prompt(model, text, instruction, true);
    }

    /** Which model answers. */
    String answering(String asked) {
        return asked;
    }

    /** The model's name is looked at. */
    void checkModel(String model) {
        if (!models().contains(model)) {
            throw refusal(404, "The model `" + model + "` does not exist.");
        }
    }

    /** Marks of a template that stand in what the model says. */
    abstract Set<String> marks(boolean chat, String model);

    /** How much it lets a model say where nobody sets a limit. */
    abstract int defaultTokens(boolean chat);

    /** Writes text and thinking where this server has them. */
    abstract void message(ObjectNode message, String text, String thinking);

    /** What it tells of the likeliest words: by default as OpenAI does. */
    Optional<JsonNode> logprobs(Utterance said, boolean chat, int most) {
        if (most == 0) {
            return Optional.empty();
        }
        return Optional.of(chat ? rows(said, most) : columns(said, most));
    }

    static ObjectNode rows(Utterance said, int most) {
        ObjectNode given = JSON.createObjectNode();
        ArrayNode rows = given.putArray("content");
        said.tokens().forEach(token -> likeliest(rows.addObject(), token, most));
        return given;
    }

    static void likeliest(ObjectNode row, String token, int most) {
        row.put("token", token).put("logprob", Math.log(0.5));
        ArrayNode top = row.putArray("top_logprobs");
        for (int i = 0; i < most; i++) {
            top.addObject().put("token", i == 0 ? token : " other" + i).put("logprob", Math.log(Math.pow(0.5, i + 1)));
        }
    }

    private static ObjectNode columns(Utterance said, int most) {
        ObjectNode given = JSON.createObjectNode();
        for (String token : said.tokens()) {
            given.withArray("tokens").add(token);
            given.withArray("token_logprobs").add(Math.log(0.5));
            ObjectNode top = given.withArray("top_logprobs").addObject();
            for (int i = 0; i < most; i++) {
                top.put(i == 0 ? token : " other" + i, Math.log(Math.pow(0.5, i + 1)));
            }
        }
        return given;
    }

    /** The answer with what the server says of itself. */
    JsonNode named(ObjectNode answer) {
        return answer;
    }
}
