package org.lessonbot.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;

/**
 * What one move may read and write while it holds the lesson's row. Who takes part is read once at most: what the move changes
 * of it is known without reading.
 */
public final class LessonTransaction {
    private final Handle handle;
    private final Lesson lesson;
    private final Version version;
    private final Instant now;
    private final RosterTransaction people;
    private @Nullable List<Round> rounds;
    private boolean moved;
    private boolean counted;

    /**
     * @param roster of this version, where it is known
     * @param now when all in it happens
     */
    LessonTransaction(Handle handle, Lesson lesson, Version version, Optional<Roster> roster, Instant now) {
        this.handle = handle;
        this.lesson = lesson;
        this.version = version;
        this.now = now;
        this.people = new RosterTransaction(this, handle, now, roster);
    }

    /** The lesson as it was when the row was taken. */
    public Lesson lesson() {
        return lesson;
    }

    /** When all in it happens. */
    Instant now() {
        return now;
    }

    /** The version it had when the row was taken. */
    public Version version() {
        return version;
    }

    /** All that were opened, by what this move has opened until now. */
    public List<Round> rounds() {
        List<Round> now = rounds == null ? Lessons.rounds(handle, lesson.id()) : rounds;
        rounds = now;
        return now;
    }

    /** Who takes part, by what this move has changed until now. */
    public Roster roster() {
        return people.now();
    }

    /** Who takes part and the version that this has from this move on; nothing if more has changed, or it was never asked for. */
    public Optional<Attended> attended() {
        return moved
                ? Optional.empty()
                : people.known().map(roster -> new Attended(roster, version.after(false, people.isChanged())));
    }

    /** How the lesson stands by all that this move has changed; it changes nothing more then. */
    public Optional<Snapshot> after() {
        count();
        return Snapshots.held(handle, lesson.id());
    }

    /** Whether more has changed than who takes part. */
    public boolean hasMoved() {
        return moved;
    }

    /**
     * Notes what moved the lesson.
     *
     * @param id of the interaction or deadline
     * @param cause {@code INTERACTION} or {@code DEADLINE}
     * @return false if it did so before: it came twice
     */
    public boolean first(String id, String cause, String kind) {
        return update("insert into move (lesson, interaction, cause, kind, step, round, at)"
                                + " values (:lesson, encode(sha256(convert_to(:id, 'UTF8')), 'hex'), :cause, :kind, :step,"
                                + " :round, :now) on conflict do nothing")
                        .bind("now", now)
                        .bind("id", id)
                        .bind("cause", cause)
                        .bind("kind", kind)
                        .bind("step", lesson.step())
                        .bind("round", lesson.round())
                        .execute()
                == 1;
    }

    /** Opens a new round and a post that shows it. */
    public void open(String step, int number, String deal) {
        deal(step, number, deal);
        update("insert into post (lesson, slot, place, step, round) values (:lesson, :slot, 'ROOM', :step, :number)")
                .bind("slot", Slot.round(step, number))
                .bind("step", step)
                .bind("number", number)
                .execute();
    }

    /** Opens a new round that no post shows. */
    public void deal(String step, int number, String deal) {
        moved = true;
        Round opened = update("insert into round (lesson, step, number, phase, deal, opened_at)"
                        + " values (:lesson, :step, :number, 'OPEN', cast(:deal as json), :now)")
                .bind("now", now)
                .bind("step", step)
                .bind("number", number)
                .bind("deal", deal)
                .executeAndReturnGeneratedKeys()
                .map((row, context) -> Lessons.round(row))
                .one();
        if (rounds != null) {
            rounds = Stream.concat(rounds.stream(), Stream.of(opened)).toList();
        }
    }

    /**
     * Keeps what is foretold of a round with its deal.
     *
     * @param round as it was when that was asked
     * @return false if something else was kept with it meanwhile
     */
    public boolean foretell(Round round, String deal) {
        boolean kept = update("update round set deal = cast(:deal as json) where lesson = :lesson and step = :step"
                                + " and number = :number and cast(deal as text) = :before")
                        .bind("step", round.step())
                        .bind("number", round.number())
                        .bind("deal", deal)
                        .bind("before", round.deal())
                        .execute()
                > 0;
        if (kept) {
            moves();
            done();
        }
        return kept;
    }

