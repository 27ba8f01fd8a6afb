package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lessonbot.slack.fake.Fired;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.tck.Card;

/** Reads Block Kit as a person reads what Slack makes of it. */
final class SlackCards {
    /** The word before the names of buttons that cannot be pressed now. */
    private static final String OFF = "Not now: ";

    /** What was read, by the post's version: who waits for something looks at the same post again and again. */
    private static final ConcurrentMap<Object, Card> READ =
            Caffeine.newBuilder().weakKeys().<Object, Card>build().asMap();

    private final List<String> text = new ArrayList<>();
    private final List<Card.Button> buttons = new ArrayList<>();
    private final List<Card.Picker> pickers = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private int row = -1;

    private SlackCards() {}

    static Card read(String id, Post post) {
        Card read = READ.computeIfAbsent(post.version(), unread -> read(id, post.blocks(), post.fired()));
        return new Card(id, read.text(), read.buttons(), read.pickers(), read.fired(), read.pictures(), read.source());
    }

    static Card read(String id, JsonArray blocks, List<Fired> fires) {
        SlackCards card = new SlackCards();
        blocks.forEach(block -> card.block(block.getAsJsonObject()));
        List<String> fired = fires.stream()
                .filter(each -> !card.links.contains(each.what()))
                .map(Fired::toString)
                .toList();
        return new Card(
                id,
                String.join("\n", card.text),
                card.buttons,
                card.pickers,
                fired,
                card.pictures,
                SlackJson.pretty(blocks));
    }

    private void block(JsonObject block) {
        switch (block.get("type").getAsString()) {
            case "header" -> text.add(string(block.getAsJsonObject("text"), "text"));
            case "section" -> section(block);
            case "context" ->
                block.getAsJsonArray("elements").forEach(element -> line(string(element.getAsJsonObject(), "text")));
            case "actions" -> {
                row++;
                block.getAsJsonArray("elements").forEach(element -> button(element.getAsJsonObject()));
            }
            case "rich_text" ->
                block.getAsJsonArray("elements").forEach(part -> text.add(rich(part.getAsJsonObject())));
            case ChartBlock.TYPE -> pictures.add(string(block, "title"));
            default -> {
                // A divider says nothing.
            }
        }
    }

    private void section(JsonObject section) {
        String said = string(section.getAsJsonObject("text"), "text");
        Optional<JsonObject> accessory = Optional.ofNullable(section.getAsJsonObject("accessory"));
        if (accessory.filter(one -> string(one, "type").endsWith("_select")).isPresent()) {
            picker(said, accessory.get());
            return;
        }
        row = accessory.isPresent() || said.contains("\n" + OFF) ? row + 1 : row;
        said.lines().forEach(this::line);
        accessory.ifPresent(this::button);
    }

    private void line(String line) {
        if (line.startsWith(OFF)) {
            for (String label : line.substring(OFF.length()).split(" · ")) {
                buttons.add(new Card.Button("", label, false, row));
            }
        } else {
            text.add(line);
        }
    }

    private void button(JsonObject button) {
        String id = string(button, "action_id") + "\n" + string(button, "value");
        buttons.add(new Card.Button(id, string(button.getAsJsonObject("text"), "text"), true, row));
    }

    private void picker(String label, JsonObject menu) {
        List<String> options = objects(menu.getAsJsonArray("options"))
                .map(option -> string(option.getAsJsonObject("text"), "text"))
                .toList();
        int max =
                menu.has("max_selected_items") ? menu.get("max_selected_items").getAsInt() : 1;
        pickers.add(new Card.Picker(string(menu, "action_id"), label, options, 1, max));
    }

    /** The value behind an option's label. */
    static Optional<String> value(JsonArray blocks, String picker, String label) {
        return objects(blocks)
                .filter(block -> block.has("accessory") || block.has("element"))
                .map(block -> block.getAsJsonObject(block.has("accessory") ? "accessory" : "element"))
                .filter(menu -> menu.has("options") && string(menu, "action_id").equals(picker))
                .flatMap(menu -> objects(menu.getAsJsonArray("options")))
                .filter(option -> string(option.getAsJsonObject("text"), "text").equals(label))
                .map(option -> string(option, "value"))
                .findFirst();
    }

    private String rich(JsonObject part) {
        boolean list = string(part, "type").equals("rich_text_list");
        return objects(part.getAsJsonArray("elements"))
                .map(element -> element.has("elements") ? rich(element) : leaf(element))
                .collect(Collectors.joining(list ? "\n" : ""));
    }

    private String leaf(JsonObject leaf) {
        if (string(leaf, "type").equals("link")) {
            links.add(string(leaf, "url"));
        }
        return leaf.has("text") ? string(leaf, "text") : string(leaf, "fallback");
    }

    static String string(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
