package org.lessonbot.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A chat as servers of all kinds write it. */
final class Messages {
    /** Where servers put what a model thinks: vLLM, DeepSeek and llama.cpp; vLLM since 2025, OpenRouter; Ollama. */
    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "thinking");

    private Messages() {}

    static List<ObjectNode> of(Request request) {
        List<ObjectNode> messages = new ArrayList<>();
        if (!request.instruction().isEmpty()) {
            messages.add(message("system", request.instruction()));
        }
        messages.add(message("user", Template.without(request.prompt())));
        return messages;
    }

    private static ObjectNode message(String role, String content) {
        return Reply.JSON.createObjectNode().put("role", role).put("content", content);
    }

    /** A text, or one in parts of which only those of text are meant to be read. */
    static String text(JsonNode content) {
        return content.isArray()
                ? StreamSupport.stream(content.spliterator(), false)
                        .filter(part -> part.path("type").asText().equals("text"))
                        .map(part -> part.path("text").asText())
                        .collect(Collectors.joining())
                : content.asText("");
    }

    /** What the model thought, in whichever field. */
    static String reasoning(JsonNode message) {
        Stream<String> own = REASONING.stream().map(field -> text(message.path(field)));
        Stream<String> parts = StreamSupport.stream(message.path("content").spliterator(), false)
                .filter(part -> part.path("type").asText().equals("thinking"))
                .map(part -> part.path("thinking").toString());
        return Stream.concat(own, parts)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
