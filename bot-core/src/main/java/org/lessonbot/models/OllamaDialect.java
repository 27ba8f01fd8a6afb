package org.lessonbot.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Ollama's own. */
final class OllamaDialect implements Dialect {
    /** As long as a morning's lessons: it forgets a model after five minutes otherwise, and a class talks longer than that. */
    private static final String KEPT = "3h";

    private static final int LIKELIEST = 5;

    private final ModelSetting setting;
    private final String root;

    OllamaDialect(ModelSetting setting) {
        this.setting = setting;
        this.root = Addresses.origin(setting.url())
                + Addresses.path(setting.url()).replaceFirst("/(api|v1)$", "") + "/api/";
    }

    @Override
    public boolean mustLoad(Call call) {
        Reply loaded = call.get(URI.create(root + "ps"));
        return loaded.succeeded() && !has(named(loaded.json(), "models"));
    }

    private boolean has(Set<String> names) {
        return names.contains(setting.model()) || names.contains(setting.model() + ":latest");
    }

    /** A request without a prompt loads the model, and says nothing. */
    @Override
    public void load(Call call) {
        ObjectNode empty = Reply.JSON
                .createObjectNode()
                .put("model", setting.model())
                .put("stream", false)
                .put("keep_alive", KEPT);
        call.post(URI.create(root + "generate"), empty).answer();
    }

    @Override
    public Said ask(Call call, Request request) {
        JsonNode answer = call.post(URI.create(root + (setting.isBase() ? "generate" : "chat")), request(request))
                .answer();
        JsonNode message = setting.isBase() ? answer : answer.path("message");
        return new Said(
                Messages.text(message.path(setting.isBase() ? "response" : "content")),
                Messages.reasoning(message),
                "",
                answer.path("done_reason").asText("").equals("length")
                        || !answer.path("done").asBoolean(true),
                request.thought() ? Thoughts.in(answer) : Optional.empty(),
                answer.path("eval_count").asInt(),
                answer.path("model").asText(""),
                "");
    }

    private ObjectNode request(Request request) {
        ObjectNode asked = Reply.JSON.createObjectNode().put("model", setting.model());
        if (setting.isBase()) {
            // Nothing else about the conversation may stand beside "raw": it is refused, or put around the prompt.
            asked.put("prompt", Template.without(request.prompt())).put("raw", true);
        } else {
            Messages.of(request).forEach(asked.withArray("messages")::add);
        }
        asked.put("stream", false).put("keep_alive", KEPT);
        ObjectNode options = asked.putObject("options")
                .put("num_predict", setting.maxTokens())
                .put("temperature", setting.temperature());
        if (!setting.stop().isEmpty()) {
            setting.stop().forEach(options.withArray("stop")::add);
        }
        if (request.thought()) {
            asked.put("logprobs", true).put("top_logprobs", LIKELIEST);
        }
        return asked;
    }

    @Override
    public Set<String> models(Call call) {
        return named(call.get(URI.create(root + "tags")).answer(), "models");
    }

    /** Older versions say a word instead. */
    @Override
    public Optional<Rendering> rendering(Call call) {
        ObjectNode asked =
                request(new Request(setting.key(), Probe.QUESTION, "", false)).put("_debug_render_only", true);
        asked.withObject("options").put("num_predict", 1);
        String text = call.post(URI.create(root + "chat"), asked)
                .json()
                .path("_debug_info")
                .path("rendered_template")
                .asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Rendering(text, Probe.QUESTION, false));
    }

    private static Set<String> named(JsonNode json, String list) {
        Set<String> names = new LinkedHashSet<>();
        json.path(list).forEach(model -> names.add(model.path("name").asText()));
        return names;
    }

    @Override
    public String program(Call call) {
        String version =
                call.get(URI.create(root + "version")).json().path("version").asText("");
        return ("Ollama " + version).strip();
    }
}
