package org.lessonbot.browser.drawing;

import static org.lessonbot.browser.drawing.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a message of Slack's Block Kit. */
public final class SlackDrawing {
    private static final String DATED = "{date_long_pretty}, {time}";
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a 'today'", Locale.ENGLISH);

    private final Clock clock;

    /** @param clock what time it is for whoever looks, and where */
    public SlackDrawing(Clock clock) {
        this.clock = clock;
    }

    /**
     * The message as HTML.
     *
     * @param blocks of the message, a JSON array
     * @throws IllegalArgumentException if there is something in it that the drawing does not know
     */
    public String draw(JsonNode blocks) {
        return Html.list(blocks).stream().map(this::block).collect(Collectors.joining("\n"));
    }

    private String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" ->
                tag(
                        "div",
                        "heading",
                        plain(Html.only(block, "type", "block_id", "text").path("text")));
            case "section" -> section(Html.only(block, "type", "block_id", "text", "accessory"));
            case "context" ->
                tag("div", "small", all(Html.only(block, "type", "block_id", "elements"), SlackDrawing::plain));
            case "actions" ->
                tag("div", "row", all(Html.only(block, "type", "block_id", "elements"), SlackDrawing::control));
            case "rich_text" -> tag("div", "text", all(Html.only(block, "type", "block_id", "elements"), this::rich));
            case "divider" -> "<hr>";
            case "data_visualization" -> chart(Html.only(block, "type", "block_id", "title", "chart"));
            default -> throw new IllegalArgumentException("the drawing knows no block such as " + block);
        };
    }

    /** Bars side by side, for each series in turn; how high they are is not written on them. */
    private static String chart(JsonNode block) {
        JsonNode chart = Html.only(block.path("chart"), "type", "series", "axis_config");
        Html.expect(chart, "type", "bar");
        JsonNode axes = Html.only(chart.path("axis_config"), "categories", "x_label", "y_label");
        List<JsonNode> series = Html.list(chart.path("series"));
        double most = series.stream()
                .flatMap(one -> Html.list(one.path("data")).stream())
                .mapToDouble(point -> point.path("value").asDouble())
                .max()
                .orElse(1);
        String drawn = series.stream()
                .map(one -> series(Html.only(one, "name", "data"), most))
                .collect(Collectors.joining());
        return tag(
                "figure",
                "chart",
                tag("div", "bold", Html.text(block.path("title").asText()))
                        + tag("div", "plot", drawn)
                        + tag(
                                "div",
                                "small",
                                Html.text(axes.path("x_label").asText()) + " "
                                        + Html.text(axes.path("y_label").asText())));
    }

    private static String series(JsonNode series, double most) {
        String bars = Html.list(series.path("data")).stream()
                .map(point -> bar(Html.only(point, "label", "value"), most))
                .collect(Collectors.joining());
        return tag(
                "div",
                "series",
                tag("div", "small", Html.text(series.path("name").asText())) + tag("div", "bars", bars));
    }

    private static String bar(JsonNode point, double most) {
        long height = Math.round(90 * point.path("value").asDouble() / Math.max(1, most));
        return tag(
                "div",
                "bar",
                "<i style=\"height:" + height + "px\"></i>"
                        + Html.text(point.path("label").asText()));
    }

    private static String all(JsonNode parent, Function<JsonNode, String> draw) {
        return Html.list(parent.path("elements")).stream().map(draw).collect(Collectors.joining());
    }

    private static String section(JsonNode section) {
        String text = tag("div", "text beside", plain(section.path("text")));
        return tag("div", "section", section.has("accessory") ? text + control(section.path("accessory")) : text);
    }

    private static String plain(JsonNode text) {
        return Html.text(said(text));
    }

    private static String said(JsonNode text) {
        Html.expect(Html.only(text, "type", "text", "emoji"), "type", "plain_text");
        Html.expect(text, "emoji", false);
        return text.path("text").asText();
    }

    private static String control(JsonNode control) {
        return switch (control.path("type").asText()) {
            case "button" -> button(Html.only(control, "type", "action_id", "value", "style", "text"));
            case "static_select", "multi_static_select" ->
                menu(Html.only(control, "type", "action_id", "placeholder", "options", "max_selected_items"));
            default -> throw new IllegalArgumentException("the drawing knows no control such as " + control);
        };
    }

    private static String button(JsonNode button) {
        String look = switch (button.path("style").asText("plain")) {
            case "primary" -> "primary";
            case "danger" -> "danger";
            case "plain" -> "plain";
            default -> throw new IllegalArgumentException("the drawing knows no button such as " + button);
        };
        return tag("span", "button " + look, plain(button.path("text")));
    }

    private static String menu(JsonNode menu) {
        List<String> lines = new ArrayList<>(List.of(said(menu.path("placeholder"))));
        Html.list(menu.path("options"))
                .forEach(option ->
                        lines.add(said(Html.only(option, "text", "value").path("text"))));
        return Html.menu(lines);
    }

    private String rich(JsonNode part) {
        return switch (Html.only(part, "type", "style", "elements").path("type").asText()) {
            case "rich_text_section" -> tag("div", "line", all(part, this::leaf));
            case "rich_text_quote" -> tag("blockquote", "quote", all(part, this::leaf));
            case "rich_text_preformatted" -> tag("pre", "code", all(part, this::leaf));
            case "rich_text_list" -> list(part);
            default -> throw new IllegalArgumentException("the drawing knows no text such as " + part);
        };
    }

    private String list(JsonNode list) {
        Html.expect(list, "style", "bullet");
        return tag("ul", "items", all(list, item -> tag("li", "item", rich(item))));
    }

    private String leaf(JsonNode leaf) {
        return switch (leaf.path("type").asText()) {
            case "text" -> styled(Html.only(leaf, "type", "text", "style"));
            case "link" ->
                tag(
                        "span",
                        "link",
                        Html.text(Html.only(leaf, "type", "url", "text")
                                .path("text")
                                .asText()));
            case "date" -> time(Html.only(leaf, "type", "timestamp", "format", "fallback"));
            default -> throw new IllegalArgumentException("the drawing knows no text such as " + leaf);
        };
    }

    private static String styled(JsonNode leaf) {
        leaf.path("style").fields().forEachRemaining(style -> {
            if (!style.getKey().equals("bold")) {
                Html.expect(leaf.path("style"), style.getKey(), false);
            }
        });
        String drawn = Html.text(leaf.path("text").asText());
        return leaf.path("style").path("bold").asBoolean() ? tag("b", "bold", drawn) : drawn;
    }

    private String time(JsonNode date) {
        boolean dated = date.path("format").asText().equals(DATED);
        if (!dated) {
            Html.expect(date, "format", "{time} {date_short_pretty}");
        }
        Instant instant = Instant.ofEpochSecond(date.path("timestamp").asLong());
        return tag(
                "time",
                "time",
                (dated ? DATE_AND_TIME : TIME).withZone(clock.getZone()).format(instant));
    }
}
