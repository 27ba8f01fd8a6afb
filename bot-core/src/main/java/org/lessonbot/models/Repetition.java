package org.lessonbot.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a text goes round in circles. */
final class Repetition {
    /** A refrain of a song or a poem comes less often. */
    private static final int OFTEN = 4;

    /** "No, no, no, no" is speech. */
    private static final int OFTEN_ALONE = 8;

    private static final int LONGEST_CIRCLE = 40;

    /** Words that few texts without a circle have twice in a row. */
    private static final int PHRASE = 6;

    private Repetition() {}

    static boolean isIn(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return circles(words) || phrase(words) || circles(Arrays.asList(text.split("")));
    }

    /** The same words again and again without a break. */
    private static boolean circles(List<String> words) {
        return IntStream.rangeClosed(1, Math.min(LONGEST_CIRCLE, words.size() / OFTEN))
                .anyMatch(length -> longestRun(words, length) >= (length == 1 ? OFTEN_ALONE : OFTEN));
    }

    private static int longestRun(List<String> words, int length) {
        int longest = 1;
        int same = 0;
        for (int i = length; i < words.size(); i++) {
            same = words.get(i).equals(words.get(i - length)) ? same + 1 : 0;
            longest = Math.max(longest, same / length + 1);
        }
        return longest;
    }

    /** The same phrase often, with other words in between. */
    private static boolean phrase(List<String> words) {
        Map<String, Long> counts = IntStream.rangeClosed(0, words.size() - PHRASE)
                .mapToObj(i -> String.join(" ", words.subList(i, i + PHRASE)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.values().stream().anyMatch(count -> count >= OFTEN);
    }
}
