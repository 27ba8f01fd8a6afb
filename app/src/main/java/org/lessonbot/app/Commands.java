package org.lessonbot.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lessonbot.app.settings.Key;
import org.lessonbot.app.settings.Keys;
import org.lessonbot.chat.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * All commands there are. What each says about itself are the words {@code cli.<command>}, and {@code
 * cli.<command>.<option>} for its options and places; what all share is under {@code cli.all}.
 */
final class Commands {
    private static final String NAME = "lesson-bot";
    private static final List<String> SHARED = List.of("--help", "--version", "--config");

    private Commands() {}

    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new Run(terminal))
                .addSubcommand(new Doctor(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new BackupCommand(terminal))
                .addSubcommand(new RestoreCommand(terminal))
                .addSubcommand(new Rehearse(terminal))
                .addSubcommand(new ManifestCommand(terminal))
                .addSubcommand(PromptsCommand.line(terminal));
        worded(line, terminal.words());
        line.getCommandSpec().usageMessage().footer(footer(terminal.words()));
        line.setOut(new java.io.PrintWriter(terminal.out(), true));
        line.setErr(new java.io.PrintWriter(terminal.err(), true));
        line.setExecutionExceptionHandler(new Failures(terminal));
        return line;
    }

    private static void worded(CommandLine line, Words words) {
        CommandSpec spec = line.getCommandSpec();
        String key = spec.name().equals(NAME) ? "run" : spec.name();
        spec.usageMessage().description(words.say("cli." + key));
        for (OptionSpec option : List.copyOf(spec.options())) {
            String name = option.longestName();
            String owner = SHARED.contains(name) ? "all" : key;
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option)
                    .description(words.say("cli." + owner + "." + name.substring(2)))
                    .build());
        }
        for (PositionalParamSpec place : List.copyOf(spec.positionalParameters())) {
            String name = place.paramLabel().toLowerCase(Locale.ROOT);
            spec.remove(place);
            spec.addPositional(PositionalParamSpec.builder(place)
                    .description(words.say("cli." + key + "." + name))
                    .build());
        }
        line.getSubcommands().values().forEach(command -> worded(command, words));
    }

    private static String[] footer(Words words) {
        String keys =
                Keys.ALL.stream().filter(Key::isDescribed).map(Commands::lineOf).collect(Collectors.joining("%n"));
        String groups = Keys.ALL.stream()
                .filter(key -> !key.isDescribed())
                .map(Key::group)
                .distinct()
                .collect(Collectors.joining(", "));
        return new String[] {
            "", words.say("cli.exit-codes"), "", words.say("cli.settings"), keys, words.say("cli.settings.like", groups)
        };
    }

    private static String lineOf(Key<?> key) {
        return String.format(Locale.ROOT, "  %-26s %s", key.name(), key.environment());
    }
}
