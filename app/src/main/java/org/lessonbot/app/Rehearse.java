package org.lessonbot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.app.rehearsal.ClubRehearsal;
import org.lessonbot.app.rehearsal.ModelRound;
import org.lessonbot.app.rehearsal.MovedClock;
import org.lessonbot.app.rehearsal.Rehearsal;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.web.WebAdapter;
import org.lessonbot.web.WebLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a whole lesson with a simulated class, on a data folder of its own. */
@Command(name = "rehearse", versionProvider = Version.class)
final class Rehearse implements Callable<Integer> {
    /** Everybody comes from one address, and nobody takes time to think. Silence says only that this machine has much to do. */
    static final WebLimits LIMITS =
            new WebLimits(128 * 1024, 10_000, 10_000, 100_000, 100_000, 1_000, 10_000, Duration.ofMinutes(3));

    private static final int MOST_STUDENTS = 500;
    private static final int MOST_DAYS = 60;

    private final Terminal terminal;

    @Mixin
    private Common common;

    @Option(names = "--lesson", paramLabel = "LESSON")
    private Optional<String> lesson = Optional.empty();

    @Option(names = "--students", paramLabel = "N", defaultValue = "24")
    private int students;

    @Option(names = "--pace", paramLabel = "live|self", defaultValue = "live")
    private String pace = "live";

    @Option(names = "--days", paramLabel = "N", defaultValue = "10")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7")
    private long seed;

    @Option(names = "--models")
    private boolean models;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--keep")
    private boolean keep;

