package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.Blind;
import org.lessonbot.editorial.TextFile;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a bank shuffled and without names, for somebody who has not seen it, and apart from it what was what. */
@Command(name = "blind", versionProvider = Version.class)
final class PromptsBlind implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "LESSON")
    private Path lesson;

    @Option(names = "--bank", required = true, paramLabel = "BANK")
    private String bank;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    PromptsBlind(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Library.isLesson(lesson)) {
            throw new FailureException(terminal.words().say("cli.import.no-lesson", lesson));
        }
        List<Item> items = items();
        if (items.isEmpty()) {
            throw new FailureException(terminal.words().say("cli.blind.nothing", bank));
        }
        Path key = out.resolveSibling(out.getFileName().toString().replaceFirst("\\.[^.]+$", "") + ".key");
        for (Path file : List.of(out, key)) {
            if (Files.exists(file)) {
                throw new FailureException(terminal.words().say("cli.import.exists", file));
            }
        }
        Blind blind = Blind.of(items, seed, terminal.words());
        TextFile.create(out, blind.text());
        TextFile.create(key, blind.key());
        terminal.say("cli.blind.done", items.size(), out, key);
        return Exit.DONE;
    }

    /** All that a class may still see, drafts among them: a reader judges them before they are approved. */
    private List<Item> items() {
        Library library = Library.at(lesson);
        return library
                .read(library.ids().get(0), new PlanReader(Activities.contentTypes()), new ArrayList<>())
                .bank()
                .stream()
                .filter(entry -> entry.review() != Review.RETIRED)
                .map(BankEntry::item)
                .filter(item -> item.bank().equals(bank))
                .toList();
    }
}
