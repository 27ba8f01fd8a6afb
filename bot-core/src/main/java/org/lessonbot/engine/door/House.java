package org.lessonbot.engine.door;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Meters;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.attendance.Attendance;
import org.lessonbot.engine.attendance.Pools;
import org.lessonbot.engine.click.Keeping;
import org.lessonbot.engine.click.RoundActs;
import org.lessonbot.engine.click.Settling;
import org.lessonbot.engine.clock.Bell;
import org.lessonbot.engine.clock.Carrier;
import org.lessonbot.engine.clock.Deadlines;
import org.lessonbot.engine.clock.EarlyEnd;
import org.lessonbot.engine.clock.HalfTime;
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
import org.lessonbot.engine.leading.Later;
import org.lessonbot.engine.leading.Leading;
import org.lessonbot.engine.leading.PeopleControls;
import org.lessonbot.engine.leading.ReasonControls;
import org.lessonbot.engine.leading.Start;
import org.lessonbot.engine.leading.TeacherControls;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.people.Clubs;
import org.lessonbot.engine.people.Coming;
import org.lessonbot.engine.people.Forgetting;
import org.lessonbot.engine.people.Guesses;
import org.lessonbot.engine.people.OwnData;
import org.lessonbot.engine.people.OwnSettings;
import org.lessonbot.engine.people.Passing;
import org.lessonbot.engine.people.StudentControls;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Looks;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standings;
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

/** The rooms of an engine, put together by hand: what each is made of stands here and nowhere else. */
final class House implements AutoCloseable {
    final Map<String, Platform> platforms;
    final Lessons lessons;
    final Standings standings;
    final EntryWriter writer;
    final Scenes scenes;
    final Drawings drawings;
    final Attendance attendance;
    final Publisher publisher;
    final Schedule schedule;
    final TeacherControls teachers;
    final DraftControls models;
    final StudentControls students;
    final RoundActs rounds;
    final Start start;
    final Later later;
    final Words words;
    final Clock clock;
    final Workers workers;
    final Meters meters;
    final SignOfLife life;

    /** @param time by which posts keep their pace */
    House(Database database, Setting setting, List<Platform> platforms, Time time) {
        this.platforms = platforms.stream().collect(Collectors.toUnmodifiableMap(Platform::name, platform -> platform));
        this.lessons = new Lessons(database.jdbi(), setting.clock());
        Rosters rosters = new Rosters(database.jdbi());
        EntryReader entries = new EntryReader(database.jdbi());
        this.meters = new Meters(setting.meters(), this.platforms, setting.models());
        this.writer = new EntryWriter(database.dataSource(), setting.clock(), setting.meters());
        this.workers = new Workers(setting.workers());
        meters.watch("lessonbot.acts", "What people did and have no receipt for yet", workers::underWay);
        Editions editions = new Editions(lessons);
        this.standings = new Standings(lessons, editions, setting.words());
        Looks looks = new Looks(standings, entries, setting.clock(), workers);
        this.scenes = new Scenes(standings, entries);
        Adapters adapters = new Adapters(this.platforms);
        Moves moves = new Moves(standings, scenes, adapters::away, setting.clock());
        this.life = new SignOfLife(database);
        Drafts drafts = new Drafts(database.jdbi(), life);
        Suggestions suggestions = new Suggestions(database.jdbi());
        DraftViews draftViews = new DraftViews(drafts, suggestions, setting.models(), setting.clock());
        Passages passages = new Passages(database.jdbi());
        OtherAnswers others = new OtherAnswers(new Reasons(database.jdbi()), setting.clock());
        ClubViews clubViews = new ClubViews(scenes, passages, others, setting.clock());
        this.drawings = new Drawings(scenes, draftViews, clubViews, setting.clock());
        Posts posts = new Posts(database.jdbi(), life);
        this.publisher = new Publisher(posts, lessons, drawings, this.platforms, time, meters);
        Reminding reminding = new Reminding(database.jdbi());
        Bell bell = new Bell(
                scenes,
                passages,
                reminding,
                publisher,
                new Carrier(reminding, posts, this.platforms, setting.clock()),
                setting);
        Whispers whispers = new Whispers(scenes, clubViews, publisher, this.platforms);
        Pools pools = new Pools(standings, whispers, reminding, setting.zone(), setting.clock());
        this.schedule = new Schedule(
                database,
                setting,
                scenes,
                new Deadlines(moves, whispers, publisher, setting.clock()),
                List.of(new HalfTime(pools, setting.clock()), bell),
                new Purge(lessons, platforms, setting));
        EarlyEnd early = new EarlyEnd(scenes, passages, schedule);
        this.attendance = new Attendance(standings, scenes, publisher, whispers, early::look);
        ReasonControls reasons = new ReasonControls(standings, scenes, others, publisher);
        Leading leading = new Leading(scenes, moves, publisher, schedule, whispers, early);
        PageLinks pages = new PageLinks(setting.pages());
        this.teachers = new TeacherControls(
                scenes,
                drawings,
                leading,
                new PeopleControls(scenes, attendance, whispers, adapters::closeConsole),
                new ClubControls(scenes, leading, bell, reasons, whispers, setting),
                pages);
        Drafting drafting = new Drafting(drafts, setting.models(), publisher, setting.clock(), time);
        SuggestionControls suggested = new SuggestionControls(suggestions, publisher, setting.clock());
        this.models = new DraftControls(drafts, draftViews, drafting, suggested, leading, setting.clock());
        Passing passing = new Passing(passages, publisher, setting.clock());
        Guesses guesses = new Guesses(scenes, standings);
        Clubs clubs = new Clubs(clubViews, scenes, passing, new Coming(pools, guesses), attendance, early);
        OwnSettings settings = new OwnSettings(reminding, schedule, setting, this.platforms);
        this.students = new StudentControls(
                scenes,
                attendance,
                clubs,
                settings,
                new OwnData(scenes, entries, others, suggestions, settings, pages),
                new Forgetting(rosters, looks, attendance, publisher, guesses, adapters::forget));
        Keeping keeping = new Keeping(looks, writer, publisher, early, workers, database.answersWithin());
        this.rounds = new RoundActs(
                standings,
                scenes,
                clubViews,
                new Settling(looks, keeping, leading, attendance, clubViews, workers),
                setting.clock());
        this.start = new Start(lessons, editions, moves, publisher, schedule, setting);
        this.later = new Later(moves, publisher, schedule, setting);
        this.words = setting.words().apply(setting.language());
        this.clock = setting.clock();
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
        life.close();
    }
}
