package org.lessonbot.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.engine.Commands;

/**
 * What stands behind {@code /lesson}. Options are named ({@code pace:live}, in quotes where they hold blanks) or not; what is
 * not named goes to the first option that is left.
 */
final class CommandLine {
    private static final String HELP = "help";
    private static final int LONGEST = 30;
    private static final Pattern NAMED = Pattern.compile("(?<!\\S)([a-z][a-z0-9-]*):(\"[^\"]*\"|“[^“”]*[“”]|\\S*)");
    /** What Slack makes of people, channels, groups and addresses in a command: {@code <@U1|ann>}. */
    private static final Pattern ANGLED = Pattern.compile("<([@#!]?)([^<>|]+)(?:\\|([^<>]*))?>");

    private CommandLine() {}

    static Command parse(String typed) {
        String line = typed.strip();
        String[] words = line.isEmpty() ? new String[] {HELP} : line.split("\\s+", 3);
        String first = words[0].toLowerCase(Locale.ROOT).replaceFirst("^/", "");
        String both = words.length > 1 ? first + "-" + words[1].toLowerCase(Locale.ROOT) : first;
        boolean inTwo = words.length > 1 && Commands.find(both).isPresent();
        String rest = line.replaceFirst(inTwo ? "^\\S+\\s+\\S+\\s*" : "^\\S*\\s*", "");
        String name = inTwo ? both : first;
        return new Command(
                name, options(Commands.find(name).map(Commands.Spec::options).orElse(List.of()), rest));
    }

    private static Map<String, String> options(List<Commands.Option> known, String rest) {
        Map<String, String> values = new LinkedHashMap<>();
        String free = NAMED.matcher(rest).replaceAll(named -> named(known, named, values));
        known.stream()
                .filter(option -> !values.containsKey(option.name()) && !free.isBlank())
                .findFirst()
                .ifPresent(option -> values.put(option.name(), value(option, free)));
        return values;
    }

    /** Keeps the value of an option that there is; anything else with a colon is a word like any other. */
    private static String named(List<Commands.Option> known, MatchResult named, Map<String, String> values) {
        Optional<Commands.Option> option =
                known.stream().filter(one -> one.name().equals(named.group(1))).findFirst();
        option.ifPresent(one -> values.put(one.name(), value(one, named.group(2))));
        return option.isPresent() ? "" : Matcher.quoteReplacement(named.group());
    }

    private static String value(Commands.Option option, String typed) {
        String value = typed.strip().replaceFirst("^[\"“](.*)[\"“”]$", "$1");
        if (option.kind() == Commands.Kind.PERSON) {
            Matcher person = ANGLED.matcher(value);
            return person.matches() && person.group(1).equals("@") ? person.group(2) : value.replaceFirst("^@", "");
        }
        return ANGLED.matcher(value)
                .replaceAll(angled -> Matcher.quoteReplacement(shown(angled)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String shown(MatchResult angled) {
        String shown = Optional.ofNullable(angled.group(3))
                .filter(label -> !label.isEmpty())
                .orElse(angled.group(2));
        return angled.group(1).equals("!") ? "@" + shown : angled.group(1) + shown;
    }

    /** The command that this may have been meant to be: the one with the fewest letters to change. */
    static String nearest(String typed) {
        String start = typed.substring(0, Math.min(typed.length(), LONGEST));
        String nearest = HELP;
        int least = Integer.MAX_VALUE;
        for (Commands.Spec spec : Commands.ALL) {
            int distance = distance(start, spec.name());
            if (distance < least) {
                least = distance;
                nearest = spec.name();
            }
        }
        return nearest;
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
