package org.lessonbot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.OpenModal;
import org.lessonbot.tck.Card;
import org.lessonbot.tck.Sheet;

/** What Discord's client makes of messages and forms, in the contract's terms. */
final class DiscordCards {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int LINK = 5;
    private static final int TEXT = 10;
    private static final int PICTURES = 12;

    /** A bar is a picture, though one of characters. */
    private static final Pattern BAR = Pattern.compile("[█░]+ ?");

    /** What was read, by the very components: who waits for something looks at the same message again and again. */
    private static final ConcurrentMap<JsonNode, Card> READ =
            Caffeine.newBuilder().weakKeys().<JsonNode, Card>build().asMap();

    private DiscordCards() {}

    static boolean isConsole(FakeMessage message) {
        return children(message.components()).anyMatch(top -> top.path("id").asInt() == Canvas.CONSOLE);
    }

    static Card card(FakeMessage message) {
        Card read = READ.computeIfAbsent(message.components(), DiscordCards::read);
        return new Card(
                message.id(),
                read.text(),
                read.buttons(),
                read.pickers(),
                Stream.concat(read.fired().stream(), message.pings().stream()).toList(),
                read.pictures(),
                read.source());
    }

    private static Card read(JsonNode components) {
        Reading reading = new Reading();
        reading.all(components);
        return new Card(
                "",
                String.join("\n", reading.texts),
                reading.buttons,
                reading.pickers,
                reading.fired,
                reading.pictures,
                source(components));
    }

    /** Without what Discord numbers. */
    private static String source(JsonNode components) {
        return components
                .toPrettyString()
                .replaceAll("<t:\\d+:", "<t:0:")
                .replaceAll("attachments/\\d+/\\d+/", "attachments/0/0/")
                .replaceAll("(?<=\"attachment_id\" : \")\\d+", "0");
    }

    /** One walk over a message from top to bottom. */
    private static final class Reading {
        private final List<String> texts = new ArrayList<>();
        private final List<Card.Button> buttons = new ArrayList<>();
        private final List<Card.Picker> pickers = new ArrayList<>();
        private final List<String> fired = new ArrayList<>();
        private final List<String> pictures = new ArrayList<>();
        private String above = "";
        private int row;

        void all(JsonNode components) {
            children(components).forEach(this::one);
        }

        private void one(JsonNode component) {
            switch (component.path("type").asInt()) {
                case TEXT -> text(component.path("content").asText());
                case BUTTON -> button(component);
                case SELECT -> picker(component);
                case PICTURES ->
                    component
                            .path("items")
                            .forEach(item ->
                                    pictures.add(item.path("description").asText()));
                case ROW -> {
                    all(component.path("components"));
                    row++;
                }
                default -> {
                    all(component.path("components"));
                    if (component.has("accessory")) {
                        one(component.path("accessory"));
                        row++;
                    }
                }
            }
        }

        private void text(String markdown) {
            DiscordMarkdown read = DiscordMarkdown.read(markdown);
            above = BAR.matcher(read.text()).replaceAll("");
            texts.add(above);
            fired.addAll(read.fired());
        }

        private void button(JsonNode button) {
            String label = button.path("label").asText();
            if (button.path("style").asInt() == LINK) {
                texts.add(label);
            } else {
                buttons.add(new Card.Button(
                        button.path("custom_id").asText(),
                        label,
                        !button.path("disabled").asBoolean(),
                        row));
            }
        }

        /** A menu's label is the text above it. */
        private void picker(JsonNode menu) {
            texts.remove(texts.size() - 1);
            pickers.add(new Card.Picker(
                    menu.path("custom_id").asText(),
                    above,
                    labels(menu),
                    menu.path("min_values").asInt(1),
                    menu.path("max_values").asInt(1)));
        }
    }

    /** The values behind these labels of a menu. */
    static String[] values(FakeMessage message, Card.Picker picker, List<String> labels) {
        JsonNode menu = everywhere(message.components())
                .filter(found -> found.path("custom_id").asText().equals(picker.id()))
                .findFirst()
                .orElseThrow();
        return labels.stream().map(label -> value(menu, label)).toArray(String[]::new);
    }

    static Sheet sheet(String id, OpenModal form) {
        List<Sheet.Field> fields = labels(form).map(DiscordCards::field).toList();
        return new Sheet(id, form.title(), fields, form.components().toPrettyString());
    }

    /** What can be filled in; beside it stands what the form is about. */
    private static Stream<JsonNode> labels(OpenModal form) {
        return children(form.components()).filter(top -> top.has("component"));
    }

    private static Sheet.Field field(JsonNode labelled) {
        JsonNode input = labelled.path("component");
        boolean written = input.path("type").asInt() == TEXT_INPUT;
        String chosen = children(input.path("options"))
                .filter(option -> option.path("default").asBoolean())
                .map(option -> option.path("label").asText())
                .findFirst()
                .orElse("");
        return new Sheet.Field(
                labelled.path("label").asText(),
                written ? input.path("value").asText("") : chosen,
                input.path("required").asBoolean(true),
                written ? input.path("max_length").asInt() : 0,
                labels(input));
    }

    /** What is filled in by label, by the fields' own ids. */
    static Map<String, String> fields(OpenModal form, Map<String, String> values) {
        Map<String, String> fields = new HashMap<>();
        labels(form).forEach(labelled -> {
            JsonNode input = labelled.path("component");
            String value = values.getOrDefault(labelled.path("label").asText(), "");
            boolean written = input.path("type").asInt() == TEXT_INPUT;
            fields.put(input.path("custom_id").asText(), written ? value : value(input, value));
        });
        return fields;
    }

    private static List<String> labels(JsonNode menu) {
        return children(menu.path("options"))
                .map(option -> option.path("label").asText())
                .toList();
    }

    private static String value(JsonNode menu, String label) {
        return children(menu.path("options"))
                .filter(option -> option.path("label").asText().equals(label))
                .map(option -> option.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option is called " + label + " in " + menu));
    }

    private static Stream<JsonNode> everywhere(JsonNode components) {
        return children(components).flatMap(one -> Stream.concat(Stream.of(one), everywhere(one.path("components"))));
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
