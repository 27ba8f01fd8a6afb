package org.lessonbot.engine.door;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.adapter.Misread;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.attendance.Pools;
import org.lessonbot.engine.click.Keeping;
import org.lessonbot.engine.click.RoundActs;
import org.lessonbot.engine.click.Settling;
import org.lessonbot.engine.clock.Bell;
import org.lessonbot.engine.clock.Carrier;
import org.lessonbot.engine.clock.Deadlines;
import org.lessonbot.engine.clock.HalfTime;
import org.lessonbot.engine.clock.MoreTimeOver;
import org.lessonbot.engine.clock.Purge;
import org.lessonbot.engine.clock.Schedule;
import org.lessonbot.engine.drafting.DraftControls;
import org.lessonbot.engine.drafting.Drafting;
import org.lessonbot.engine.drafting.SuggestionControls;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.drawing.Drawings;
import org.lessonbot.engine.drawing.OtherAnswers;
import org.lessonbot.engine.drawing.PageLinks;
import org.lessonbot.engine.leading.ClubControls;
import org.lessonbot.engine.leading.Leading;
import org.lessonbot.engine.leading.PeopleControls;
import org.lessonbot.engine.leading.ReasonControls;
import org.lessonbot.engine.leading.Start;
import org.lessonbot.engine.leading.TeacherControls;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.people.Clubs;
import org.lessonbot.engine.people.Forgetting;
import org.lessonbot.engine.people.OwnData;
import org.lessonbot.engine.people.OwnSettings;
import org.lessonbot.engine.people.Passing;
import org.lessonbot.engine.people.StudentControls;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Database;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.EntryWriter;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Reasons;
import org.lessonbot.store.Reminding;
import org.lessonbot.store.Rosters;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people do in any chat, and answers. The straight line: find the lesson and the activity whose turn it is, ask
 * it, commit what follows, reply, and let the posts follow. All state is in PostgreSQL, so any instance may take any click.
 */
