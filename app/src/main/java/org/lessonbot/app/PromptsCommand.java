package org.lessonbot.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** For editors: what keeps the bank worth teaching from. */
@Command(name = "prompts", versionProvider = Version.class)
final class PromptsCommand implements Runnable {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    private PromptsCommand() {}

    static CommandLine line(Terminal terminal) {
        return new CommandLine(new PromptsCommand())
                .addSubcommand(new PromptsBlind(terminal))
                .addSubcommand(new PromptsCheck(terminal))
                .addSubcommand(new PromptsGenerate(terminal))
                .addSubcommand(new PromptsImport(terminal))
                .addSubcommand(new PromptsKept(terminal))
                .addSubcommand(new PromptsPreview(terminal))
                .addSubcommand(new PromptsVotes(terminal));
    }

    /** Alone it can do nothing, so it says what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
