package org.lessonbot.engine.adapter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a mistyped word may have been meant to be. */
final class Typos {
    private static final int LONGEST = 30;

    private Typos() {}

    /** The word with the fewest letters to change; nothing where that is more than half of what was typed. */
    static Optional<String> nearest(String typed, Collection<String> words) {
        return typed.length() > LONGEST
                ? Optional.empty()
                : words.stream()
                        .min(Comparator.comparingInt(word -> distance(typed, word)))
                        .filter(word -> distance(typed, word) * 2 <= typed.length());
    }

    /** Levenshtein's distance, with neighbours that changed places counted as one change. */
    private static int distance(String one, String other) {
        int[][] changes = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : least(changes, one, other, i, j);
            }
        }
        return changes[one.length()][other.length()];
    }

    private static int least(int[][] changes, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(changes[i - 1][j - 1] + (same ? 0 : 1), Math.min(changes[i - 1][j], changes[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, changes[i - 2][j - 2] + 1) : least;
    }
}
