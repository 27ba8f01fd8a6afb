package org.lessonbot.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Posts;
import org.lessonbot.store.SignOfLife;

/** Plays a whole lesson: a teacher who goes through it, and a class that answers. */
public final class Rehearsal {
    private static final int GLANCE_MS = 5;
    private static final int MOST_MOVES = 300;
    private static final String CONSOLE = "console";

    private final HttpClient http;
    private final Database database;
    private final Words words;

    /**
     * @param database is read, to learn when everything is drawn and what was kept
     * @param words in the classroom's language
     */
    public Rehearsal(HttpClient http, Database database, Words words) {
        this.http = http;
        this.database = database;
        this.words = words;
    }

    /**
     * What to play.
     *
     * @param room the classroom's id
     * @param lesson the id of the plan
     * @param steps how many it has, the first counted too
     */
    public record Script(String room, URI teacher, URI students, String lesson, int steps, int pupils, long seed) {}

    /** Told how far it is. */
    public interface Watcher {
        /** Before the teacher leads on: the number of the step, and of all steps. */
        void step(int step, int all);

        /** While models are waited for: for how many seconds so far. */
        default void waits(long seconds) {}
    }

    /**
     * What came of it.
     *
     * @param lost answers that were acknowledged and are not kept
     * @param models what became of each prompt that models were asked; none without models
     * @param report what the room shows at the end
     */
    public record Result(
            int students,
            int steps,
            int answersSent,
            int answersAcknowledged,
            int answersStored,
            int lost,
            double p50Ms,
            double p99Ms,
            List<ModelRound> models,
            String report) {}

    /**
     * Plays it, from where it stands if it is under way.
     *
     * Where the console offers to ask models, they are asked once a step, and used at the next chance.
     */
    public Result play(Script script, Watcher watcher) throws InterruptedException {
        try (SignOfLife life = new SignOfLife(database);
                SimulatedClass pupils =
                        SimulatedClass.join(http, script.students(), script.pupils(), script.seed(), words);
                Browser teacher = Browser.open(http, script.teacher(), words)) {
            if (!isUnderWay(script)) {
                teacher.command("start", Map.of("lesson", script.lesson(), "seed", Long.toString(script.seed())));
            }
            ModelRounds models = new ModelRounds(new Drafts(database.jdbi(), life), words, watcher::waits);
            Set<String> steps = new LinkedHashSet<>();
            String report = "";
            for (int moves = 0; moves < MOST_MOVES; moves++) {
                Lesson lesson = lesson(script);
                if (lesson.endedAt().isPresent()) {
                    return result(lesson, pupils, steps.size(), models.all(), report);
                }
                settle(lesson, teacher, pupils);
                if (adds(teacher)) {
                    continue;
                }
                if (models.use(lesson, teacher)) {
                    continue;
                }
                models.ask(lesson, teacher);
                pupils.answer();
                settle(lesson, teacher, pupils);
                steps.add(lesson.step());
                watcher.step(steps.size(), script.steps());
                report = teacher.last().map(Item::text).orElse("");
                goOn(teacher);
            }
            throw new IllegalStateException("the lesson does not end");
        }
    }

    private boolean isUnderWay(Script script) {
        return latest(script).filter(lesson -> lesson.endedAt().isEmpty()).isPresent();
    }

    private Lesson lesson(Script script) {
        return latest(script).orElseThrow(() -> new IllegalStateException("the lesson did not start"));
    }

    private Optional<Lesson> latest(Script script) {
        return new Lessons(database.jdbi()).latestIn(new Room("web", script.room()));
    }

    /** Waits until all posts are drawn, and every browser shows them. */
    private void settle(Lesson lesson, Browser teacher, SimulatedClass pupils) throws InterruptedException {
        Posts posts = new Posts(database.jdbi(), "rehearsal");
        boolean drawn = waitUntil(() -> posts.stale(lesson.id()).isEmpty());
        long version = teacher.standing();
        for (Pupil pupil : pupils.pupils()) {
            drawn &= pupil.browser().await(browser -> browser.seen() >= version);
        }
        if (!drawn) {
            throw new IllegalStateException("the classroom did not show what happened in it");
        }
    }

    /** Looks again until something is so; false if it hangs. */
    static boolean waitUntil(BooleanSupplier wanted) throws InterruptedException {
        long until = System.nanoTime() + Client.PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(GLANCE_MS);
        }
        return true;
    }

    /** Takes in what a class leaves out unless its teacher adds it, so that it is rehearsed too. */
    private static boolean adds(Browser teacher) {
        Optional<Action> add = teacher.newest(CONSOLE).stream()
                .flatMap(console -> console.actions().stream())
                .filter(action -> action.verb().equals(Verb.ADD.word()))
                .findFirst();
        add.ifPresent(teacher::press);
        return add.isPresent();
    }

    /** Presses what the console offers first: reveal, next round, next step, and at last the end. */
    private static void goOn(Browser teacher) {
        Action next = teacher.newest(CONSOLE).stream()
                .flatMap(console -> console.actions().stream())
                .filter(action -> List.of("next", "end").contains(action.verb()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the console has no way on"));
        // The end is asked back for: are you sure?
        for (Action sure : teacher.press(next).item().actions()) {
            teacher.press(sure);
        }
    }

    private Result result(Lesson lesson, SimulatedClass pupils, int steps, List<ModelRound> models, String report) {
        Audit audit = new Audit(new Archive(database.jdbi()).lesson(lesson.id()).orElseThrow());
        List<Sent> sent =
                pupils.pupils().stream().flatMap(pupil -> pupil.sent().stream()).toList();
        List<Sent> acknowledged = sent.stream().filter(Sent::acknowledged).toList();
        int stored = (int) acknowledged.stream().filter(audit::holds).count();
        long[] times = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
        return new Result(
                pupils.pupils().size(),
                steps,
                sent.size(),
                acknowledged.size(),
                stored,
                acknowledged.size() - stored,
                quantile(times, 0.5),
                quantile(times, 0.99),
                models,
                report);
    }

    private static double quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        long nanos = sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
