package org.lessonbot.editorial.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The first words of a text as an id. */
final class Slug {
    private static final int WORDS = 5;

    private Slug() {}

    /** A short name for a prompt that no other item of the lesson has. */
    static String free(String prompt, Set<String> taken) {
        String first = of(prompt);
        String id = first;
        for (int number = 2; taken.contains(id); number++) {
            id = first + "-" + number;
        }
        return id;
    }

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
