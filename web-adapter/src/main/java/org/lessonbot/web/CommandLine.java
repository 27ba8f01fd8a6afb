package org.lessonbot.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.engine.Commands;

/** What somebody typed into the composer, as a command. */
final class CommandLine {
    /** The command that plain text is sent as, and its option. */
    static final String SAY = "say";

    static final String TEXT = "text";

    private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9-]*):(\"[^\"]*\"|\\S*)");

    private CommandLine() {}

    /**
     * Reads {@code /start pace:live} or {@code /lesson start pace:live}; what is not an option's name and value goes to the
     * command's first option that was not named.
     *
     * @param idOf finds a person by the name shown
     */
    static Command parse(String typed, Function<String, Optional<String>> idOf) {
        String line = typed.strip();
        if (!line.startsWith("/")) {
            return new Command(SAY, Map.of(TEXT, line));
        }
        String rest = line.substring(1).strip();
        if (rest.equals("lesson") || rest.startsWith("lesson ")) {
            rest = rest.substring("lesson".length()).strip();
        }
        int blank = rest.indexOf(' ');
        String name = (blank < 0 ? rest : rest.substring(0, blank)).toLowerCase(Locale.ROOT);
        String arguments = blank < 0 ? "" : rest.substring(blank + 1);
        List<Commands.Option> options =
                Commands.find(name).map(Commands.Spec::options).orElse(List.of());
        Map<String, String> values =
                values(arguments, options.stream().map(Commands.Option::name).toList());
        for (Commands.Option option : options) {
            if (option.kind() == Commands.Kind.PERSON) {
                values.computeIfPresent(
                        option.name(),
                        (key, who) -> idOf.apply(who.replaceFirst("^@", "")).orElse(who));
            }
        }
        return new Command(name, values);
    }

    private static Map<String, String> values(String arguments, List<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder left = new StringBuilder();
        Matcher named = NAMED.matcher(arguments);
        int from = 0;
        while (named.find()) {
            if (known.contains(named.group(1))) {
                left.append(arguments, from, named.start());
                from = named.end();
                values.put(named.group(1), unquoted(named.group(2)));
            }
        }
        String free = left.append(arguments.substring(from)).toString().strip();
        if (!free.isEmpty()) {
            known.stream()
                    .filter(option -> !values.containsKey(option))
                    .findFirst()
                    .ifPresent(option -> values.put(option, unquoted(free)));
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
