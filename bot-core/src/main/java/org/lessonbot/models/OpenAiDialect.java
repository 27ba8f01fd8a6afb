package org.lessonbot.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lessonbot.models.ModelException.Kind;

/** OpenAI's, as vLLM, llama.cpp's server, LM Studio and hosted models speak it. */
final class OpenAiDialect implements Dialect {
    /** Of the likeliest words. More is refused by vLLM and by OpenAI's completions. */
    private static final int LIKELIEST = 5;

    /** The mark by which llama.cpp's server begins a turn where it makes a template up. */
    private static final String CHATML = "<|im_start|>";

    private final ModelSetting setting;
    /** With the version: {@code http://localhost:8080/v1}. */
    private final String root;

    OpenAiDialect(ModelSetting setting) {
        this.setting = setting;
        String path = Addresses.path(setting.url());
        this.root = Addresses.origin(setting.url()) + (path.isEmpty() ? "/v1" : path);
    }

    @Override
    public boolean mustLoad(Call call) {
        return false;
    }

    /** No server of this kind has a way to say it alone, so the model is asked for a word. */
    @Override
    public void load(Call call) {
        post(call, request(new Request(setting.key(), "The", "", false)).put("max_tokens", 1))
                .answer();
    }

    @Override
    public Said ask(Call call, Request request) {
        ObjectNode asked = request(request);
        Reply reply = post(call, asked);
        boolean withThought = request.thought() && reply.status() == 400;
        if (withThought) {
            // Some refuse the whole where they cannot tell what the model thought likely.
            asked.remove("logprobs");
            asked.remove("top_logprobs");
            reply = post(call, asked);
        }
        return said(reply, request.thought());
    }

    private Reply post(Call call, ObjectNode asked) {
        return call.post(URI.create(root + (setting.isBase() ? "/completions" : "/chat/completions")), asked);
    }

    private ObjectNode request(Request request) {
        ObjectNode asked = Reply.JSON
                .createObjectNode()
                .put("model", setting.model())
                .put("max_tokens", setting.maxTokens())
                .put("temperature", setting.temperature())
                .put("stream", false);
        if (!setting.stop().isEmpty()) {
            setting.stop().forEach(asked.withArray("stop")::add);
        }
        if (setting.isBase()) {
            asked.put("prompt", Template.without(request.prompt()));
        } else {
            Messages.of(request).forEach(asked.withArray("messages")::add);
        }
        if (request.thought() && setting.isBase()) {
            asked.put("logprobs", LIKELIEST);
        } else if (request.thought()) {
            asked.put("logprobs", true).put("top_logprobs", LIKELIEST);
        }
        return asked;
    }

    private Said said(Reply reply, boolean thought) {
        JsonNode answer = reply.answer();
        JsonNode choice = answer.path("choices").path(0);
        if (!choice.isObject()) {
            throw new ModelException(Kind.UNREADABLE, "there is no choice in it: " + reply.said());
        }
        if (choice.path("error").isObject()) {
            throw new ModelException(
                    Kind.BROKEN_OFF, choice.path("error").path("message").asText("an error in the middle"));
        }
        JsonNode message = setting.isBase() ? choice : choice.path("message");
        return new Said(
                Messages.text(message.path(setting.isBase() ? "text" : "content")),
                Messages.reasoning(message),
                message.path("refusal").asText(""),
                choice.path("finish_reason").asText("").equals("length"),
                thought ? Thoughts.in(choice).or(() -> Thoughts.in(answer)) : Optional.empty(),
                answer.path("usage").path("completion_tokens").asInt(),
                answer.path("model").asText(""),
                program(reply, answer));
    }

    /** llama.cpp's server names itself in each answer. */
    private static String program(Reply reply, JsonNode answer) {
        boolean llama = reply.headers().firstValue("server").orElse("").equals("llama.cpp");
        return llama ? ("llama.cpp " + answer.path("system_fingerprint").asText("")).strip() : "";
    }

    @Override
    public Set<String> models(Call call) {
        Set<String> models = new LinkedHashSet<>();
        call.get(URI.create(root + "/models"))
                .answer()
                .path("data")
                .forEach(model -> models.add(model.path("id").asText()));
        return models;
    }

    @Override
    public Optional<Rendering> rendering(Call call) {
        return byLlama(call).or(() -> byVllm(call));
    }

    /** A model that has no template gets one that its server made up, with marks that it never saw. */
    private Optional<Rendering> byLlama(Call call) {
        String text = told(call, "/apply-template", question()).path("prompt").asText("");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rendering(text, Probe.QUESTION, isForeign(call, text)));
    }

    private boolean isForeign(Call call, String text) {
        ObjectNode mark = Reply.JSON.createObjectNode().put("content", CHATML).put("parse_special", true);
        return text.contains(CHATML)
                && told(call, "/tokenize", mark).path("tokens").size() > 1;
    }

    private Optional<Rendering> byVllm(Call call) {
        ObjectNode named = Reply.JSON.createObjectNode().put("model", setting.model());
        JsonNode tokens =
                told(call, "/tokenize", named.deepCopy().setAll(question())).path("tokens");
        return tokens.isArray()
                ? Optional.of(told(call, "/detokenize", named.set("tokens", tokens))
                                .path("prompt")
                                .asText(""))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Rendering(text, Probe.QUESTION, false))
                : Optional.empty();
    }

    private ObjectNode question() {
        ObjectNode asked = Reply.JSON.createObjectNode();
        Messages.of(new Request(setting.key(), Probe.QUESTION, "", false)).forEach(asked.withArray("messages")::add);
        return asked;
    }

    private JsonNode told(Call call, String path, ObjectNode asked) {
        return call.post(URI.create(home() + path), asked).json();
    }

    private String home() {
        return root.replaceFirst("/v1$", "");
    }

    @Override
    public String program(Call call) {
        String home = home();
        String vllm =
                call.get(URI.create(home + "/version")).json().path("version").asText("");
        if (!vllm.isEmpty()) {
            return "vLLM " + vllm;
        }
        Reply lmStudio = call.get(URI.create(home + "/api/v0/models"));
        boolean lists = Stream.of(lmStudio.json().path("data")).anyMatch(JsonNode::isArray);
        return lists ? "LM Studio" : "";
    }
}
