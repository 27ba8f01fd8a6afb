package org.lessonbot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classroom's HTML as a browser reads it. What is not of the few forms that the painter uses is noted: it fires. */
final class Html {
    private static final Pattern PART =
            Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\\s+[a-zA-Z][a-zA-Z0-9-]*(?:=\"[^\"]*\")?)*)\\s*/?>|([^<]+)|<");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z][a-zA-Z0-9-]*)(?:=\"([^\"]*)\")?");
    private static final Set<String> TAGS = Set.of(
            ("h2 h3 p div figure figcaption blockquote ul li table caption tbody thead tr th td svg rect line circle text header progress span time"
                            + " details summary button form label select option fieldset legend input textarea hr br a")
                    .split(" "));

    private final List<Part> parts = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();

    /**
     * A tag or a text.
     *
     * @param tag {@code p} for one that opens, {@code /p} for one that closes, empty for a text
     * @param text with its characters as they are read
     */
    record Part(String tag, Map<String, String> attributes, String text) {
        boolean is(String wanted) {
            return tag.equals(wanted);
        }

        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        boolean has(String name) {
            return attributes.containsKey(name);
        }
    }

    private Html(String html) {
        boolean link = false;
        for (Matcher part = PART.matcher(html); part.find(); ) {
            if (part.group(4) != null) {
                parts.add(new Part("", Map.of(), unescape(part.group(4))));
            } else if (part.group(2) == null) {
                fired.add("a tag that is none at " + part.start());
            } else {
                Part tag = new Part(part.group(1) + part.group(2), attributes(part.group(3)), "");
                parts.add(tag);
                if (!TAGS.contains(part.group(2)) || tag.is("a") && !link || isActive(tag)) {
                    fired.add(part.group());
                }
                link = tag.is("p") && tag.attribute("class").equals("link");
            }
        }
    }

    static Html of(String html) {
        return new Html(html);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<String> fired() {
        return List.copyOf(fired);
    }

    private static boolean isActive(Part tag) {
        return tag.attributes().keySet().stream()
                .anyMatch(name -> name.startsWith("on") || name.equals("style") || name.equals("src"));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new TreeMap<>();
        for (Matcher one = ATTRIBUTE.matcher(text); one.find(); ) {
            attributes.put(one.group(1), one.group(2) == null ? "" : unescape(one.group(2)));
        }
        return attributes;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
