package org.lessonbot.draft;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a text is another one with words taken out, and no word added or moved: then it is still its author's. */
final class Shortening {
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Shortening() {}

    static boolean of(String whole, String part) {
        List<String> left = words(part);
        Iterator<String> all = words(whole).iterator();
        return !left.isEmpty() && left.stream().allMatch(word -> comes(all, word));
    }

    private static boolean comes(Iterator<String> all, String word) {
        while (all.hasNext()) {
            if (all.next().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return Arrays.stream(NOT_IN_WORDS.split(text))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
