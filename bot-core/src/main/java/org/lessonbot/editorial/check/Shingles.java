package org.lessonbot.editorial.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A text as the set of its overlapping pieces of a few characters, without case, accents and punctuation. How alike two are
 * is the share of pieces they have in common: their resemblance (A. Broder, "On the resemblance and containment of
 * documents", Compression and Complexity of Sequences 1997).
 */
final class Shingles {
    private static final int LENGTH = 5;
    /** Odd and large, so that no two pieces of a few characters are ever one number. */
    private static final long BASE = 0x9E3779B97F4A7C15L;

    /** Each piece as a number, in order, none twice: sets in order are compared far faster than sets of texts. */
    private final long[] pieces;

    private Shingles(long[] pieces) {
        this.pieces = pieces;
    }

    static Shingles of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        int last = Math.max(0, plain.length() - LENGTH);
        return new Shingles(IntStream.rangeClosed(0, last)
                .mapToLong(start -> number(plain, start, Math.min(plain.length(), start + LENGTH)))
                .sorted()
                .distinct()
                .toArray());
    }

    private static long number(String text, int start, int end) {
        long number = (long) end - start;
        for (int i = start; i < end; i++) {
            number = number * BASE + text.charAt(i);
        }
        return number;
    }

    /** From 0, nothing in common, to 1, the same. */
    double resemblance(Shingles other) {
        int common = 0;
        for (int i = 0, j = 0; i < pieces.length && j < other.pieces.length; ) {
            long one = pieces[i];
            long another = other.pieces[j];
            common += one == another ? 1 : 0;
            i += one <= another ? 1 : 0;
            j += another <= one ? 1 : 0;
        }
        return (double) common / (pieces.length + other.pieces.length - common);
    }
}
