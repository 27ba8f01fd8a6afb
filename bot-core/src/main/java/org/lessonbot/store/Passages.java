package org.lessonbot.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.lesson.Progress;
import org.lessonbot.lesson.Stop;

/** How far people are who go at their own pace. */
public final class Passages {
    private final Jdbi jdbi;

    public Passages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes that somebody who takes part is through with a round, and wants what counts them drawn again. The lesson's row is locked
     * first and posts in their order, as by whoever writes entries, so that nobody who goes on and no move ever deadlock.
     *
     * @return false if they were so before, or do not take part
     */
    public boolean pass(long lesson, String person, Stop stop, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        with club as (
                            select id from lesson where id = :lesson for share
                        ), passed as (
                            insert into passage (lesson, person, step, round, at)
                            select club.id, person, :step, :round, :now
                            from club join participant on participant.lesson = club.id
                            where person = :person
                            on conflict do nothing
                            returning lesson
                        ), stale as (
                            select post.lesson, slot from post join passed on passed.lesson = post.lesson
                            where slot in ('hub', 'desk')
                            order by post.ordinal
                            for no key update of post
                        )
                        update post set wanted = wanted + 1 from stale
                        where post.lesson = stale.lesson and post.slot = stale.slot
                        """)
                        .bind("lesson", lesson)
                        .bind("person", person)
                        .bind("step", stop.step())
                        .bind("round", stop.round())
                        .bind("now", now)
                        .execute()
                > 0);
    }

    /** Of everybody. */
    public Progress of(long lesson) {
        return jdbi.withHandle(handle -> {
            Map<String, Set<Stop>> passed = new HashMap<>();
            Map<String, Set<Stop>> answered = new HashMap<>();
            handle.createQuery("""
                            select person, step, round, true as passed from passage where lesson = :lesson
                            union all
                            select distinct person, step, round, false from entry
                            where lesson = :lesson and owner = person and value <> ''
                                and not exists (select from passage where passage.lesson = entry.lesson
                                    and passage.person = entry.person and passage.step = entry.step
                                    and passage.round = entry.round)
                            """)
                    .bind("lesson", lesson)
                    .map((row, context) -> (row.getBoolean("passed") ? passed : answered)
                            .computeIfAbsent(row.getString("person"), first -> new HashSet<>())
                            .add(new Stop(row.getString("step"), row.getInt("round"))))
                    .list();
            return new Progress(passed, answered);
        });
    }
}
