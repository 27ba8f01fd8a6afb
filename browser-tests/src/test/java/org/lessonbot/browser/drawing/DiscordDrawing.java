package org.lessonbot.browser.drawing;

import static org.lessonbot.browser.drawing.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a message of Discord's components, version 2. */
public final class DiscordDrawing {
    private final DiscordText text;

    /** @param clock what time it is for whoever looks, and where */
    public DiscordDrawing(Clock clock) {
        text = new DiscordText(clock);
    }

    /**
     * The message as HTML.
     *
     * @param components of the message, a JSON array
     * @throws IllegalArgumentException if there is something in it that the drawing does not know
     */
    public String draw(JsonNode components) {
        return Html.list(components).stream().map(this::component).collect(Collectors.joining("\n"));
    }

    private String component(JsonNode part) {
        return switch (part.path("type").asInt()) {
            case 1 -> row(Html.only(part, "type", "id", "components"));
            case 2 -> button(Html.only(part, "type", "id", "custom_id", "url", "style", "disabled", "label"));
            case 3 ->
                menu(Html.only(part, "type", "id", "custom_id", "disabled", "min_values", "max_values", "options"));
            case 9 -> section(Html.only(part, "type", "id", "components", "accessory"));
            case 10 ->
                tag(
                        "div",
                        "text",
                        text.draw(Html.only(part, "type", "id", "content")
                                .path("content")
                                .asText()));
            case 12 -> gallery(Html.only(part, "type", "id", "items"));
            case 14 -> separator(Html.only(part, "type", "id", "divider", "spacing"));
            case 17 -> container(Html.only(part, "type", "id", "components", "spoiler"));
            default -> throw new IllegalArgumentException("the drawing knows no component such as " + part);
        };
    }

    private String container(JsonNode container) {
        Html.expect(container, "spoiler", false);
        return tag("div", "container", draw(container.path("components")));
    }

    private String section(JsonNode section) {
        return tag(
                "div",
                "section",
                tag("div", "beside", draw(section.path("components"))) + component(section.path("accessory")));
    }

    private String row(JsonNode row) {
        return tag("div", "row", draw(row.path("components")));
    }

    private static String button(JsonNode button) {
        String look = switch (button.path("style").asInt()) {
            case 1 -> "primary";
            case 2 -> "plain";
            case 4 -> "danger";
            case 5 -> "link";
            default -> throw new IllegalArgumentException("the drawing knows no button such as " + button);
        };
        String off = button.path("disabled").asBoolean() ? " off" : "";
        return tag(
                "span", "button " + look + off, Html.text(button.path("label").asText()));
    }

    private static String menu(JsonNode menu) {
        Html.expect(menu, "disabled", false);
        List<String> options = Html.list(menu.path("options")).stream()
                .map(option -> Html.only(option, "label", "value", "default")
                        .path("label")
                        .asText())
                .toList();
        return Html.menu(options);
    }

    private static String gallery(JsonNode gallery) {
        return tag(
                "div",
                "gallery",
                Html.list(gallery.path("items")).stream()
                        .map(DiscordDrawing::picture)
                        .collect(Collectors.joining()));
    }

    /** The image itself, where it is kept; else what is said of it. */
    private static String picture(JsonNode item) {
        Html.expect(Html.only(item, "media", "description", "spoiler"), "spoiler", false);
        String url = item.path("media").path("url").asText();
        String alt = Html.text(item.path("description").asText());
        try {
            String data = Goldens.image("discord-adapter", url.substring(url.lastIndexOf('/') + 1))
                    .map(image ->
                            "src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(image) + "\" ")
                    .orElse("");
            return "<img class=\"picture\" " + data + "alt=\"" + alt + "\">";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String separator(JsonNode separator) {
        Html.expect(separator, "divider", true);
        return "<hr>";
    }
}
