package org.lessonbot.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a text is no YAML at all, and in which line.
 *
 * @param line from 1; 0 if it is about the whole text
 */
record Malformed(int line, String reason) {
    /** What stands in a text where the file's bytes were no UTF-8. */
    private static final String DAMAGED = "\uFFFD";

    private static final Pattern UNFIT = Pattern.compile("[" + DAMAGED + "\\p{Cc}&&[^\\t\\n\\r\\x85]]");
    /** How the parser says where it is, after each half of its message. */
    private static final Pattern MARK = Pattern.compile(" in .*, line (\\d+), column \\d+:?");

    /** What keeps a text from being parsed at all. */
    static Optional<Malformed> in(String text) {
        if (text.isBlank()) {
            return Optional.of(new Malformed(0, "missing or empty"));
        }
        Matcher unfit = UNFIT.matcher(text);
        if (!unfit.find()) {
            return Optional.empty();
        }
        int line = (int) text.substring(0, unfit.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        String reason = unfit.group().equals(DAMAGED)
                ? "not UTF-8; save the file as UTF-8"
                : String.format(Locale.ROOT, "a character that is not text, U+%04X; delete it", (int)
                        unfit.group().charAt(0));
        return Optional.of(new Malformed(line, reason));
    }

    /**
     * The parser's message on one line. It has a half about what was being read and a half about what was found, each with a
     * line number of its own; the second is the fault's, unless the text ended before something was closed.
     */
    static Malformed of(JsonProcessingException failure) {
        List<String> halves = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (String line : String.valueOf(failure.getOriginalMessage()).lines().toList()) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                lines.add(Integer.parseInt(mark.group(1)));
            } else if (!line.startsWith(" ")) {
                halves.add(line);
            }
        }
        String reason = "not YAML: " + String.join(", ", halves);
        if (lines.isEmpty()) {
            return new Malformed(
                    failure.getLocation() == null ? 0 : failure.getLocation().getLineNr(), reason);
        }
        int first = lines.get(0);
        int last = lines.get(lines.size() - 1);
        if (reason.endsWith("end of stream")) {
            return new Malformed(first, reason);
        }
        return new Malformed(
                last, first == last ? reason : reason + "; what does not end as it should begins in line " + first);
    }
}
