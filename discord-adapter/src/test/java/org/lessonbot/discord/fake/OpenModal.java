package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A form open on one person's screen. */
public final class OpenModal {
    private final Exchange openedBy;
    private final JsonNode data;

    OpenModal(Exchange openedBy, JsonNode data) {
        this.openedBy = openedBy;
        this.data = data;
    }

    /** The form's {@code custom_id}. */
    public String customId() {
        return data.path("custom_id").asText();
    }

    /** The form's title. */
    public String title() {
        return data.path("title").asText();
    }

    /** The {@code custom_id} of each field, in order. */
    public List<String> fieldIds() {
        return fields().stream().map(field -> field.path("custom_id").asText()).toList();
    }

    /** The labels people read, in order. */
    public List<String> labels() {
        return Components.all(data.path("components"))
                .filter(component -> component.hasNonNull("label"))
                .map(component -> component.path("label").asText())
                .toList();
    }

    /** The components as Discord keeps them, each with its id. */
    public JsonNode components() {
        return data.path("components");
    }

    Exchange openedBy() {
        return openedBy;
    }

    List<JsonNode> fields() {
        return Components.controls(data.path("components")).toList();
    }

    Optional<JsonNode> field(String id) {
        return fields().stream()
                .filter(field -> field.path("custom_id").asText().equals(id))
                .findFirst();
    }
}
