package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.time.LocalMoment;

/** Lessons, their rounds, and the editions they are pinned to. */
public final class Lessons {
    private static final String ROUND = "select step, number, phase, deal, opened_at, revealed_at, led from round";
    static final String ROUNDS = ROUND + " where lesson = :lesson order by ordinal";
    static final String DEADLINES = "select stretch, local, zone from deadline where lesson = :lesson order by stretch";
    static final String MORE_TIME = "select person, local, zone from more_time where lesson = :lesson";

    private final Jdbi jdbi;
    private final Clock clock;

    public Lessons(Jdbi jdbi) {
        this(jdbi, Clock.systemUTC());
    }

    /** @param clock by which is noted when something happened */
    public Lessons(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Notes that somebody just began with an edition, and says whether it is kept. */
    public boolean renew(String hash) {
        String sql = "update edition set created_at = ? where hash = ?";
        return jdbi.withHandle(handle -> handle.execute(sql, clock.instant(), hash)) > 0;
    }

    /** Keeps an edition, once. */
    public void pin(String hash, String body) {
        String sql = "insert into edition (hash, body, created_at) values (?, ?, ?) on conflict do nothing";
        jdbi.useHandle(handle -> handle.execute(sql, hash, body, clock.instant()));
    }

    /** The edition's text. */
    public String edition(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("select body from edition where hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .one());
    }

    /**
     * Starts a lesson without a round yet, and makes its first move in the same transaction: either both are done, or neither.
     *
     * @return what came of the move, or nothing if a lesson is under way in this room
     */
    public <T> Optional<T> start(NewLesson lesson, Function<LessonTransaction, T> begin) {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        insert into lesson (platform, room, edition, pace, status, seed, step, round, started_at, step_since)
                        values (:platform, :room, :edition, :pace, 'RUNNING', :seed, :step, 0, :now, :now)
                        on conflict (platform, room) where ended_at is null do nothing
                        returning *
                        """)
                .bind("platform", lesson.room().platform())
                .bind("room", lesson.room().id())
                .bind("edition", lesson.edition())
                .bind("pace", lesson.pace())
                .bind("seed", lesson.seed())
                .bind("step", lesson.step())
                .bind("now", clock.instant())
                .map((row, context) -> transaction(handle, row, Optional.empty()))
                .findOne()
                .map(transaction -> made(transaction, begin)));
    }

    /** Where a lesson stands and who takes part: all of one moment. */
    public Optional<Snapshot> snapshot(long id) {
        return jdbi.inTransaction(handle -> Snapshots.read(handle, id));
    }

    /** Whether and how a lesson has changed since it was read. */
    public Optional<Version> version(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select version, roster from lesson where id = :id")
                .bind("id", id)
                .map((row, context) -> version(row))
                .findOne());
    }

    public Optional<Lesson> find(long id) {
        return jdbi.withHandle(handle -> lesson(handle, "where id = :id", id));
    }

    /** The lesson under way in this room. */
    public Optional<Lesson> in(Room room) {
        return latest(room, "and ended_at is null");
    }

    /** The lesson under way in this room, or the one that ended last there. */
    public Optional<Lesson> latestIn(Room room) {
        return latest(room, "");
    }

    /** The rooms of a platform in which this person leads a lesson under way, the newest lesson's first. */
    public List<Room> ledBy(String platform, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select room from lesson join participant on participant.lesson = lesson.id
                        where platform = :platform and ended_at is null and person = :person and role = 'TEACHER'
                        order by lesson.id desc
                        """)
                .bind("platform", platform)
                .bind("person", person)
                .map((row, context) -> new Room(platform, row.getString("room")))
                .list());
    }

