package org.lessonbot.app.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of Discord's shards this instance serves.
 *
 * @param first from 0
 * @param last not less than the first
 * @param total over all instances; 0 for as many as Discord recommends, all served here
 */
public record Shards(int first, int last, int total) {
    public static final Shards ALL = new Shards(0, 0, 0);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})-(\\d{1,4})/(\\d{1,4})");

    /** Reads {@code all}, or a range such as {@code 0-3/8}. */
    static Optional<Shards> parse(String text) {
        if (text.equals("all")) {
            return Optional.of(ALL);
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        Shards shards = new Shards(
                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)));
        return Optional.of(shards).filter(some -> some.first <= some.last && some.last < some.total);
    }
}
