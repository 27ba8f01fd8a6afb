package org.lessonbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Stop;
import org.lessonbot.time.LocalMoment;

/** What a move of a club's lesson may read and write beside what every move may. */
public final class ClubTransaction {
    private final LessonTransaction tx;
    private final Handle handle;

    ClubTransaction(LessonTransaction tx, Handle handle) {
        this.tx = tx;
        this.handle = handle;
    }

    /** Somebody has come to where one works with a partner. */
    public void pool(String person, Instant now) {
        tx.update("insert into pool (lesson, person, since) values (:lesson, :person, :now) on conflict do nothing")
                .bind("person", person)
                .bind("now", now)
                .execute();
    }

    /** Who has come to where one works with a partner, in the order in which they did. */
    public List<String> pool() {
        return handle.createQuery("select person from pool where lesson = :lesson order by since, person")
                .bind("lesson", tx.lesson().id())
                .mapTo(String.class)
                .list();
    }

    /** What whoever leads the club decided about a round, in this field; empty if nothing stands there. */
    public String decided(Stop stop, String field) {
        return handle.createQuery("select value from entry where lesson = :lesson and step = :step and round = :round"
                        + " and owner = 'desk' and field = :field")
                .bind("lesson", tx.lesson().id())
                .bind("step", stop.step())
                .bind("round", stop.round())
                .bind("field", field)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /**
     * Keeps what whoever leads the club decided about a round, whether or not answers count there now.
     *
     * @param value empty to withdraw it
     */
    public void decide(Stop stop, String field, String value, String person) {
        tx.update("with kept as (insert into entry (lesson, step, round, owner, field, value, person, at)"
                        + " values (:lesson, :step, :round, 'desk', :field, :value, :person, :now)"
                        + " on conflict (lesson, step, round, owner, field)"
                        + " do update set value = excluded.value, person = excluded.person, at = excluded.at"
                        + " where entry.value <> excluded.value"
                        + " returning *) " + EntryStatement.LOG)
                .bind("step", stop.step())
                .bind("round", stop.round())
                .bind("now", tx.now())
                .bind("field", field)
                .bind("value", value)
                .bind("person", person)
                .execute();
    }

    /** Says until when a stretch goes. */
    public void deadline(Deadline deadline) {
        tx.moves();
        tx.update(
                        "insert into deadline (lesson, stretch, local, zone) values (:lesson, :stretch, cast(:local as timestamp), :zone)"
                                + " on conflict (lesson, stretch) do update set local = excluded.local, zone = excluded.zone")
                .bind("stretch", deadline.stretch())
                .bind(
                        "local",
                        deadline.at().local().toString()) // a Timestamp would pass through this machine's own zone
                .bind("zone", deadline.at().zone().getId())
                .execute();
    }

    /** Notes that this end was typed in the pause that is on. */
    public void typed(int stretch) {
        tx.update("update deadline set typed = true where lesson = :lesson and stretch = :stretch")
                .bind("stretch", stretch)
                .execute();
    }

    /** The stretches whose ends were typed in the pause that is on. */
    public Set<Integer> typedInPause() {
        return Set.copyOf(handle.createQuery("select stretch from deadline where lesson = :lesson and typed")
                .bind("lesson", tx.lesson().id())
                .mapTo(Integer.class)
                .list());
    }

    /** Forgets what was typed in the pauses before: they may have ended in many ways. */
    void beginPause() {
        tx.update("update deadline set typed = false where lesson = :lesson and typed")
                .execute();
    }

    /** Lets the answers of one member count until then, though the club be over. */
    public void moreTime(String person, LocalMoment until) {
        tx.moves();
        tx.update("insert into more_time (lesson, person, local, zone)"
                        + " values (:lesson, :person, cast(:local as timestamp), :zone)"
                        + " on conflict (lesson, person) do update set local = excluded.local, zone = excluded.zone")
                .bind("person", person)
                .bind("local", until.local().toString())
                .bind("zone", until.zone().getId())
                .execute();
    }

    public List<Deadline> deadlines() {
        return Lessons.deadlines(handle, tx.lesson().id());
    }

    /** From now on nobody leads the lesson from round to round. */
    public void everybodyAtTheirOwnPace() {
        tx.moves();
        tx.update("update round set led = true where lesson = :lesson").execute();
        tx.update("update lesson set pace = 'SELF' where id = :lesson").execute();
    }

    /** Says whether a stretch ends as soon as everybody has finished it. */
    public void endsEarly(boolean early) {
        tx.moves();
        tx.update("update lesson set ends_early = :early where id = :lesson")
                .bind("early", early)
                .execute();
    }

    /** When the lesson was paused, if it is. */
    public Optional<Instant> pausedAt() {
        return handle.createQuery("select paused_at from lesson where id = :lesson and paused_at is not null")
                .bind("lesson", tx.lesson().id())
                .mapTo(Instant.class)
                .findOne();
    }

    /** Whether another lesson is under way in the room. */
    public boolean isRoomTaken() {
        return handle.createQuery("select exists (select from lesson other join lesson mine using (platform, room)"
                        + " where mine.id = :lesson and other.id <> mine.id and other.ended_at is null)")
                .bind("lesson", tx.lesson().id())
                .mapTo(Boolean.class)
                .one();
    }

    /** Opens all rounds of the club again that were closed at the end. */
    public void openRounds() {
        tx.moves();
        tx.update("update round set phase = 'OPEN' where lesson = :lesson and not led")
                .execute();
    }

    /** Closes all rounds that are still open; waits for entries under way to be committed. */
    public void closeRounds() {
        tx.moves();
        tx.update("update round set phase = 'CLOSED' where lesson = :lesson and phase <> 'CLOSED'")
                .execute();
    }
}
