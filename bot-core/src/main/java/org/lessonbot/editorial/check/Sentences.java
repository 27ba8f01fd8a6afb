package org.lessonbot.editorial.check;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Where sentences end. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?:]+(?=\\s|[\"”“')]|$)|\\n+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Sentences() {}

    /** How many there are, at least one; the end of a line ends one too, so that lists and verses count. */
    static int count(String text) {
        long parts = Arrays.stream(END.split(text))
                .filter(part -> LETTER.matcher(part).find())
                .count();
        return Math.max(1, (int) parts);
    }
}
