package org.lessonbot.editorial.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The first words of a text as an id. */
final class Slug {
    private static final int WORDS = 5;

    private Slug() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’]", "");
        String slug = Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .collect(Collectors.joining("-"));
        return slug.isEmpty() ? "item" : slug;
    }
}
