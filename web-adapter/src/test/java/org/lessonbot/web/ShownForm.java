package org.lessonbot.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.tck.Sheet;

/** A form as it opens before somebody, and what is sent when it is filled in. */
final class ShownForm {
    private final List<Asked> fields = new ArrayList<>();
    private String action = "";
    private String title = "";

    /** One field, as its parts are read. */
    private static final class Asked {
        private final String name;
        private final Map<String, String> values = new LinkedHashMap<>();
        private String label = "";
        private String shown = "";
        private boolean required;
        private int limit;

        Asked(String name) {
            this.name = name;
        }
    }

    ShownForm(String html) {
        StringBuilder text = new StringBuilder();
        Html.Part input = new Html.Part("", Map.of(), "");
        boolean note = false;
        for (Html.Part part : Html.of(html).parts()) {
            note = part.is("span") && part.attribute("class").equals("note") || note && !part.is("/span");
            switch (part.tag()) {
                case "" -> text.append(note ? "" : part.text());
                case "form" -> action = part.attribute("data-action");
                case "/h2" -> title = text.toString().strip();
                case "div", "fieldset" -> {
                    if (part.has("data-field")) {
                        fields.add(new Asked(part.attribute("data-field")));
                    }
                }
                case "/legend", "/label" -> labelled(text.toString().strip(), input);
                case "input", "textarea", "option" -> {
                    input = part;
                    written(part);
                }
                case "/textarea" ->
                    last().ifPresent(field -> field.shown = text.toString().substring(1));
                case "/option" -> choice(text.toString().strip(), input);
                default -> {}
            }
            if (!part.tag().isEmpty() && !part.tag().endsWith("span")) {
                text.setLength(0);
            }
        }
    }

    private Optional<Asked> last() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields.get(fields.size() - 1));
    }

    private void labelled(String text, Html.Part input) {
        if (input.attribute("type").equals("radio")
                && last().filter(field -> !field.label.isEmpty()).isPresent()) {
            choice(text, input);
        } else {
            last().ifPresent(field -> field.label = text);
        }
    }

    private void written(Html.Part input) {
        last().ifPresent(field -> {
            field.required |= input.has("required");
            field.limit = input.has("maxlength") ? Integer.parseInt(input.attribute("maxlength")) : 0;
            if (List.of("text", "datetime-local").contains(input.attribute("type"))) {
                field.shown = input.attribute("value");
            }
        });
    }

    private void choice(String text, Html.Part input) {
        last().filter(field -> !input.attribute("value").isEmpty()).ifPresent(field -> {
            field.values.put(text, input.attribute("value"));
            if (input.has("checked") || input.has("selected")) {
                field.shown = text;
            }
        });
    }

    String action() {
        return action;
    }

    Sheet sheet(String html) {
        return new Sheet(
                action,
                title,
                fields.stream()
                        .map(field -> new Sheet.Field(
                                field.label,
                                field.shown,
                                field.required,
                                field.limit,
                                List.copyOf(field.values.keySet())))
                        .toList(),
                html);
    }

    /** By field name, what a browser sends when these stand in the fields of these labels. */
    Map<String, String> filled(Map<String, String> byLabel) {
        Map<String, String> sent = new LinkedHashMap<>();
        fields.forEach(field -> {
            String written = byLabel.getOrDefault(field.label, "");
            sent.put(field.name, field.values.getOrDefault(written, written));
        });
        return sent;
    }

    Map<String, String> byLabel(Map<String, String> byName) {
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> byName.containsKey(field.name))
                .forEach(field -> reasons.put(field.label, byName.getOrDefault(field.name, "")));
        return reasons;
    }
}
