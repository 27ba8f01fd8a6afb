package org.lessonbot.editorial.check;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the set of its overlapping pieces of a few characters, without case, accents and punctuation. How alike two are
 * is the share of pieces they have in common: their resemblance (A. Broder, "On the resemblance and containment of
 * documents", Compression and Complexity of Sequences 1997).
 */
record Shingles(Set<String> pieces) {
    private static final int LENGTH = 5;

    static Shingles of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + LENGTH <= plain.length(); i++) {
            pieces.add(plain.substring(i, i + LENGTH));
        }
        if (pieces.isEmpty()) {
            pieces.add(plain);
        }
        return new Shingles(pieces);
    }

    /** From 0, nothing in common, to 1, the same. */
    double resemblance(Shingles other) {
        boolean fewer = pieces.size() <= other.pieces.size();
        Set<String> larger = fewer ? other.pieces : pieces;
        long common = (fewer ? pieces : other.pieces)
                .stream().filter(larger::contains).count();
        return (double) common / (pieces.size() + other.pieces.size() - common);
    }
}
