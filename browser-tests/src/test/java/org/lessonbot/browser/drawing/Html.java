package org.lessonbot.browser.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The few words of HTML that drawings are made of, and how strictly JSON is read for them. */
final class Html {
    private Html() {}

    /** An element; its class is its look. */
    static String tag(String name, String look, String inner) {
        return "<" + name + " class=\"" + look + "\">" + inner + "</" + name + ">";
    }

    /** Any text, harmless. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }

    /** A list to pick from, closed: its first line is what is read before anything is picked. */
    static String menu(List<String> lines) {
        return lines.stream()
                .map(line -> tag("option", "line", text(line)))
                .collect(Collectors.joining("", "<select>", "</select>"));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /**
     * The part, which has no fields but these.
     *
     * @throws IllegalArgumentException if it has another, for that would be left out of the drawing
     */
    static JsonNode only(JsonNode part, String... fields) {
        Set<String> others = new TreeSet<>();
        part.fieldNames().forEachRemaining(others::add);
        others.removeAll(Set.of(fields));
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("the drawing knows no " + others + " of " + part);
        }
        return part;
    }

    /** @throws IllegalArgumentException if the value is another, which would have to be drawn */
    static void expect(JsonNode part, String field, Object value) {
        if (!part.path(field).asText().equals(value.toString())) {
            throw new IllegalArgumentException("the drawing knows no other " + field + " than " + value + ": " + part);
        }
    }
}
