package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
     * so writers and moves never deadlock. What must stand there is compared with what is found once the entry's row is locked.
     */
    private static final String SQL = """
            with wish as (
                select * from unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[]) as wish (lesson, step, round, owner, field, value, person, phase, before)
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
                    where entry.value = excluded.value
                        or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field)
                            in (select lesson, step, round, owner, field from wish where before is null)
                        or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field, entry.value)
                            in (select lesson, step, round, owner, field, before from wish where before is not null)
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
            select lesson, step, round, owner, field, kept.lesson is not null
            from wish join standing using (lesson, step, round, phase)
                left join kept using (lesson, step, round, owner, field)
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

    private record Waiting(List<Write> writes, CompletableFuture<Fate> fate) {}

    /** What became of writes that belong together: all of them count, or none. */
    public enum Fate {
        COUNTED,
        /** The round is in another phase, or the lesson does not go on. */
        LATE,
        /** Something else stands there than what was to be replaced. */
        CHANGED
    }

    /**
     * Writes these together.
     *
     * @return completes once it is decided and committed; exceptionally if the database could not be reached, and then none of
     *     them may be acknowledged
     */
    public CompletableFuture<Fate> write(List<Write> writes) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        if (closed || !queue.offer(new Waiting(List.copyOf(writes), fate))) {
            fate.completeExceptionally(new IllegalStateException("entries cannot be written now"));
        }
        return fate;
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
            parts(batch).forEach(this::flush);
            batch.clear();
        }
    }

    /** The same in order, so that a write that depends on what stands there has its entry for itself in a statement. */
    private static List<List<Waiting>> parts(List<Waiting> batch) {
        List<List<Waiting>> parts = new ArrayList<>();
        List<Waiting> part = new ArrayList<>();
        Set<Write.Key> taken = new HashSet<>();
        Set<Write.Key> reserved = new HashSet<>();
        for (Waiting waiting : batch) {
            boolean meets = waiting.writes().stream()
                    .anyMatch(write -> (write.before().isPresent() ? taken : reserved).contains(write.key()));
            if (meets) {
                parts.add(part);
                part = new ArrayList<>();
                taken.clear();
                reserved.clear();
            }
            part.add(waiting);
            for (Write write : waiting.writes()) {
                taken.add(write.key());
                if (write.before().isPresent()) {
                    reserved.add(write.key());
                }
            }
        }
        parts.add(part);
        return parts;
    }

    private void flush(List<Waiting> batch) {
        try {
            commit(batch)
                    .ifPresentOrElse(
                            kept -> batch.forEach(waiting -> waiting.fate().complete(fate(waiting, kept))),
                            () -> torn(batch));
        } catch (SQLException | RuntimeException failure) {
            if (batch.size() == 1 || lost(failure)) {
                log.warn("{} submissions were not written: {}", batch.size(), failure.getMessage());
                batch.forEach(waiting -> waiting.fate().completeExceptionally(failure));
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

    /** Nothing was written, because a part of what belongs together could not be. */
    private void torn(List<Waiting> batch) {
        if (batch.size() == 1) {
            batch.get(0).fate().complete(Fate.CHANGED);
        } else {
            batch.forEach(waiting -> flush(List.of(waiting)));
        }
    }

    /** @param kept by entry whether it was written; without those whose round is closed */
    private static Fate fate(Waiting waiting, Map<Write.Key, Boolean> kept) {
        List<Write.Key> keys = waiting.writes().stream().map(Write::key).toList();
        if (!kept.keySet().containsAll(keys)) {
            return Fate.LATE;
        }
        return keys.stream().allMatch(key -> Boolean.TRUE.equals(kept.get(key))) ? Fate.COUNTED : Fate.CHANGED;
    }

    /** Whether some of it was written and some was not. */
    private static boolean isTorn(Waiting waiting, Map<Write.Key, Boolean> kept) {
        return waiting.writes().stream()
                        .map(write -> Boolean.TRUE.equals(kept.get(write.key())))
                        .distinct()
                        .count()
                > 1;
    }

    /** What became of each entry; nothing if none was written, because one of several that belong together could not be. */
    private Optional<Map<Write.Key, Boolean>> commit(List<Waiting> batch) throws SQLException {
        boolean tearable = batch.stream()
                .anyMatch(waiting -> waiting.writes().size() > 1
                        && waiting.writes().stream()
                                .anyMatch(write -> write.before().isPresent()));
        Connection connection = database.getConnection();
        try {
            if (!tearable) {
                return Optional.of(execute(connection, batch));
            }
            connection.setAutoCommit(false);
            Map<Write.Key, Boolean> kept = execute(connection, batch);
            if (batch.stream().anyMatch(waiting -> isTorn(waiting, kept))) {
                connection.rollback();
                return Optional.empty();
            }
            connection.commit();
            return Optional.of(kept);
        } finally {
            giveBack(connection);
        }
    }

    /** What is committed counts, even if the connection breaks in the next instant. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            log.warn("a connection to the database broke after it was used: {}", broken.getMessage());
        }
    }

    private static Map<Write.Key, Boolean> execute(Connection connection, List<Waiting> batch) throws SQLException {
        Map<Write.Key, Write> rows = new TreeMap<>();
        batch.forEach(waiting -> waiting.writes().forEach(write -> rows.put(write.key(), write)));
        List<Write> writes = List.copyOf(rows.values());
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            array(statement, 1, "bigint", writes, Write::lesson);
            array(statement, 2, "text", writes, Write::step);
            array(statement, 3, "int", writes, Write::round);
            array(statement, 4, "text", writes, Write::owner);
            array(statement, 5, "text", writes, Write::field);
            array(statement, 6, "text", writes, Write::value);
            array(statement, 7, "text", writes, Write::person);
            array(statement, 8, "text", writes, write -> write.phase().name());
            array(statement, 9, "text", writes, write -> write.before().orElse(null));
            Map<Write.Key, Boolean> kept = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Write.Key key = new Write.Key(
                            row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5));
                    kept.put(key, row.getBoolean(6));
                }
            }
            return kept;
        }
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<Write> writes,
            Function<Write, @Nullable Object> value)
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