    /** The clubs of a platform in which this person takes part, the newest first: those under way, and those in which they once had more time. */
    public List<Lesson> clubsOf(String platform, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lesson.* from lesson join participant on participant.lesson = lesson.id
                        where platform = :platform and pace = 'SELF' and person = :person and role = 'STUDENT' and present
                            and (ended_at is null or exists (select from more_time
                                where more_time.lesson = lesson.id and more_time.person = participant.person))
                        order by lesson.id desc
                        """)
                .bind("platform", platform)
                .bind("person", person)
                .map((row, context) -> lesson(row))
                .list());
    }

    private Optional<Lesson> latest(Room room, String condition) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from lesson where platform = :platform and room = :room "
                                + condition + " order by ended_at desc nulls first, id desc limit 1")
                        .bind("platform", room.platform())
                        .bind("room", room.id())
                        .map((row, context) -> lesson(row))
                        .findOne());
    }

    /** All lessons, newest first. */
    public List<Lesson> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from lesson order by id desc")
                .map((row, context) -> lesson(row))
                .list());
    }

    public Optional<Round> round(long lesson, String step, int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ROUND + " where lesson = :lesson and step = :step and number = :number")
                        .bind("lesson", lesson)
                        .bind("step", step)
                        .bind("number", number)
                        .map((row, context) -> round(row))
                        .findOne());
    }

    /**
     * Moves a lesson in one transaction that holds its row: moves of one lesson happen one after another, whichever
     * instance makes them.
     *
     * @throws IllegalArgumentException if there is no such lesson
     */
    public <T> T move(long lesson, Function<LessonTransaction, T> move) {
        return move(lesson, version -> Optional.empty(), move);
    }

    /**
     * The same, by what is remembered of who takes part.
     *
     * @param remembered the roster of exactly this version, where it is known
     */
    public <T> T move(
            long lesson, Function<Version, Optional<Roster>> remembered, Function<LessonTransaction, T> move) {
        return jdbi.inTransaction(handle -> {
            LessonTransaction transaction = handle.createQuery("select * from lesson where id = :id for update")
                    .bind("id", lesson)
                    .map((row, context) -> transaction(handle, row, remembered.apply(version(row))))
                    .findOne()
                    .orElseThrow(() -> new IllegalArgumentException("there is no lesson " + lesson));
            return made(transaction, move);
        });
    }

    private LessonTransaction transaction(Handle handle, ResultSet row, Optional<Roster> roster) throws SQLException {
        return new LessonTransaction(handle, lesson(row), version(row), roster, clock.instant());
    }

    private static <T> T made(LessonTransaction transaction, Function<LessonTransaction, T> move) {
        T made = move.apply(transaction);
        transaction.count();
        return made;
    }

    /** A lesson that was erased, and how many entries it had. */
    public record Purged(long lesson, int entries) {}

    /** The rooms whose lesson is not over. */
    public Set<Room> rooms() {
        return Set.copyOf(jdbi.withHandle(
                handle -> handle.createQuery("select distinct platform, room from lesson where ended_at is null")
                        .map((row, context) -> new Room(row.getString("platform"), row.getString("room")))
                        .list()));
    }

    /** Erases lessons that ended, or were last moved or are to be moved by the clock, before this moment, with everything in them. */
    public List<Purged> purge(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from lesson where coalesce(
                            case when ended_at is not null then greatest(ended_at,
                                (select max(local at time zone zone) from more_time where more_time.lesson = lesson.id)) end,
                            greatest(
                                (select max(at) from move where move.lesson = lesson.id),
                                (select max(local at time zone zone) from deadline where deadline.lesson = lesson.id)),
                            started_at) < :before
                        returning id, (select count(*) from entry where entry.lesson = lesson.id) as entries
                        """)
                .bind("before", before)
                .map((row, context) -> new Purged(row.getLong("id"), row.getInt("entries")))
                .list());
    }

    /** Erases editions that were last begun with before this moment, and that nothing is left of. */
    public void purgeEditions(Instant before) {
        // Of those that go a class may have been one to which another belonged whole.
        while (jdbi.withHandle(handle ->
                        handle.createUpdate("""
                        delete from edition where created_at < :before
                            and not exists (select from lesson where lesson.edition = edition.hash)
                            and hash not in (select coalesce(cast(body as json) #>> '{plan,whole}', '') from edition)
                        """).bind("before", before).execute())
                > 0) {}
    }

    /** Until when a club's stretches go, in their order; none for a class. */
    static List<Deadline> deadlines(Handle handle, long lesson) {
        return handle.createQuery(DEADLINES)
                .bind("lesson", lesson)
                .map((row, context) -> deadline(row))
                .list();
    }

    static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(row.getInt("stretch"), moment(row));
    }

    static LocalMoment moment(ResultSet row) throws SQLException {
        return new LocalMoment(row.getObject("local", LocalDateTime.class), ZoneId.of(row.getString("zone")));
    }

    /** Lessons under way in which people go at their own pace. */
    public List<Long> clubs() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from lesson where pace = 'SELF' and ended_at is null order by id")
                .mapTo(Long.class)
                .list());
    }

    /** All rounds of a lesson in the order in which they were opened. */
    static List<Round> rounds(Handle handle, long lesson) {
        return handle.createQuery(ROUNDS)
                .bind("lesson", lesson)
                .map((row, context) -> round(row))
                .list();
    }

    private static Optional<Lesson> lesson(Handle handle, String where, long id) {
        return handle.createQuery("select * from lesson " + where)
                .bind("id", id)
                .map((row, context) -> lesson(row))
                .findOne();
    }

    static Version version(ResultSet row) throws SQLException {
        return new Version(row.getLong("version"), row.getLong("roster"));
    }

    static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(
                row.getLong("id"),
                new Room(row.getString("platform"), row.getString("room")),
                Lesson.Pace.valueOf(row.getString("pace")),
                Lesson.Status.valueOf(row.getString("status")),
                row.getString("edition"),
                row.getLong("seed"),
                row.getString("step"),
                row.getInt("round"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("step_since").toInstant(),
                Duration.ofSeconds(row.getInt("extension_s")),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getLong("version"));
    }

    static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("step"),
                row.getInt("number"),
                Phase.valueOf(row.getString("phase")),
                row.getString("deal"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revealed_at")).map(Timestamp::toInstant),
                row.getBoolean("led"));
    }
}