    Rehearse(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws SettingsException, IOException, InterruptedException {
        if (students < 1 || students > MOST_STUDENTS) {
            throw new FailureException(
                    terminal.words().say("cli.rehearse.how-many", Integer.toString(students), MOST_STUDENTS));
        }
        if (days < 2 || days > MOST_DAYS) {
            throw new FailureException(
                    terminal.words().say("cli.rehearse.how-long", Integer.toString(days), MOST_DAYS));
        }
        if (!pace.equals("live") && !pace.equals("self")) {
            throw new FailureException(terminal.words().say("cli.rehearse.which-pace", pace));
        }
        Settings usual = common.settings(terminal);
        if (models && pace.equals("self")) {
            throw new FailureException(terminal.words().say("cli.rehearse.models-club"));
        }
        if (models && usual.models().isEmpty()) {
            throw new FailureException(terminal.words().say("cli.generate.no-models"));
        }
        Path folder = Files.createTempDirectory("lesson-bot-rehearsal-");
        Settings settings = rehearsing(usual, folder, plan(usual), models ? usual.models() : List.of());
        Started started = new Started();
        if (!keep) {
            started.add(() -> delete(folder));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end"));
        try (started) {
            return pace.equals("self")
                    ? report(playClub(settings, started), json)
                    : report(play(settings, started), json);
        }
    }

    private Rehearsal.Result play(Settings settings, Started started) throws InterruptedException {
        Progress progress = new Progress(terminal);
        Bot.Running running = new Bot(settings, LIMITS, terminal.words(), started).start(progress::note);
        WebAdapter web = running.web();
        String room = web.openRoom(Phrasebook.of(settings.language()).say("cli.running.room"));
        int steps = plan(settings).steps().size();
        HttpClient http = HttpClient.newHttpClient();
        try {
            return new Rehearsal(http, running.database(), Phrasebook.of(settings.language()))
                    .play(
                            new Rehearsal.Script(
                                    room,
                                    web.teacherLink(room),
                                    web.studentLink(room),
                                    settings.lesson(),
                                    steps,
                                    students,
                                    seed),
                            new Watching(progress));
        } finally {
            progress.end();
        }
    }

    private ClubRehearsal.Result playClub(Settings settings, Started started) throws InterruptedException {
        Progress progress = new Progress(terminal);
        MovedClock clock = new MovedClock(ClubRehearsal.begin(days));
        LessonPlan plan = plan(settings);
        if (plan.stretches().isEmpty()) {
            throw new FailureException(terminal.words().say("club.no-plan", plan.id()));
        }
        Bot.Running running = new Bot(settings, LIMITS, terminal.words(), started, clock).start(progress::note);
        WebAdapter web = running.web();
        String room = web.openRoom(Phrasebook.of(settings.language()).say("cli.running.room"));
        try {
            return new ClubRehearsal(
                            HttpClient.newHttpClient(),
                            running.database(),
                            running.engine(),
                            clock,
                            Phrasebook.of(settings.language()))
                    .play(
                            new ClubRehearsal.Script(
                                    room, web.teacherLink(room), web.studentLink(room), plan, students, days, seed),
                            (day, all) -> progress.show("cli.rehearse.day", day, all));
        } finally {
            progress.end();
        }
    }

    private LessonPlan plan(Settings settings) {
        Map<String, Edition> lessons = Shelf.of(settings, terminal.words()).get();
        String wanted = lesson.orElse(settings.lesson());
        return Optional.ofNullable(lessons.get(wanted))
                .map(Edition::plan)
                .orElseThrow(() -> new FailureException(
                        terminal.words().say("engine.no-such-plan", wanted, String.join(", ", lessons.keySet()))));
    }

    /** Says how far a rehearsal is. */
    private static final class Watching implements Rehearsal.Watcher {
        private final Progress progress;
        private int done;
        private int steps = 1;

        Watching(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void step(int step, int all) {
            done = step;
            steps = all;
            progress.show("cli.rehearse.step", step, all);
        }

        @Override
        public void waits(long seconds) {
            progress.show("cli.rehearse.thinking", done, steps, seconds);
        }
    }

    /** The same settings on a free port and a database of its own, in the lesson's language, with no chat but the browser's. */
    private static Settings rehearsing(Settings usual, Path folder, LessonPlan plan, List<ModelSetting> models) {
        return new Settings(
                usual.file(),
                folder,
                Optional.empty(),
                new Settings.Web("127.0.0.1", 0, Optional.empty(), List.of()),
                plan.language(),
                plan.id(),
                usual.prompts(),
                usual.retentionDays(),
                usual.clubsZone(),
                usual.workers(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                models);
    }

    /** Prints what came of it; that an answer was lost is a failure. */
    int report(Rehearsal.Result result, boolean asJson) {
        if (asJson) {
            terminal.out().println(asJson(result));
        } else {
            print(result);
        }
        if (result.lost() > 0) {
            terminal.complain("cli.rehearse.lost", result.lost());
            return Exit.FAILED;
        }
        long unused = result.models().stream().filter(round -> !round.used()).count();
        if (unused > 0 || models && result.models().isEmpty()) {
            terminal.complain("cli.rehearse.unused", unused);
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    /** Prints what came of it; that anything is not zero that must be is a failure. */
    int report(ClubRehearsal.Result result, boolean asJson) {
        Map<String, Object> figures = figures(result);
        if (asJson) {
            terminal.out().println(asJson(figures));
        } else {
            terminal.out().println(result.report());
            terminal.out().println();
            figures.forEach((name, figure) -> terminal.out().println(name.replace('_', ' ') + ": " + figure));
        }
        if (!result.isClean()) {
            terminal.complain("cli.rehearse.not-zero");
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    private static Map<String, Object> figures(ClubRehearsal.Result result) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("students", result.students());
        figures.put("days", result.days());
        figures.put("finished", result.finished());
        figures.put("answers_sent", result.answersSent());
        figures.put("answers_acknowledged", result.answersAcknowledged());
        figures.put("answers_stored", result.answersStored());
        figures.put("lost", result.lost());
        figures.put("reminders", result.reminders());
        figures.put("reminders_to_finished", result.remindersToFinished());
        figures.put("reminders_in_quiet_hours", result.remindersInQuietHours());
        figures.put("reminders_twice_a_day", result.remindersTwiceADay());
        figures.put("seen_before_sealing", result.seenBeforeSealing());
        figures.put("waited_for_nobody", result.waitedForNobody());
        figures.put("late_deadlines_s_max", result.lateDeadlinesSMax());
        return figures;
    }

    private void print(Rehearsal.Result result) {
        terminal.out().println(result.report());
        terminal.out().println();
        terminal.say(
                "cli.rehearse.result",
                result.students(),
                result.steps(),
                result.answersSent(),
                result.answersAcknowledged(),
                result.answersStored(),
                Double.toString(result.p50Ms()),
                Double.toString(result.p99Ms()));
        for (ModelRound round : result.models()) {
            terminal.say(
                    "cli.rehearse.round",
                    round.step(),
                    round.prompt(),
                    Double.toString(round.seconds()),
                    round.used() ? "used" : "unused",
                    round.voices().stream()
                            .map(voice -> terminal.words().say("draft.voice", voice.role(), voice.came()))
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String asJson(Rehearsal.Result result) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("students", result.students());
        figures.put("steps", result.steps());
        figures.put("answers_sent", result.answersSent());
        figures.put("answers_acknowledged", result.answersAcknowledged());
        figures.put("answers_stored", result.answersStored());
        figures.put("lost", result.lost());
        figures.put("p50_ms", result.p50Ms());
        figures.put("p99_ms", result.p99Ms());
        if (!result.models().isEmpty()) {
            figures.put("models", result.models());
        }
        return asJson(figures);
    }

    private static String asJson(Map<String, Object> figures) {
        try {
            return new JsonMapper().writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
