package org.lessonbot.discord;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lessonbot.chat.VisibleText;

/**
 * Makes any text harmless: what somebody wrote is read as they wrote it, as far as it can be seen, and does nothing. Markdown
 * is escaped with backslashes, which Discord takes before every ASCII punctuation mark.
 */
final class PlainText {
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_~|`<\\[\\]@]|:(?=\\S)");
    private static final Pattern AT_START = Pattern.compile("(?m)^(\\s*)([#>+-])");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s*\\d+)([.)])");

    private PlainText() {}

    /** The text with its lines, as markdown that shows it. */
    static String of(String text) {
        String escaped = ANYWHERE.matcher(VisibleText.of(text)).replaceAll("\\\\$0");
        escaped = AT_START.matcher(escaped).replaceAll("$1\\\\$2");
        return NUMBERED.matcher(escaped).replaceAll("$1\\\\$2");
    }

    /** The same on one line. */
    static String line(String text) {
        return of(VisibleText.line(text));
    }

    /** For labels, which Discord never reads as markdown, and never takes empty. */
    static String label(String text) {
        return text.isEmpty() ? "" : VisibleText.label(text);
    }

    /** For a line inside a code block, where only a backtick means something. */
    static String code(String text) {
        return VisibleText.line(text).replace('`', '\u02CB');
    }

    /** The text with this before each of its lines. */
    static String prefixed(String prefix, String text) {
        return of(text).lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }
}
