package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.TextFile;
import org.lessonbot.editorial.intake.Intake;
import org.lessonbot.editorial.intake.Order;
import org.lessonbot.plan.ContentFault;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes recorded answers of real models into a new bank file for review. */
@Command(name = "import", versionProvider = Version.class)
final class PromptsImport implements Callable<Integer> {
    private final Terminal terminal;
    private final PlanReader reader = new PlanReader(Activities.contentTypes());

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

    @Option(names = "--prompt-column", paramLabel = "NAME", defaultValue = "prompt")
    private String promptColumn;

    @Option(names = "--response-column", paramLabel = "NAME", defaultValue = "response")
    private String responseColumn;

    @Option(names = "--stage-column", paramLabel = "NAME", defaultValue = "")
    private String stageColumn;

    @Option(names = "--model-column", paramLabel = "NAME", defaultValue = "model")
    private String modelColumn;

    @Option(names = "--revision-column", paramLabel = "NAME", defaultValue = "")
    private String revisionColumn;

    @Option(names = "--sampling-column", paramLabel = "NAME", defaultValue = "")
    private String samplingColumn;

    @Option(names = "--date-column", paramLabel = "NAME", defaultValue = "")
    private String dateColumn;

    @Option(names = "--stage", paramLabel = "NAME=STAGE")
    private final Map<String, String> stages = new LinkedHashMap<>();

    @Mixin
    private RowChoice rows;

    @Option(names = "--skip-faulty")
    private boolean skipFaulty;

    PromptsImport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Library.isLesson(lesson)) {
            throw new FailureException(terminal.words().say("cli.import.no-lesson", lesson));
        }
        String id = lesson.toAbsolutePath().normalize().getFileName().toString();
        Map<String, String> files =
                Library.at(lesson.toAbsolutePath().normalize()).files(id);
        List<ContentFault> faults = new ArrayList<>();
        PlanReader.Draft draft = reader.read(id, files, faults);
        if (!faults.isEmpty()) {
            throw new FailureException(terminal.words().say("cli.import.faulty-lesson", lesson));
        }
        Intake.Taken taken = Intake.take(draft, order(), file.toString(), RowChoice.text(file, terminal));
        new FaultLines(terminal.words()).of(taken.faults()).forEach(terminal.out()::println);
        boolean wanted = taken.faults().isEmpty() || skipFaulty;
        if (taken.items() == 0 || !wanted) {
            terminal.complain("cli.import.nothing", taken.faults().size());
            return Exit.FAILED;
        }
        write(id, files, taken);
        return Exit.DONE;
    }

    private void write(String id, Map<String, String> files, Intake.Taken taken) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        String path = "bank/" + bank + "/" + name + ".yaml";
        Path target = lesson.resolve(path);
        if (Files.exists(target)) {
            throw new FailureException(terminal.words().say("cli.import.exists", target));
        }
        Map<String, String> after = new HashMap<>(files);
        after.put(path, taken.yaml());
        List<ContentFault> faults = new ArrayList<>();
        reader.read(id, after, faults);
        if (!faults.isEmpty()) {
            throw new FailureException(terminal.words().say("cli.import.unreadable", faults.get(0)));
        }
        TextFile.create(target, taken.yaml());
        terminal.say("cli.import.done", taken.items(), target, taken.faults().size());
    }

    private Order order() {
        return new Order(
                bank,
                dimension,
                request,
                new Order.Columns(
                        promptColumn,
                        responseColumn,
                        stageColumn,
                        modelColumn,
                        revisionColumn,
                        samplingColumn,
                        dateColumn),
                stages,
                rows.wanted(terminal));
    }
}
