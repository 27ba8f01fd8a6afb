package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.app.settings.ModelKeys;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.chat.Words;
import org.lessonbot.editorial.intake.Drafting;
import org.lessonbot.editorial.intake.Order;
import org.lessonbot.editorial.intake.PromptList;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the configured models a list of prompts, and keeps what they answer as drafts for review. */
@Command(name = "generate", versionProvider = Version.class)
final class PromptsGenerate implements Callable<Integer> {
    private static final int MOST_SAMPLES = 20;

    private final Terminal terminal;
    private final Function<Settings, Models> source;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--into", required = true, paramLabel = "DIR")
    private Path lesson;

    @Option(names = "--bank", required = true, paramLabel = "BANK")
    private String bank;

    @Option(names = "--dimension", paramLabel = "NAME", defaultValue = "")
    private String dimension;

    @Option(names = "--request", paramLabel = "KIND", defaultValue = "")
    private String request;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "1")
    private int samples;

    @Option(names = "--prompt-column", paramLabel = "NAME", defaultValue = "prompt")
    private String promptColumn;

    @Mixin
    private RowChoice rows;

    PromptsGenerate(Terminal terminal) {
        this(terminal, settings -> SchoolModels.of(settings, Clock.systemUTC()));
    }

    /** @param source the models of a configuration */
    PromptsGenerate(Terminal terminal, Function<Settings, Models> source) {
        this.terminal = terminal;
        this.source = source;
    }

    @Override
    public Integer call() throws SettingsException, IOException, InterruptedException {
        Words words = terminal.words();
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new FailureException(words.say("cli.generate.samples-what", samples));
        }
        if (!Library.isLesson(lesson)) {
            throw new FailureException(words.say("cli.import.no-lesson", lesson));
        }
        try (Models models = source.apply(common.settings(terminal))) {
            Drafting drafting =
                    new Drafting(models, new PlanReader(Activities.contentTypes()), lesson, order(), samples);
            refuseUnlessPossible(models, drafting);
            PromptList list = drafting.prompts(file.toString(), RowChoice.text(file, terminal));
            if (!list.faults().isEmpty()) {
                new FaultLines(words).of(list.faults()).forEach(terminal.out()::println);
                return Exit.FAILED;
            }
            return ask(drafting, list);
        } catch (ContentException faulty) {
            throw new FailureException(words.say("cli.import.faulty-lesson", lesson), faulty);
        }
    }

    private Order order() {
        return new Order(
                bank,
                dimension,
                request,
                new Order.Columns(promptColumn, "", "", "", "", "", ""),
                Map.of(),
                rows.wanted(terminal));
    }

    private void refuseUnlessPossible(Models models, Drafting drafting) {
        Words words = terminal.words();
        if (models.keys().isEmpty()) {
            throw new FailureException(words.say("cli.generate.no-models"));
        }
        if (drafting.keys().isEmpty()) {
            List<String> dimensions = drafting.dimensions();
            throw new FailureException(
                    dimensions.isEmpty()
                            ? words.say("cli.generate.no-bank", bank)
                            : words.say("cli.generate.no-dimension", bank, String.join(", ", dimensions)));
        }
        List<String> lacking = drafting.lacking();
        if (!lacking.isEmpty()) {
            throw new FailureException(words.say(
                    "cli.generate.lacking",
                    String.join(", ", lacking),
                    lacking.stream().map(key -> ModelKeys.prefix(key) + "url").collect(Collectors.joining(", "))));
        }
    }

    private int ask(Drafting drafting, PromptList list) throws IOException, InterruptedException, ContentException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String path = "bank/" + bank + "/" + name + "-generated.yaml";
        Path target = lesson.resolve(path);
        Progress progress = new Progress(terminal);
        Thread stopped = new Thread(
                () -> {
                    progress.end();
                    terminal.complain("cli.generate.stopped");
                },
                "end");
        Runtime.getRuntime().addShutdownHook(stopped);
        Optional<Drafting.Result> result;
        try {
            result = drafting.run(
                    path,
                    list.prompts(),
                    new DraftingProgress(
                            progress,
                            terminal.words(),
                            all -> terminal.say(
                                    "cli.generate.begin", list.prompts().size(), samples, all)));
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopped);
            progress.end();
        }
        Drafting.Result came =
                result.orElseThrow(() -> new FailureException(terminal.words().say("cli.generate.running", target)));
        return report(list, came, target);
    }

    private int report(PromptList list, Drafting.Result came, Path target) {
        int missing = came.missing().size() + came.unasked();
        if (missing == 0 && came.answers() == 0 && came.items() == 0) {
            terminal.say("cli.generate.nothing", target, samples);
            return Exit.DONE;
        }
        List<ContentFault> faults = came.missing().stream()
                .map(one -> new ContentFault(list.file(), one.prompt().line(), why(one)))
                .distinct()
                .sorted(Comparator.comparing(ContentFault::line))
                .collect(Collectors.toCollection(ArrayList::new));
        new FaultLines(terminal.words()).of(faults).forEach(terminal.out()::println);
        terminal.say("cli.generate.done", came.items(), target);
        if (missing > 0) {
            terminal.complain("cli.generate.missing", missing);
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    private String why(Drafting.Missing missing) {
        Words words = terminal.words();
        return missing.why()
                .map(failed -> words.say("cli.generate.failed", missing.key(), said(failed)))
                .orElseGet(() -> words.say("cli.generate.unusable", missing.key(), troubles(missing)));
    }

    private String troubles(Drafting.Missing missing) {
        return missing.troubles().isEmpty()
                ? terminal.words().say("cli.generate.unusable-text")
                : missing.troubles().stream()
                        .sorted()
                        .map(trouble -> terminal.words().say(trouble.key()))
                        .collect(Collectors.joining(" "));
    }

    private String said(ModelException failed) {
        String key = switch (failed.kind()) {
            case UNREACHABLE -> "cli.generate.failed.unreachable";
            case TIMEOUT -> "cli.generate.failed.timeout";
            case NO_MODEL -> "cli.generate.failed.no-model";
            case KEY -> "cli.generate.failed.key";
            case REFUSED -> "cli.generate.failed.refused";
            case BUSY -> "cli.generate.failed.busy";
            case BROKEN_OFF -> "cli.generate.failed.broken-off";
            case UNREADABLE -> "cli.generate.failed.unreadable";
            case EMPTY -> "cli.generate.failed.empty";
            case ONLY_REASONING -> "cli.generate.failed.only-reasoning";
            case QUEUE_FULL -> "cli.generate.failed.queue-full";
            case CANCELLED -> "cli.generate.failed.cancelled";
        };
        return terminal.words().say(key, String.valueOf(failed.getMessage()));
    }
}
