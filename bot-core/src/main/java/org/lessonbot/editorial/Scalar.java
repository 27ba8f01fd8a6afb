package org.lessonbot.editorial;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as it stands in a YAML file that people read: a short one bare, every other as a block. */
public final class Scalar {
    private static final int SHORT = 100;
    /** Starts with a letter and holds nothing that YAML could take for something else. */
    private static final Pattern BARE = Pattern.compile("\\p{L}[\\p{L}\\p{N} ,.;!?'’()“”–-]*");

    private static final Set<String> NO_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final Pattern BREAK = Pattern.compile("\\R");
    /** What a YAML file cannot hold, or shows to nobody. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\x{FEFF}&&[^\\n\\t]]");

    private Scalar() {}

    /** The text as it can stand in a file: lines ended alike, no blanks around it or at the ends of lines. */
    public static String clean(String text) {
        return BREAK.matcher(text.strip())
                .replaceAll("\n")
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    /** Whether a clean text holds a character that no text file should. */
    public static boolean isUnfit(String clean) {
        return UNFIT.matcher(clean).find();
    }

    /**
     * Bare where that is possible, else as a block.
     *
     * @param indent blanks before each line of a block
     */
    public static String of(String text, int indent) {
        String clean = clean(text);
        return isBare(clean) ? clean : block(clean, indent);
    }

    /** Whether a clean text can stand on one line without quotes. */
    public static boolean isBare(String clean) {
        return clean.length() <= SHORT
                && BARE.matcher(clean).matches()
                && !NO_TEXT.contains(clean.toLowerCase(Locale.ROOT));
    }

    /** On one line: bare where that is possible, else in quotes. */
    public static String line(String text) {
        String clean = clean(text).replace('\n', ' ');
        return isBare(clean) ? clean : "\"" + clean.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** As a block that keeps its lines. */
    public static String block(String text, int indent) {
        return clean(text)
                .lines()
                .map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line)
                .collect(Collectors.joining("\n", "|-\n", ""));
    }
}
