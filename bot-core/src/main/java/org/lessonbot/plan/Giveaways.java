package org.lessonbot.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words by which a response gives away who wrote it, as {@code giveaways.txt} lists them. */
public final class Giveaways {
    private static final String FILE = "giveaways.txt";
    private static final Pattern LINE = Pattern.compile("(\\*|[a-z]{2,3})( \\p{Ll}+)? (names|says) ([^:]+): (.+)");
    private static final String ANY = "*";

    private final List<Entry> entries;

    private Giveaways(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * One line of the list.
     *
     * @param value the value it is about; empty for all
     */
    private record Entry(String language, String value, String reason, String pattern) {
        boolean concerns(String language, String value) {
            return (this.language.equals(ANY) || this.language.equals(language))
                    && (this.value.isEmpty() || this.value.equals(value));
        }
    }

    /** The list of this version. */
    public static Giveaways read() {
        try (InputStream file = Giveaways.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("not in the jar: " + FILE);
            }
            List<Entry> entries = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Giveaways::entry)
                    .toList();
            return new Giveaways(entries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Entry entry(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a line of " + FILE + ": " + line);
        }
        String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
        return new Entry(matcher.group(1), value, matcher.group(3) + " " + matcher.group(4), matcher.group(5));
    }

    /**
     * What a text gives away.
     *
     * @param language of the text, a BCP 47 tag
     * @param value the name of the value it was written for; empty if there is none
     * @param stages the names of the stages; empty if there are none
     */
    public List<String> in(String text, String language, String value, Collection<String> stages) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        String small = value.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.concerns(primary, small)) {
                pattern(entry.pattern(), small, stages)
                        .matcher(text.replace('’', '\''))
                        .results()
                        .map(match -> entry.reason() + ": “" + match.group().strip() + "”")
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Pattern pattern(String pattern, String value, Collection<String> stages) {
        String names = stages.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        String whole = pattern.replace("{value}", value.isEmpty() ? "(?!)" : Pattern.quote(value))
                .replace("{stage}", stages.isEmpty() ? "(?!)" : names);
        return Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
