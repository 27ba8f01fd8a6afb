package org.lessonbot.browser.drawing;

import static org.lessonbot.browser.drawing.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages with the telling moments of a lesson in a chat, for the guides. Each says that it is a drawing. */
public final class ChatPicture {
    private final String chat;
    private final String onlyYou;
    private final Goldens goldens;
    private final Function<JsonNode, String> drawing;

    private ChatPicture(String chat, String onlyYou, Goldens goldens, Function<JsonNode, String> drawing) {
        this.chat = chat;
        this.onlyYou = onlyYou;
        this.goldens = goldens;
        this.drawing = drawing;
    }

    public static ChatPicture discord() {
        return new ChatPicture(
                "Discord",
                "Only you can see this",
                new Goldens("discord-adapter"),
                new DiscordDrawing(Goldens.CLOCK)::draw);
    }

    public static ChatPicture slack() {
        return new ChatPicture(
                "Slack", "Only visible to you", new Goldens("slack-adapter"), new SlackDrawing(Goldens.CLOCK)::draw);
    }

    /** What the class sees, as HTML. */
    public String lesson() throws IOException {
        return page(
                scene("While everybody decides alone", forAll("question", "10:31"), forOne("receipt", "10:32"))
                        + scene("Later: what the class wants to know", forAll("board", "11:14")),
                scene("The same message after the reveal", forAll("reveal", "10:31")));
    }

    /** What the teacher alone sees, as HTML. */
    public String console() throws IOException {
        return page(scene("The teacher's console", forOne("console", "10:32")));
    }

    private String page(String... columns) throws IOException {
        String caption = String.format(
                Locale.ROOT,
                "Drawn from the %s that the bot sends to %s; not a screenshot of %s.",
                columns.length == 1 ? "message" : "messages",
                chat,
                chat);
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + chat + "</title><style>"
                + styles() + "</style></head>"
                + tag(
                        "body",
                        chat,
                        tag("header", "caption", caption)
                                + tag(
                                        "main",
                                        "columns",
                                        Stream.of(columns)
                                                .map(column -> tag("div", "column", column))
                                                .collect(Collectors.joining())))
                + "</html>";
    }

    private static String scene(String when, String... messages) {
        return tag("section", "scene", tag("h2", "when", when) + String.join("", messages));
    }

    private String forAll(String name, String time) throws IOException {
        return message(name, time, "");
    }

    private String forOne(String name, String time) throws IOException {
        return message(name, time, tag("div", "only-you", onlyYou));
    }

    private String message(String name, String time, String note) throws IOException {
        String who = tag("b", "name", "Lesson bot") + tag("span", "app", "APP") + tag("span", "at", time);
        return tag(
                "article",
                "message",
                tag("div", "avatar", "L")
                        + tag("div", "said", tag("div", "who", who) + drawing.apply(goldens.moment(name)) + note));
    }

    private static String styles() throws IOException {
        try (InputStream stream = Optional.ofNullable(ChatPicture.class.getResourceAsStream("drawing.css"))
                .orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
