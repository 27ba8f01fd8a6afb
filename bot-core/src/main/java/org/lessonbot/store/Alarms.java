package org.lessonbot.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** What is to be done by the clock: rows of db-scheduler's table, all of a lesson in one statement. */
public final class Alarms {
    private final Jdbi jdbi;

    public Alarms(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Something that is to be done.
     *
     * @param task which of the scheduler's tasks
     * @param id which instance of it
     */
    public record Alarm(String task, String id, Instant at) {}

    /**
     * Sees to it that each is done by its time. One that is due sooner is left to find out for itself: what is asked for at the same
     * moment may be for then. So is one that is under way, which db-scheduler would lose if it were changed.
     *
     * @param alarms each once, those of one lesson always in the same order
     */
    public void set(List<Alarm> alarms) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select task, id, cast(at as timestamptz), false, 1
                        from unnest(:tasks, :ids, :times) as alarm (task, id, at)
                        on conflict (task_name, task_instance) do update
                            set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
                            where not scheduled_tasks.picked and scheduled_tasks.execution_time > excluded.execution_time
                        """)
                .bindArray("tasks", String.class, each(alarms, Alarm::task))
                .bindArray("ids", String.class, each(alarms, Alarm::id))
                .bindArray(
                        "times", String.class, each(alarms, alarm -> alarm.at().toString()))
                .execute());
    }

    private static List<String> each(List<Alarm> alarms, Function<Alarm, String> part) {
        return alarms.stream().map(part).toList();
    }
}
