package org.lessonbot.reward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By which words the responses of one language show their features, as {@code features.txt} lists them. */
public final class Lexicon {
    private static final String FILE = "features.txt";
    private static final Pattern LINE = Pattern.compile("(\\*|[a-z]{2,3}) ([a-z-]+): (.+)");
    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE;

    private static final double SHORT = 40;

    private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

    /** Texts remembered: those of some lessons. */
    private static final int MOST = 2_000;

    private final Map<Feature, List<Pattern>> patterns;

    /** A class is shown the same texts again and again, and a text takes a dozen patterns to read. */
    private final Map<String, Profile> profiles = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Profile> eldest) {
            return size() > MOST;
        }
    });

    private Lexicon(Map<Feature, List<Pattern>> patterns) {
        this.patterns = patterns;
    }

    /**
     * Of a language; without words of its own only what signs show is counted: length, questions, lists, exclamations and numbers.
     *
     * @param language a BCP 47 tag
     */
    public static Lexicon of(String language) {
        return READ.computeIfAbsent(Locale.forLanguageTag(language).getLanguage(), Lexicon::read);
    }

    /** What a text shows. */
    Profile profile(String text) {
        return profiles.computeIfAbsent(text, this::look);
    }

    private Profile look(String text) {
        SortedMap<Axis, Double> units = new TreeMap<>(Axis.ORDER);
        for (Feature feature : Feature.values()) {
            units.put(feature, units(feature, text));
        }
        return new Profile(units);
    }

    /**
     * How much of a feature a text has, in units. In a longer text than {@link #SHORT} words what is counted is spread over so many, so that
     * what was learned from short texts says something of long ones; the length itself is not.
     */
    double units(Feature feature, String text) {
        double units = count(feature, text) / feature.unit();
        return feature == Feature.LENGTH
                ? units
                : units * Math.min(1, SHORT / Math.max(1, count(Feature.LENGTH, text)));
    }

    private double count(Feature feature, String text) {
        String plain = text.replace('’', '\'');
        return patterns.getOrDefault(feature, List.of()).stream()
                .mapToLong(pattern -> pattern.matcher(plain).results().count())
                .sum();
    }

    /** Words of a text, as {@link Feature#LENGTH} counts them. */
    public int words(String text) {
        return (int) count(Feature.LENGTH, text);
    }

    private static Lexicon read(String language) {
        Map<Feature, List<Pattern>> patterns = new EnumMap<>(Feature.class);
        lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalStateException("not a line of " + FILE + ": " + line);
            }
            if (matcher.group(1).equals("*") || matcher.group(1).equals(language)) {
                patterns.computeIfAbsent(feature(matcher.group(2)), none -> new ArrayList<>())
                        .add(Pattern.compile(matcher.group(3), FLAGS));
            }
        });
        return new Lexicon(patterns);
    }

    private static Feature feature(String word) {
        return Feature.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> lines() {
        try (InputStream file = Lexicon.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("not in the jar: " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
