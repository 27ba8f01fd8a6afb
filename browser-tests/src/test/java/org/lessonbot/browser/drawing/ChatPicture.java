package org.lessonbot.browser.drawing;

import static org.lessonbot.browser.drawing.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages with the telling moments of a lesson in a chat, for the guides. Each says that it is a drawing. */
public final class ChatPicture {
    /** When the club of the goldens is begun, in Berlin, and when each of its parts ends. */
    private static final Clock BEGIN = Clock.fixed(Instant.parse("2037-11-24T17:00:00Z"), ZoneOffset.ofHours(1));

    private static final List<Instant> ENDS = Stream.of(
                    "2037-11-29T17:00:00Z", "2037-11-30T17:00:00Z", "2037-12-03T17:00:00Z", "2037-12-04T17:00:00Z")
            .map(Instant::parse)
            .toList();

    private final String chat;
    private final String onlyYou;
    private final Goldens goldens;
    private final Function<Clock, Function<JsonNode, String>> drawing;

    private ChatPicture(
            String chat, String onlyYou, Goldens goldens, Function<Clock, Function<JsonNode, String>> drawing) {
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
                clock -> new DiscordDrawing(clock)::draw);
    }

    public static ChatPicture slack() {
        return new ChatPicture(
                "Slack", "Only visible to you", new Goldens("slack-adapter"), clock -> new SlackDrawing(clock)::draw);
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

    /** What whoever leads a club is told before it starts, and what everybody sees of it then, as HTML. */
    public String club() throws IOException {
        List<Instant> offered = Stream.concat(ENDS.stream().skip(ENDS.size() - 1L), ENDS.stream())
                .toList();
        return page(
                scene(
                        "What the leader reads before anything starts",
                        message(drawing.apply(BEGIN).apply(goldens.club("offer", offered)), "18:00", onlyYou())),
                scene(
                        "The club's one post",
                        message(drawing.apply(BEGIN).apply(goldens.club("hub", ENDS)), "18:01", "")));
    }

    private String onlyYou() {
        return tag("div", "only-you", onlyYou);
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
        return message(drawn(name), time, "");
    }

    private String forOne(String name, String time) throws IOException {
        return message(drawn(name), time, onlyYou());
    }

    private String drawn(String name) throws IOException {
        return drawing.apply(Goldens.CLOCK).apply(goldens.moment(name));
    }

    private static String message(String drawn, String time, String note) {
        String who = tag("b", "name", "Lesson bot") + tag("span", "app", "APP") + tag("span", "at", time);
        return tag(
                "article",
                "message",
                tag("div", "avatar", "L") + tag("div", "said", tag("div", "who", who) + drawn + note));
    }

    private static String styles() throws IOException {
        try (InputStream stream = Optional.ofNullable(ChatPicture.class.getResourceAsStream("drawing.css"))
                .orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
