package org.lessonbot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.draft.Draft;
import org.lessonbot.editorial.intake.Kept;
import org.lessonbot.editorial.intake.Order;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Response;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes what classes had from models, and their teachers kept for the bank, into bank files as drafts. */
@Command(name = "kept", versionProvider = Version.class)
final class PromptsKept implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--into", required = true, paramLabel = "DIR")
    private Path lesson;

    PromptsKept(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where drafts of one kind stand: a bank, and the two values compared, if it compares some. */
    private record Shelf(String bank, String dimension) {
        String path() {
            return "bank/" + bank + "/kept" + (dimension.isEmpty() ? "" : "-" + dimension) + ".yaml";
        }

        Order order() {
            return new Order(bank, dimension, "", new Order.Columns("", "", "", "", "", "", ""), Map.of(), Map.of());
        }
    }

    @Override
    public Integer call() throws SettingsException, IOException {
        if (!Library.isLesson(lesson)) {
            throw new FailureException(terminal.words().say("cli.import.no-lesson", lesson));
        }
        String plan = lesson.toAbsolutePath().normalize().getFileName().toString();
        try (Started started = new Started()) {
            List<Draft> kept = new Storage(common.settings(terminal), terminal.words())
                    .drafts(started, terminal.err()::println)
                    .kept(plan);
            Map<Shelf, List<Draft>> shelves = kept.stream()
                    .collect(Collectors.groupingBy(
                            draft -> new Shelf(draft.bank(), draft.cast()), LinkedHashMap::new, Collectors.toList()));
            if (shelves.isEmpty()) {
                terminal.say("cli.kept.none", plan);
            }
            for (Map.Entry<Shelf, List<Draft>> shelf : shelves.entrySet()) {
                take(shelf.getKey(), shelf.getValue());
            }
            return Exit.DONE;
        } catch (ContentException faulty) {
            throw new FailureException(terminal.words().say("cli.import.faulty-lesson", lesson), faulty);
        }
    }

    private void take(Shelf shelf, List<Draft> drafts) throws IOException, ContentException {
        Kept.Result result = new Kept(lesson, shelf.path(), new PlanReader(Activities.contentTypes()), shelf.order())
                .take(drafts.stream().map(PromptsKept::piece).toList());
        terminal.say("cli.kept.done", result.written(), lesson.resolve(shelf.path()), result.there(), result.unfit());
    }

    /** The prompt and what was said to it: nothing of who asked or who was there. */
    private static Kept.Piece piece(Draft draft) {
        Map<String, Response> responses = new LinkedHashMap<>();
        draft.voices()
                .forEach(voice -> voice.response()
                        .ifPresent(response -> responses.put(voice.role().key(), response)));
        return new Kept.Piece(draft.id(), draft.prompt(), responses);
    }
}
