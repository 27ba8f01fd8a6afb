package org.lessonbot.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;

/**
 * Something that a browser shows.
 *
 * @param place later things have higher places
 * @param where {@code room}, {@code console} or {@code own}
 */
record Item(long number, long version, long place, String where, String html) {
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*data-action=\"([^\"]*)\"([^>]*)>");
    private static final Pattern LINE_END = Pattern.compile("</(?:p|h\\d|li|div|tr|blockquote|caption|dt|dd)>|<br>");

    static Item of(JsonNode json) {
        return new Item(
                json.path("number").asLong(),
                json.path("version").asLong(),
                json.path("place").asLong(),
                json.path("where").asText(),
                // A class sees much the same: so it is held once for all of them.
                json.path("html").asText().intern());
    }

    /** What its buttons do, those that can be pressed. */
    List<Action> actions() {
        return BUTTON.matcher(html)
                .results()
                .filter(button -> !button.group(2).contains(" disabled"))
                .map(button -> Action.parse(button.group(1).replace("&amp;", "&")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What it says, without its form and its buttons. */
    String text() {
        return plain(html);
    }

    static String plain(String html) {
        return LINE_END.matcher(html.replaceAll("<button.*?</button>", ""))
                .replaceAll("\n")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }
}
