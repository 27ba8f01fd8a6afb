package org.lessonbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.draft.Draft;
import org.lessonbot.draft.Voice;
import org.lessonbot.plan.Json;

/** What models are asked for classes. One instance at a time asks for a draft: it leases it, as posts are leased. */
public final class Drafts {
    private static final String READ = "select * from draft ";

    private final Jdbi jdbi;
    private final SignOfLife life;
    /** All names in which this instance has leased: a lease lasts longer than what is asked for a post. */
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** @param life of the instance that leases them */
    public Drafts(Jdbi jdbi, SignOfLife life) {
        this.jdbi = jdbi;
        this.life = life;
    }

    /** The voices of a draft, as they are kept. */
    private record Voices(List<Voice> all) {}

    /**
     * Keeps a new draft, unless the step has as many that wait to be used.
     *
     * @param teacher who asks
     * @return false if there are so many
     */
    public boolean add(Draft draft, String teacher, int most, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select id from lesson where id = :lesson for no key update")
                    .bind("lesson", draft.lesson())
                    .mapTo(Long.class)
                    .one();
            return handle.createUpdate("""
                            insert into draft (lesson, step, bank, roles, prompt, teacher, made_at, voices, under_way)
                            select :lesson, :step, :bank, :cast, :prompt, :teacher, :now, cast(:voices as json), :underWay
                            where (select count(*) from draft where lesson = :lesson and step = :step and round = 0) < :most
                            """)
                            .bind("lesson", draft.lesson())
                            .bind("step", draft.step())
                            .bind("bank", draft.bank())
                            .bind("cast", draft.cast())
                            .bind("prompt", draft.prompt())
                            .bind("teacher", teacher)
                            .bind("now", now)
                            .bind("voices", Json.write(new Voices(draft.voices())))
                            .bind("underWay", draft.isUnderWay())
                            .bind("most", most)
                            .execute()
                    > 0;
        });
    }

    /** The drafts of a step, oldest first. */
    public List<Draft> of(long lesson, String step) {
        return jdbi.withHandle(
                handle -> handle.createQuery(READ + "where lesson = :lesson and step = :step order by id")
                        .bind("lesson", lesson)
                        .bind("step", step)
                        .map((row, context) -> draft(row))
                        .list());
    }

    public Optional<Draft> find(long lesson, long id) {
        return jdbi.withHandle(handle -> find(handle, lesson, id, ""));
    }

    private static Optional<Draft> find(Handle handle, long lesson, long id, String lock) {
        return handle.createQuery(READ + "where lesson = :lesson and id = :id" + lock)
                .bind("lesson", lesson)
                .bind("id", id)
                .map((row, context) -> draft(row))
                .findOne();
    }

    /**
     * Changes the voices of a draft that is not used yet.
     *
     * @return what it is then; nothing if it is used, or gone
     */
    public Optional<Draft> change(long lesson, long id, UnaryOperator<Draft> change) {
        return jdbi.inTransaction(handle -> find(handle, lesson, id, " and round = 0 for no key update")
                .map(change)
                .map(draft -> {
                    handle.createUpdate(
                                    "update draft set voices = cast(:voices as json), under_way = :underWay where id = :id")
                            .bind("voices", Json.write(new Voices(draft.voices())))
                            .bind("underWay", draft.isUnderWay())
                            .bind("id", id)
                            .execute();
                    return draft;
                }));
    }

    /** Throws a draft away that is not used. */
    public void discard(long lesson, long id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from draft where lesson = :lesson and id = :id and round = 0")
                        .bind("lesson", lesson)
                        .bind("id", id)
                        .execute());
    }

    /** Says that a draft which was used is to be kept for the bank. */
    public void keep(long lesson, long id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update draft set kept = true where lesson = :lesson and id = :id and round > 0")
                .bind("lesson", lesson)
                .bind("id", id)
                .execute());
    }

    /**
     * All drafts of classes that are to be kept for the bank, oldest first.
     *
     * @param plan the id of the plan that the classes had
     */
    public List<Draft> kept(String plan) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select draft.* from draft join lesson on lesson.id = draft.lesson
                            join edition on edition.hash = lesson.edition
                        where kept and cast(edition.body as json) #>> '{plan,id}' = :plan order by draft.id
                        """)
                .bind("plan", plan)
                .map((row, context) -> draft(row))
                .list());
    }

    /**
     * Leases what models are still to answer, and goes on with the leases that are ours.
     *
     * @return all that are ours then
     */
    public List<Draft> claim(Duration lease) {
        life.renew();
        String owner = life.owner();
        names.add(owner);
        return jdbi.withHandle(handle -> handle.createQuery("with free as (select id from draft where under_way"
                        + " and exists (select from lesson where id = draft.lesson and ended_at is null)"
                        + " and (leased_by = any(:names) or " + SignOfLife.FREE + ") order by id for no key update)\n"
                        + """
                        update draft set leased_by = :owner, leased_till = clock_timestamp() + :lease * interval '1 ms'
                        from free where draft.id = free.id returning draft.*
                        """)
                .bind("owner", owner)
                .bindArray("names", String.class, names.toArray())
                .bind("lease", lease.toMillis())
                .map((row, context) -> draft(row))
                .list());
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getLong("lesson"),
                row.getString("step"),
                row.getString("bank"),
                row.getString("roles"),
                row.getString("prompt"),
                row.getInt("round"),
                row.getBoolean("kept"),
                Json.read(row.getString("voices"), Voices.class).all());
    }
}
