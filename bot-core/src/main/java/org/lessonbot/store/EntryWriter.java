package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes everybody's entries. Clicks queue while the last commit is under way; one thread writes what has gathered in one
 * statement, then tells every waiting click. Two writers would gain nothing and could reorder one person's votes.
 */
public final class EntryWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EntryWriter.class);

    /** More rows a statement gain nothing; a queue longer than this means the database is gone. */
    private static final int BATCH = 1_000;

    private static final int QUEUE = 20_000;

    /**
     * The share locks make a reveal wait for this commit, and this statement for a reveal under way; the phase compared is
     * the one found once the locks are held. The lesson's row is everybody's first lock and posts are locked in one order,
     * so writers and moves never deadlock.
     */
    private static final String SQL = """
            with wish as (
                select * from unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as wish (lesson, step, round, owner, field, value, person, phase)
            ), standing as (
                select round.lesson, round.step, round.number as round, round.phase
                from round join lesson on lesson.id = round.lesson
                where (round.lesson, round.step, round.number) in (select lesson, step, round from wish)
                  and lesson.status = 'RUNNING'
                order by round.lesson, round.step, round.number
                for share of lesson, round
            ), kept as (
                insert into entry (lesson, step, round, owner, field, value, person)
                select lesson, step, round, owner, field, value, person
                from wish join standing using (lesson, step, round, phase)
                order by lesson, step, round, owner, field
                on conflict (lesson, step, round, owner, field)
                    do update set value = excluded.value, person = excluded.person, at = excluded.at
                returning lesson, step, round, owner, field
            ), stale as (
                select distinct post.lesson, post.slot
                from post join kept on kept.lesson = post.lesson
                where (post.step = kept.step and post.round = kept.round) or post.place = 'DESK'
            ), locked as (
                select lesson, slot from post where (lesson, slot) in (select lesson, slot from stale)
                order by ordinal for no key update
            ), wanted as (
                update post set wanted = wanted + 1 from locked
                where post.lesson = locked.lesson and post.slot = locked.slot
            )
            select lesson, step, round, owner, field from kept
            """;

    private final DataSource database;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    public EntryWriter(DataSource database) {
        this.database = database;
        this.thread = new Thread(this::run, "entry-writer");
        thread.setDaemon(true);
        thread.start();
    }

    private record Waiting(List<Write> writes, CompletableFuture<Boolean> counted) {}

    /**
     * Writes these together.
     *
     * @return completes once they are committed: true if all counted, false if any came too late; exceptionally if the
     *     database could not be reached, and then none of them may be acknowledged
     */
    public CompletableFuture<Boolean> write(List<Write> writes) {
        CompletableFuture<Boolean> counted = new CompletableFuture<>();
        if (closed || !queue.offer(new Waiting(List.copyOf(writes), counted))) {
            counted.completeExceptionally(new IllegalStateException("entries cannot be written now"));
        }
        return counted;
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException closing) {
                continue;
            }
            queue.drainTo(batch, BATCH - 1);
            flush(batch);
            batch.clear();
        }
    }

    private void flush(List<Waiting> batch) {
        try {
            settle(batch, commit(batch));
        } catch (SQLException | RuntimeException failure) {
            if (batch.size() == 1 || lost(failure)) {
                log.warn("{} submissions were not written: {}", batch.size(), failure.getMessage());
                batch.forEach(waiting -> waiting.counted().completeExceptionally(failure));
            } else {
                // One bad row must not fail its neighbours.
                batch.forEach(waiting -> flush(List.of(waiting)));
            }
        }
    }

    /** Whether the connection is what failed: then no single row will fare better. */
    private static boolean lost(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private static void settle(List<Waiting> batch, Set<Write.Key> kept) {
        for (Waiting waiting : batch) {
            waiting.counted().complete(waiting.writes().stream().map(Write::key).allMatch(kept::contains));
        }
    }

    private Set<Write.Key> commit(List<Waiting> batch) throws SQLException {
        Map<Write.Key, Write> rows = new TreeMap<>();
        batch.forEach(waiting -> waiting.writes().forEach(write -> rows.put(write.key(), write)));
        List<Write> writes = List.copyOf(rows.values());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            array(statement, 1, "bigint", writes, Write::lesson);
            array(statement, 2, "text", writes, Write::step);
            array(statement, 3, "int", writes, Write::round);
            array(statement, 4, "text", writes, Write::owner);
            array(statement, 5, "text", writes, Write::field);
            array(statement, 6, "text", writes, Write::value);
            array(statement, 7, "text", writes, Write::person);
            array(statement, 8, "text", writes, write -> write.phase().name());
            Set<Write.Key> kept = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    kept.add(new Write.Key(
                            row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)));
                }
            }
            return kept;
        }
    }

    private static void array(
            PreparedStatement statement, int index, String type, List<Write> writes, Function<Write, Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, writes.stream().map(value).toArray()));
    }

    /** Writes what is queued, then stops. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
