package org.lessonbot.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.chat.Words;
import org.lessonbot.report.Consensus;
import org.lessonbot.report.ItemVotes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how classes voted on each pair, and which pairs divide nobody any more. */
@Command(name = "votes", versionProvider = Version.class)
final class PromptsVotes implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    PromptsVotes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException {
        try (Started started = new Started()) {
            List<ItemVotes> items = new Storage(common.settings(terminal), terminal.words())
                    .results(started, terminal.err()::println)
                    .votes();
            items.forEach(item -> terminal.out().println(line(item, terminal.words())));
            terminal.say(
                    "cli.votes.sum",
                    items.size(),
                    items.stream().filter(item -> item.verdicts().retires()).count());
        }
        return Exit.DONE;
    }

    static String line(ItemVotes item, Words words) {
        Consensus<String> verdicts = item.verdicts();
        String chosen = verdicts.mode()
                .map(choice -> words.say(
                        verdicts.retires() ? "cli.votes.retire" : "cli.votes.chosen",
                        choice,
                        verdicts.answers().count(choice),
                        Math.round(100 * Consensus.RETIRES_ABOVE)))
                .orElseGet(() -> words.say("cli.votes.even"));
        return words.say("cli.votes.item", item.item(), item.classes().size(), item.votes(), chosen);
    }
}
