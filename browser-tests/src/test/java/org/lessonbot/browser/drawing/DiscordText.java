package org.lessonbot.browser.drawing;

import static org.lessonbot.browser.drawing.Html.tag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws Discord's markdown, as far as the bot writes it. Markup beyond that is refused, for Discord would obey it. */
final class DiscordText {
    private static final String FENCE = "```";
    private static final Pattern HEADING = Pattern.compile("## (.*)");
    private static final Pattern SMALL = Pattern.compile("-# (.*)");
    private static final Pattern QUOTE = Pattern.compile("> (.*)");
    private static final Pattern ITEM = Pattern.compile("- (.*)");
    private static final Pattern OTHER_START = Pattern.compile("\\s*([#>+-]|\\d+[.)]).*");

    private static final Pattern INLINE = Pattern.compile("\\\\(?<escaped>\\p{Punct})"
            + "|\\*\\*(?<bold>(?:\\\\.|[^*\\\\])+)\\*\\*"
            + "|`(?<code>[^`]+)`"
            + "|<t:(?<second>\\d+):(?<format>[RtF])>"
            + "|(?<plain>[^\\\\*_~|`<\\[\\]@]+)");

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Clock clock;

    DiscordText(Clock clock) {
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is markup in it that the drawing does not know */
    String draw(String markdown) {
        Deque<String> lines = new ArrayDeque<>(List.of(markdown.split("\n", -1)));
        StringBuilder drawn = new StringBuilder();
        while (!lines.isEmpty()) {
            drawn.append(block(lines));
        }
        return drawn.toString();
    }

    private String block(Deque<String> lines) {
        String line = lines.element();
        if (line.equals(FENCE)) {
            return fenced(lines);
        }
        if (HEADING.matcher(line).matches()) {
            return run(lines, HEADING, "", text -> tag("div", "heading", inline(text)));
        }
        if (SMALL.matcher(line).matches()) {
            return run(lines, SMALL, "", text -> tag("div", "small", inline(text)));
        }
        if (QUOTE.matcher(line).matches()) {
            return tag("blockquote", "quote", run(lines, QUOTE, "<br>", this::inline));
        }
        if (ITEM.matcher(line).matches()) {
            return tag("ul", "items", run(lines, ITEM, "", text -> tag("li", "item", inline(text))));
        }
        if (OTHER_START.matcher(line).matches()) {
            throw new IllegalArgumentException("the drawing knows no line such as " + line);
        }
        return tag("div", "line", inline(lines.remove()));
    }

    /** All lines from here on that begin alike. */
    private static String run(Deque<String> lines, Pattern start, String between, Function<String, String> draw) {
        StringBuilder drawn = new StringBuilder();
        while (!lines.isEmpty()) {
            Matcher like = start.matcher(lines.element());
            if (!like.matches()) {
                break;
            }
            drawn.append(drawn.isEmpty() ? "" : between).append(draw.apply(like.group(1)));
            lines.remove();
        }
        return drawn.toString();
    }

    private static String fenced(Deque<String> lines) {
        lines.remove();
        List<String> code =
                lines.stream().takeWhile(line -> !line.equals(FENCE)).toList();
        code.forEach(line -> lines.remove());
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a code block has no end: " + code);
        }
        lines.remove();
        return tag("pre", "code", code.stream().map(Html::text).collect(Collectors.joining("\n")));
    }

    private String inline(String markdown) {
        StringBuilder drawn = new StringBuilder();
        Matcher part = INLINE.matcher(markdown);
        while (part.lookingAt()) {
            drawn.append(part(part));
            part.region(part.end(), markdown.length());
        }
        if (part.regionStart() < markdown.length()) {
            throw new IllegalArgumentException("the drawing knows no markup such as in " + markdown);
        }
        return drawn.toString();
    }

    private String part(Matcher part) {
        if (part.group("escaped") != null) {
            return Html.text(part.group("escaped"));
        }
        if (part.group("bold") != null) {
            return tag("b", "bold", inline(part.group("bold")));
        }
        if (part.group("code") != null) {
            return tag("code", "code", Html.text(part.group("code")));
        }
        return part.group("plain") == null ? time(part) : Html.text(part.group("plain"));
    }

    private String time(Matcher part) {
        Instant instant = Instant.ofEpochSecond(Long.parseLong(part.group("second")));
        return tag(
                "time",
                "time",
                switch (part.group("format")) {
                    case "t" -> TIME.withZone(clock.getZone()).format(instant);
                    case "F" -> DATE_AND_TIME.withZone(clock.getZone()).format(instant);
                    default -> ahead(Duration.between(clock.instant(), instant));
                });
    }

    private static String ahead(Duration ahead) {
        return ahead.toHours() < 1 ? "in " + ahead.toMinutes() + " minutes" : "in " + ahead.toDays() + " days";
    }
}