    /** Notes that a draft is shown to the class; false if it was before, or is gone. */
    public boolean use(long draft, int round) {
        return update("update draft set round = :round, under_way = false"
                                + " where lesson = :lesson and id = :draft and round = 0")
                        .bind("round", round)
                        .bind("draft", draft)
                        .execute()
                > 0;
    }

    /** Who takes part. */
    public RosterTransaction people() {
        return people;
    }

    /** The lesson's posts. */
    public PostTransaction posts() {
        return new PostTransaction(this);
    }

    /** What there is in a club beside it. */
    public ClubTransaction club() {
        return new ClubTransaction(this, handle);
    }

    /** Puts a round into a phase; waits for entries under way to be committed. */
    public void phase(Round round, Phase phase) {
        moves();
        update("update round set phase = :phase,"
                        + " revealed_at = case when :phase = 'REVEALED' then coalesce(revealed_at, :now) else revealed_at end"
                        + " where lesson = :lesson and step = :step and number = :number")
                .bind("now", now)
                .bind("phase", phase)
                .bind("step", round.step())
                .bind("number", round.number())
                .execute();
        posts().want(Slot.round(round.step(), round.number()));
    }

    /** Makes this round the one the lesson is at. */
    public void at(String step, int round, Instant now) {
        moved = true;
        boolean sameStep = step.equals(lesson.step()) && lesson.round() > 0;
        update("update lesson set step = :step, round = :round"
                        + (sameStep ? "" : ", step_since = :now, extension_s = 0")
                        + " where id = :lesson")
                .bind("now", now)
                .bind("step", step)
                .bind("round", round)
                .execute();
    }

    /** Pins the lesson to another edition, which has all steps of the one it had. */
    public void edition(String hash) {
        moved = true;
        update("update lesson set edition = :hash where id = :lesson")
                .bind("hash", hash)
                .execute();
    }

    /**
     * Lets the lesson go on, pauses or ends it. Its clock stands meanwhile: a step counts as begun later by the pause. In a lesson that
     * was over it begins anew.
     */
    public void status(Lesson.Status status, Instant now) {
        moved = true;
        if (status == Lesson.Status.PAUSED) {
            club().beginPause();
        }
        update("""
                        update lesson set status = :status, ended_at = case when :status = 'ENDED' then cast(:now as timestamptz) end,
                            paused_at = case when :status = 'PAUSED' then cast(:now as timestamptz) end,
                            step_since = case when ended_at is not null then cast(:now as timestamptz)
                                when paused_at is not null then step_since + (cast(:now as timestamptz) - greatest(paused_at, step_since))
                                else step_since end
                        where id = :lesson
                        """).bind("status", status).bind("now", now).execute();
        update("update post set wanted = wanted + 1 where lesson = :lesson and step = :step and round = :round")
                .bind("step", lesson.step())
                .bind("round", lesson.round())
                .execute();
    }

    public void extend(Duration by) {
        moved = true;
        update("update lesson set extension_s = extension_s + :by where id = :lesson")
                .bind("by", by.toSeconds())
                .execute();
        posts().want(Slot.round(lesson.step(), lesson.round()));
    }

    /** Raises the versions of what this move has changed. */
    void count() {
        if (!counted && (moved || people.isChanged())) {
            counted = true;
            Version after = version.after(moved, people.isChanged());
            update("update lesson set version = :moves, roster = :roster where id = :lesson")
                    .bind("moves", after.moves())
                    .bind("roster", after.roster())
                    .execute();
        }
    }

    /** Ends the move: the teachers' console follows it. */
    public void done() {
        moved = true;
        posts().refreshWhereItStands();
    }

    /** Notes that the lesson is another one by what is written. */
    void moves() {
        moved = true;
        rounds = null;
    }

    Update update(String sql) {
        return handle.createUpdate(sql).bind("lesson", lesson.id());
    }
}
