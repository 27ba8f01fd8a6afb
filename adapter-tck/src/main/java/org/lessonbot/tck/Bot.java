package org.lessonbot.tck;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.engine.MovedClock;
import org.lessonbot.engine.Setting;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Facts;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;

/** The bot under test: a real database, and the instances that run on it. */
final class Bot implements AutoCloseable {
    private static final int WORKERS = 4;

    private final School school;
    private final Map<String, Edition> library;
    private final Function<String, Words> words;
    private final TestDatabase server;
    private final Facts facts;
    private final Script script = new Script();
    private final HandModels models = new HandModels();
    private final MovedClock clock = new MovedClock(Instant.now());
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private int started;

    Bot(School school, Map<String, Edition> library, Function<String, Words> words) {
        this.school = school;
        this.library = library;
        this.words = words;
        this.server = Migrated.freshServer();
        this.facts = new Facts(server);
    }

    /** Starts one more instance. It waits for the database as long as anything: of this one only the way may be held up. */
    Instance start() {
        return start(false);
    }

    private Instance start(boolean impatient) {
        Setting setting = new Setting(
                "instance-" + ++started,
                "en",
                WORKERS,
                () -> library,
                words,
                clock,
                Setting.RETENTION,
                LessonPages.NONE,
                ZoneOffset.UTC,
                models);
        Instance instance = new Instance(server, school, setting, script, impatient);
        instances.add(instance);
        return instance;
    }

    /** Lets this happen while one more instance runs, and no longer: the tests after it share the bot. */
    void besideAnother(Runnable happens) {
        Instance second = start();
        try {
            happens.run();
        } finally {
            stop(second);
        }
    }

    /** Starts the one instance anew, for a while in which the database is lost: with the product's own patience. */
    void whileTheDatabaseMayBeLost(Runnable happens) {
        stop(instance());
        Instance impatient = start(true);
        try {
            happens.run();
        } finally {
            stop(impatient);
            start();
        }
    }

    /** Kills all instances and starts one anew. No time will pass for it: what the dead had leased is theirs for ever. */
    void crashAndRestart() {
        crash();
        start();
    }

    /** Kills all instances. */
    void crash() {
        facts.leasesNeverRunOut();
        instances.forEach(Instance::crash);
        instances.clear();
    }

    /** What the clock shows by which lessons go on. */
    Instant now() {
        return clock.instant();
    }

    /** It becomes this late, and all that run do what is due by then. */
    void itBecomes(Instant then) {
        clock.moveTo(then);
        instances.parallelStream().forEach(Instance::catchUp);
    }

    /** Ends an instance as an operator does. */
    void stop(Instance instance) {
        instances.remove(instance);
        instance.close();
    }

    /** The first of those that run. */
    Instance instance() {
        return instances.get(0);
    }

    /** How the bot speaks in these tests where no lesson of another language is under way. */
    Words words() {
        return words.apply("en");
    }

    /** How it speaks in a lesson, by the lesson's id. */
    Words words(String plan) {
        return words.apply(
                Optional.ofNullable(library.get(plan)).orElseThrow().plan().language());
    }

    /** The way from the first instance to the database. */
    Cable cable() {
        return instance().cable();
    }

    /** What the school lets the bot ask. */
    HandModels models() {
        return models;
    }

    Script script() {
        return script;
    }

    /** The lesson in a room, as the database has it. */
    Lesson lesson(Room room) {
        return facts.lesson(room);
    }

    /** What people in a room have entered, as the database has it. */
    Entries entries(Room room) {
        return facts.entries(room);
    }

    /** The round that a room is at. */
    Round round(Room room) {
        return facts.round(room);
    }

    /** The number of the latest draft of any lesson. */
    long newestDraft() {
        return facts.newestDraft();
    }

    /** When anybody was reminded of that club, oldest first. */
    List<Instant> reminders(Room room) {
        return facts.reminders(room);
    }

    /** Where any of these words stands in the database. */
    List<String> traces(String... words) {
        return facts.traces(words);
    }

    /** How many posts in a room are yet to be drawn. */
    int pending(Room room) {
        return facts.pending(room);
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        facts.close();
        server.close();
    }
}
