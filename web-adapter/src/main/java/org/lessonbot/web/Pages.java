package org.lessonbot.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Words;
import org.lessonbot.page.Html;

/**
 * Pages from files. In them {@code {{web.some.key}}} is a sentence, {@code {{value}}} a value as text, and
 * {@code {{{part}}}} a part that is HTML already.
 */
final class Pages {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{([a-z-]+)}}}|\\{\\{([a-z.-]+)}}");

    private final Words words;
    private final Assets assets;
    private final Map<String, String> files = new ConcurrentHashMap<>();

    Pages(Words words, Assets assets) {
        this.words = words;
        this.assets = assets;
    }

    /** In which they are written. */
    Words words() {
        return words;
    }

    /**
     * The page with its holes filled.
     *
     * @throws IllegalArgumentException if a hole has no value
     */
    String fill(String page, Map<String, String> values) {
        String file = files.computeIfAbsent(
                page, name -> new String(Assets.read("pages/" + name + ".html"), StandardCharsets.UTF_8));
        return HOLE.matcher(file)
                .replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1), hole.group(2), values)));
    }

    private String value(@Nullable String part, String name, Map<String, String> values) {
        if (part != null) {
            return find(part, values);
        }
        if (name.startsWith("web.") || name.equals("language.tag")) {
            return Html.escape(words.say(name));
        }
        return name.equals("assets") ? assets.folder() : Html.escape(find(name, values));
    }

    private static String find(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }
}