public final class LessonEngine implements Engine, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LessonEngine.class);
    private final Map<String, Platform> platforms;
    private final Lessons lessons;
    private final Standings standings;
    private final EntryWriter writer;
    private final Scenes scenes;
    private final Drawings drawings;
    private final Attendance attendance;
    private final Publisher publisher;
    private final Schedule schedule;
    private final TeacherControls teachers;
    private final DraftControls models;
    private final StudentControls students;
    private final RoundActs rounds;
    private final Start start;
    private final Words words;
    private final Clock clock;
    private final Workers workers;

    public LessonEngine(Database database, Setting setting, List<Platform> platforms) {
        this(database, setting, platforms, Time.REAL);
    }

    /** @param time by which posts keep their pace */
    public LessonEngine(Database database, Setting setting, List<Platform> platforms, Time time) {
        this.platforms = platforms.stream().collect(Collectors.toUnmodifiableMap(Platform::name, platform -> platform));
        this.lessons = new Lessons(database.jdbi(), setting.clock());
        Rosters rosters = new Rosters(database.jdbi());
        EntryReader entries = new EntryReader(database.jdbi());
        this.writer = new EntryWriter(database.dataSource(), setting.clock());
        this.workers = new Workers(setting.workers());
        Editions editions = new Editions(lessons);
        this.standings = new Standings(lessons, editions, setting.words());
        Looks looks = new Looks(standings, entries, setting.clock(), workers);
        this.scenes = new Scenes(standings, entries);
        Adapters adapters = new Adapters(this.platforms);
        Moves moves = new Moves(standings, scenes, adapters::away, setting.clock());
        SignOfLife life = new SignOfLife(database);
        Drafts drafts = new Drafts(database.jdbi(), life);
        Suggestions suggestions = new Suggestions(database.jdbi());
        DraftViews draftViews = new DraftViews(drafts, suggestions, setting.models(), setting.clock());
        Passages passages = new Passages(database.jdbi());
        OtherAnswers others = new OtherAnswers(new Reasons(database.jdbi()), setting.clock());
        ClubViews clubViews = new ClubViews(scenes, passages, others, setting.clock());
        this.drawings = new Drawings(scenes, draftViews, clubViews, setting.clock());
        Posts posts = new Posts(database.jdbi(), life);
        this.publisher = new Publisher(life, posts, lessons, drawings, this.platforms, time);
        Reminding reminding = new Reminding(database.jdbi());
        Bell bell = new Bell(
                scenes,
                passages,
                reminding,
                publisher,
                new Carrier(reminding, posts, this.platforms, setting.clock()),
                setting);
        Whispers whispers = new Whispers(scenes, publisher, this.platforms);
        Pools pools = new Pools(standings, whispers, reminding, setting.zone(), setting.clock());
        this.schedule = new Schedule(
                database,
                setting,
                scenes,
                new Deadlines(scenes, moves, whispers, publisher, setting.clock()),
                List.of(
                        new HalfTime(scenes, pools, setting.clock()),
                        bell,
                        new MoreTimeOver(scenes, publisher, setting.clock())),
                new Purge(lessons, platforms, setting));
        this.attendance = new Attendance(standings, scenes, publisher, whispers);
        ReasonControls reasons = new ReasonControls(standings, scenes, others, publisher);
        Leading leading = new Leading(scenes, moves, publisher, schedule, whispers);
        PageLinks pages = new PageLinks(setting.pages());
        this.teachers = new TeacherControls(
                scenes,
                drawings,
                leading,
                new PeopleControls(scenes, attendance, whispers),
                new ClubControls(scenes, leading, bell, reasons, whispers, setting),
                pages);
        Drafting drafting = new Drafting(drafts, setting.models(), publisher, setting.clock(), time);
        SuggestionControls suggested = new SuggestionControls(suggestions, publisher, setting.clock());
        this.models = new DraftControls(drafts, draftViews, drafting, suggested, leading, setting.clock());
        Passing passing = new Passing(passages, publisher, setting.clock());
        Clubs clubs = new Clubs(clubViews, scenes, passing, pools, attendance, schedule);
        OwnSettings settings = new OwnSettings(reminding, schedule, setting);
        this.students = new StudentControls(
                scenes,
                attendance,
                clubs,
                settings,
                new OwnData(scenes, entries, others, suggestions, settings, pages),
                new Forgetting(rosters, looks, attendance, publisher, adapters::forget));
        Keeping keeping = new Keeping(looks, writer, publisher, workers);
        this.rounds = new RoundActs(
                standings,
                scenes,
                clubViews,
                new Settling(looks, keeping, leading, attendance, clubViews, workers),
                setting.clock());
        this.start = new Start(lessons, editions, moves, publisher, schedule, setting);
        this.words = setting.words().apply(setting.language());
        this.clock = setting.clock();
    }

    /** Begins to let posts follow facts and the clock, those that an earlier run left behind among them. */
    public void start() {
        platforms.values().forEach(platform -> platform.whenBack(publisher::again));
        publisher.start();
        models.start();
        schedule.start();
    }

    /** Does what is due by now, then says when something will be: for a clock that is set rather than one that goes. */
    public Optional<Instant> catchUp() throws InterruptedException {
        return schedule.catchUp();
    }

    @Override
    public CompletableFuture<Reply> handle(Interaction interaction) {
        return workers.take(() -> answer(interaction), failure -> notCounted(interaction, failure));
    }

    @Override
    public List<Room> roomsLedBy(String platform, String person) {
        return lessons.ledBy(platform, person);
    }

    @Override
    public Map<Room, Message> clubs(String platform, String person) {
        return drawings.clubs(lessons.clubsOf(platform, person), person);
    }

    @Override
    public Optional<Message> console(Room room, Person person) {
        return lessons.in(room)
                .flatMap(lesson -> standings.now(lesson.id()))
                .filter(standing -> person.leads() || standing.roster().wasAskedToLead(person.id()))
                .map(standing -> drawings.console(standing.lesson()));
    }

    private Reply notCounted(Interaction interaction, Throwable failure) {
        log.error("interaction {} in {} did not count", interaction.id(), interaction.room(), failure);
        return Engine.notCounted(interaction.act(), words);
    }

    private CompletableFuture<Reply> answer(Interaction brought) {
        if (!brought.act().unseen().isEmpty()) {
            return CompletableFuture.completedFuture(Misread.unseen(
                    brought.act(), lessons.in(brought.room()).map(scenes::words).orElse(words)));
        }
        Interaction interaction = brought.visible();
        if (interaction.act() instanceof Interaction.Command command) {
            return command(interaction, command);
        }
        Action action = ((Interaction.Aimed) interaction.act()).action();
        if (Start.isAsked(action)) {
            return CompletableFuture.completedFuture(start.club(interaction, action));
        }
        Optional<Standing> found = standings
                .recall(action.lesson())
                .filter(standing -> standing.lesson().room().equals(interaction.room()));
        if (found.isEmpty()) {
            return refused(interaction, words, "engine.no-such-lesson");
        }
        Standing standing = found.get().of(interaction.person().id(), clock.instant());
        if (standing.lesson().endedAt().isPresent() && !standing.isTakenAfterwards(action)) {
            return refused(interaction, standing.words(), standing.isClub() ? "club.over.late" : "engine.over");
        }
        return action.step().isEmpty()
                ? pressed(standing, interaction, action)
                : rounds.act(standing, interaction, action);
    }

    /** A button or list that is about the lesson as a whole. */
    private CompletableFuture<Reply> pressed(Standing standing, Interaction interaction, Action action) {
        if (action.verb().equals(Verb.FINISH_LATER_NOW.word())) {
            return CompletableFuture.completedFuture(start.laterNow(standing, interaction, action.argument()));
        }
        return Verb.of(action.verb())
                .filter(verb -> verb.by().isOfTheLesson())
                .map(verb -> control(standing, interaction, verb, action.argument(), Map.of()))
                .orElseGet(() -> refused(interaction, standing.words(), "refused.unknown"));
    }

    private static CompletableFuture<Reply> refused(Interaction interaction, Words words, String why) {
        return CompletableFuture.completedFuture(
                Reply.giveBack(Reply.whisper(words.say(why)), interaction.act(), words));
    }

    private CompletableFuture<Reply> command(Interaction interaction, Interaction.Command command) {
        boolean leads = interaction.person().leads();
        if (command.name().equals(Verb.HELP.word())) {
            return CompletableFuture.completedFuture(Reply.giveBack(Help.message(words, leads), command, words));
        }
        Optional<Reply> complaint = Misread.complaint(command, leads, words);
        if (complaint.isPresent()) {
            return CompletableFuture.completedFuture(complaint.get());
        }
        Verb verb = Verb.command(command.name()).orElseThrow();
        if (verb == Verb.START) {
            return CompletableFuture.completedFuture(start.run(interaction, command));
        }
        Room room = interaction.room();
        Optional<Lesson> lesson = verb.isAlsoAfterwards() ? lessons.latestIn(room) : lessons.in(room);
        // The door looks for itself, once for all who come.
        Optional<Standing> standing =
                lesson.flatMap(found -> verb == Verb.JOIN ? standings.recall(found.id()) : standings.now(found.id()));
        if (standing.isEmpty()) {
            return refused(interaction, words, "engine.no-lesson");
        }
        if (verb.isForTeachers() && !standing.get().actor(interaction.person()).teacher()) {
            return refused(interaction, standing.get().words(), "engine.teachers-only");
        }
        return switch (verb.by()) {
            case QUESTIONS -> rounds.ask(standing.get(), interaction);
            case ROUND -> rounds.here(standing.get(), interaction, verb);
            case DOOR -> CompletableFuture.completedFuture(start.later(standing.get(), interaction, command));
            case LEADING, TAKING_PART, MODELS -> control(standing.get(), interaction, verb, "", command.options());
        };
    }

    private CompletableFuture<Reply> control(
            Standing remembered, Interaction interaction, Verb verb, String argument, Map<String, String> options) {
        if (verb == Verb.JOIN) {
            return students.run(
                    remembered.lesson(), remembered.actor(interaction.person()), interaction, verb, argument, options);
        }
        Standing standing = standings
                .now(remembered.lesson().id())
                .orElse(remembered)
                .of(interaction.person().id(), clock.instant());
        Lesson lesson = standing.lesson();
        Actor actor = standing.actor(interaction.person());
        if (verb.by() == Verb.By.TAKING_PART) {
            return students.run(lesson, actor, interaction, verb, argument, options);
        }
        if (verb.isForTeachers() && !actor.teacher()) {
            return refused(interaction, standing.words(), "engine.teachers-only");
        }
        if (verb.by() == Verb.By.MODELS) {
            return CompletableFuture.completedFuture(models.run(standing, interaction, verb, argument, options));
        }
        if (verb == Verb.NEXT || verb == Verb.SKIP) {
            models.comesNear(standing);
        }
        long version = argument.matches("\\d{1,18}") ? Long.parseLong(argument) : -1;
        // To remind everybody takes as long as the chat lets it.
        return verb == Verb.NUDGE
                ? CompletableFuture.supplyAsync(
                        () -> teachers.run(lesson, interaction, verb, version, options), workers.errands())
                : CompletableFuture.completedFuture(teachers.run(lesson, interaction, verb, version, options));
    }

    /** Finishes what is under way, then stops. */
    @Override
    public void close() {
        schedule.close();
        models.close();
        workers.close();
        attendance.close();
        writer.close();
        publisher.close();
    }
}
