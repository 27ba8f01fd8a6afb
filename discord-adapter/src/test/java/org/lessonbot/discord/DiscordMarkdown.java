package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads markdown as Discord's client does: what it obeys is gone from the text, and what does more than set type is noted.
 * Follows Discord's "Markdown Text 101" and its reference of message formatting; where these are silent it obeys rather too
 * much than too little.
 */
final class DiscordMarkdown {
    private static final Pattern LINE_START = Pattern.compile("(?m)^\\s*(?:-# |#{1,3} |>>> |> ?|[-*+] |\\d+[.)] )");
    private static final Pattern NEXT = Pattern.compile(String.join(
            "|",
            "(?<block>```(?:[a-z]*\\n)?(?<program>[\\s\\S]*?)```)",
            "(?<code>(?<ticks>`+)(?<span>[^`]+)\\k<ticks>)",
            "(?<escape>\\\\(?<escaped>[^0-9A-Za-z\\s]))",
            "(?<time><t:-?\\d+(?::[tTdDfFR])?>)",
            "(?<mention><(?:@[!&]?|#|id:|/|a?:\\w+:|sound:|https?:|mailto:|tel:)[^>\\s]*>|@everyone|@here)",
            "(?<link>\\[[^\\]\\n]+\\]\\([^)\\n]+\\)|(?:https?|steam|discord)://\\S+)",
            "(?<emoji>:[A-Za-z0-9_+-]+:)",
            "(?<strong>\\*\\*)",
            "(?<type>\\|\\||~~|__|(?<![\\s])[*_](?=\\S)|[*_](?=\\S))"));

    private final StringBuilder text = new StringBuilder();
    private final List<String> fired = new ArrayList<>();

    private DiscordMarkdown(String markdown) {
        Matcher matcher = NEXT.matcher(withoutLineStarts(markdown));
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(read(matcher)));
        }
        matcher.appendTail(text);
    }

    static DiscordMarkdown read(String markdown) {
        return new DiscordMarkdown(markdown);
    }

    /** What is seen. */
    String text() {
        return text.toString();
    }

    /** Mentions, links, emoji made of codes, and type that nothing of ours sets. */
    List<String> fired() {
        return List.copyOf(fired);
    }

    private String read(Matcher found) {
        if (found.group("block") != null) {
            return found.group("program");
        }
        if (found.group("code") != null) {
            return found.group("span");
        }
        if (found.group("escape") != null) {
            return found.group("escaped");
        }
        if (found.group("time") != null) {
            return "at some time";
        }
        if (found.group("strong") == null) {
            fired.add(found.group());
        }
        return "";
    }

    /** Marks at the start of a line may stand one behind the other: a heading in a quote. */
    private static String withoutLineStarts(String markdown) {
        String before = "";
        String after = markdown;
        while (!before.equals(after)) {
            before = after;
            after = LINE_START.matcher(before).replaceAll("");
        }
        return after;
    }
}
