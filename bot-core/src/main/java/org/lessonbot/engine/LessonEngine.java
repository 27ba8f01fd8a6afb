package org.lessonbot.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Database;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Rosters;
import org.lessonbot.store.SignOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people do in any chat, and answers. The straight line: find the lesson and the activity whose turn it is, ask
 * it, commit what follows, reply, and let the posts follow. All state is in PostgreSQL, so any instance may take any click.
 */
public final class LessonEngine implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LessonEngine.class);

    /** What may be done once a lesson is over. */
    private static final Set<String> AFTERWARDS = Set.of("mine", "me", "forget", "forget-me", "forget-now", "export");

    private final Map<String, Platform> platforms;
    private final Lessons lessons;
    private final Rosters rosters;
    private final EntryWriter writer;
    private final Scenes scenes;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final TeacherControls teachers;
    private final StudentControls students;
    private final RoundActs rounds;
    private final Start start;
    private final Words words;
    private final ExecutorService workers;

    /**
     * What an engine is made of.
     *
     * @param instance a name that no other running instance has
     * @param language of what is said where no lesson is under way
     * @param workers how many interactions are worked on at once; the database needs twice as many connections
     * @param library the lessons that can be started, by id; the first is the one started unless another is named
     * @param words by language
     * @param retention how long after its end a lesson is kept
     * @param pages shows lessons in a browser
     */
    public record Setting(
            String instance,
            String language,
            int workers,
            Supplier<Map<String, Edition>> library,
            Function<String, Words> words,
            Clock clock,
            Duration retention,
            LessonPages pages) {
        /** How long lessons are kept where nothing else is said. */
        public static final Duration RETENTION = Duration.ofDays(90);

        public Setting(
                String instance,
                String language,
                int workers,
                Supplier<Map<String, Edition>> library,
                Function<String, Words> words,
                Clock clock) {
            this(instance, language, workers, library, words, clock, RETENTION, LessonPages.NONE);
        }
    }

    public LessonEngine(Database database, Setting setting, List<Platform> platforms) {
        this(database, setting, platforms, Time.REAL);
    }

    /** @param time by which posts keep their pace */
    public LessonEngine(Database database, Setting setting, List<Platform> platforms, Time time) {
        this.platforms = platforms.stream().collect(Collectors.toUnmodifiableMap(Platform::name, platform -> platform));
        this.lessons = new Lessons(database.jdbi());
        this.rosters = new Rosters(database.jdbi());
        EntryReader entries = new EntryReader(database.jdbi());
        this.writer = new EntryWriter(database.dataSource());
        Editions editions = new Editions(lessons);
        this.scenes = new Scenes(lessons, rosters, entries, editions, setting.words());
        this.moves = new Moves(lessons, scenes, this::away);
        Desk desk = new Desk(lessons, rosters, scenes, setting.clock());
        Drawings drawings = new Drawings(lessons, rosters, scenes, desk);
        SignOfLife life = new SignOfLife(database);
        Posts posts = new Posts(database.jdbi(), life);
        this.publisher = new Publisher(life, posts, lessons, drawings, this.platforms, time);
        this.schedule = new Schedule(database, setting, lessons, posts, scenes, publisher, platforms);
        Whispers whispers = new Whispers(lessons, rosters, scenes, publisher, this.platforms);
        Attendance attendance = new Attendance(lessons, rosters, scenes, publisher, whispers);
        this.teachers = new TeacherControls(
                lessons, rosters, scenes, drawings, moves, publisher, schedule, attendance, whispers, setting.pages());
        this.students = new StudentControls(lessons, rosters, entries, scenes, publisher, attendance, this::forget);
        this.rounds = new RoundActs(lessons, scenes, writer, publisher, teachers, attendance);
        this.start = new Start(lessons, rosters, editions, moves, publisher, schedule, setting);
        this.words = setting.words().apply(setting.language());
        this.workers = Executors.newFixedThreadPool(setting.workers(), work -> {
            Thread thread = new Thread(work, "lesson-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void forget(Lesson lesson, String person) {
        Platform platform = platforms.get(lesson.room().platform());
        try {
            if (platform != null) {
                platform.forget(lesson.room(), person);
            }
        } catch (PlatformException failure) {
            throw new IllegalStateException("the adapter did not forget a person: " + failure.getMessage(), failure);
        }
    }

    /** A platform that cannot say it now takes nobody out of their pair. */
    private Set<String> away(Room room) {
        Platform platform = platforms.get(room.platform());
        try {
            return platform == null ? Set.of() : platform.away(room);
        } catch (PlatformException passing) {
            log.warn("who is away from {} is not known: {}", room, passing.getMessage());
            return Set.of();
        }
    }

    /** Begins to let posts follow facts and the clock, those that an earlier run left behind among them. */
    public void start() {
        platforms.values().forEach(platform -> platform.whenBack(publisher::again));
        publisher.start();
        schedule.start();
    }

    /**
     * Takes an interaction. Returns at once; the reply comes when what was done is committed. Never fails: what could not
     * be done is said in the reply.
     */
    public CompletableFuture<Reply> handle(Interaction interaction) {
        try {
            return CompletableFuture.supplyAsync(() -> answer(interaction), workers)
                    .exceptionally(failure -> notCounted(interaction, failure));
        } catch (RejectedExecutionException closing) {
            return CompletableFuture.completedFuture(notCounted(interaction, closing));
        }
    }

    /** The rooms of a platform in which this person leads a lesson now, for places that are in no room. */
    public List<Room> roomsLedBy(String platform, String person) {
        return lessons.ledBy(platform, person);
    }

    private Reply notCounted(Interaction interaction, Throwable failure) {
        log.error("interaction {} in {} did not count", interaction.id(), interaction.room(), failure);
        return RoundActs.giveBack(Reply.whisper(words.say("engine.not-counted")), interaction.act(), words);
    }

    private Reply answer(Interaction brought) {
        if (!brought.act().unseen().isEmpty()) {
            return Misread.unseen(
                    brought.act(), lessons.in(brought.room()).map(scenes::words).orElse(words));
        }
        Interaction interaction = brought.visible();
        if (interaction.act() instanceof Interaction.Command command) {
            return command(interaction, command);
        }
        Action action = ((Interaction.Aimed) interaction.act()).action();
        Optional<Lesson> lesson =
                lessons.find(action.lesson()).filter(found -> found.room().equals(interaction.room()));
        if (lesson.isEmpty()) {
            return RoundActs.giveBack(Reply.whisper(words.say("engine.no-such-lesson")), interaction.act(), words);
        }
        if (lesson.get().endedAt().isPresent() && !AFTERWARDS.contains(action.verb())) {
            Words said = scenes.words(lesson.get());
            return RoundActs.giveBack(Reply.whisper(said.say("engine.over")), interaction.act(), said);
        }
        Actor actor = actor(lesson.get(), interaction);
        return action.step().isEmpty()
                ? control(lesson.get(), interaction, actor, action.verb(), action.argument(), Map.of())
                : rounds.act(lesson.get(), interaction, actor, action);
    }

    private Actor actor(Lesson lesson, Interaction interaction) {
        var person = interaction.person();
        Roster roster = rosters.of(lesson.id());
        String name = person.name().isEmpty() ? somebody(roster, person.id(), scenes.words(lesson)) : person.name();
        return new Actor(person.id(), name, person.leads() || roster.teaches(person.id()));
    }

    /** What somebody is called whose own name shows nothing: something that can be said, and that nobody else is called. */
    private static String somebody(Roster roster, String person, Words words) {
        String known = roster.name(person);
        return VisibleText.isSeen(known)
                ? known
                : IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> words.say("engine.somebody", n))
                        .filter(name -> roster.participants().stream()
                                .noneMatch(one -> one.name().equals(name)))
                        .findFirst()
                        .orElseThrow();
    }

    private Reply command(Interaction interaction, Interaction.Command command) {
        boolean leads = interaction.person().leads();
        if (command.name().equals("help")) {
            return RoundActs.giveBack(Help.message(words, leads), command, words);
        }
        Optional<Reply> complaint = Misread.complaint(command, leads, words);
        if (complaint.isPresent()) {
            return complaint.get();
        }
        if (command.name().equals("start")) {
            return start.run(interaction, command);
        }
        Optional<Lesson> lesson = lessons.in(interaction.room());
        if (lesson.isEmpty() && AFTERWARDS.contains(command.name())) {
            lesson = lessons.latestIn(interaction.room());
        }
        if (lesson.isEmpty()) {
            return RoundActs.giveBack(Reply.whisper(words.say("engine.no-lesson")), command, words);
        }
        Actor actor = actor(lesson.get(), interaction);
        if (command.name().equals("ask")) {
            return rounds.ask(lesson.get(), interaction, actor);
        }
        boolean control =
                TeacherControls.VERBS.contains(command.name()) || StudentControls.VERBS.contains(command.name());
        return control
                ? control(lesson.get(), interaction, actor, command.name(), "", command.options())
                : rounds.here(lesson.get(), interaction, actor, command.name());
    }

    private Reply control(
            Lesson lesson,
            Interaction interaction,
            Actor actor,
            String verb,
            String argument,
            Map<String, String> options) {
        if (StudentControls.VERBS.contains(verb)) {
            return students.run(lesson, actor, verb, argument, options);
        }
        if (!TeacherControls.VERBS.contains(verb)) {
            return Reply.whisper(scenes.words(lesson).say("refused.unknown"));
        }
        if (!actor.teacher()) {
            Words said = scenes.words(lesson);
            return RoundActs.giveBack(Reply.whisper(said.say("engine.teachers-only")), interaction.act(), said);
        }
        long version = argument.matches("\\d{1,18}") ? Long.parseLong(argument) : -1;
        return teachers.run(lesson, interaction, verb, version, options);
    }

    /** Finishes what is under way, then stops. */
    @Override
    public void close() {
        schedule.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("some interactions were not finished in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        writer.close();
        publisher.close();
    }
}
