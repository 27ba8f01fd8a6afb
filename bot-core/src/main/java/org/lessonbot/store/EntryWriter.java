package org.lessonbot.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes everybody's entries. Clicks queue while the last commit is under way; what has gathered is then written in one statement,
 * and every waiting click is told. A click that is alone is written by whoever brings it. There is never more than one commit at
 * once: two would gain nothing and could reorder one person's votes.
 */
public final class EntryWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EntryWriter.class);

    /** More rows a statement gain nothing. */
    private static final int BATCH = 1_000;

    private final DataSource database;
    private final Clock clock;
    private final Turns<Waiting> turns =
            new Turns<>("entry-writer", BATCH, batch -> parts(awaited(batch)).forEach(this::flush));
    private final EntryMeters meters;
    /** Why nothing was written lately, as PostgreSQL counts reasons; empty while all is well. */
    private volatile String refused = "";

    public EntryWriter(DataSource database) {
        this(database, Clock.systemUTC());
    }

    /** Watched by nobody. */
    public EntryWriter(DataSource database, Clock clock) {
        this(database, clock, new CompositeMeterRegistry());
    }

    /** @param clock by which is noted when something was entered */
    public EntryWriter(DataSource database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.meters = new EntryMeters(meters, turns);
    }

    /**
     * Somebody's act in the queue.
     *
     * @param written whose entries are written by it
     * @param read whose entries decide over it
     */
    private record Waiting(
            EntryStatement.Act act, List<Entered> written, List<Entered> read, CompletableFuture<Fate> fate) {
        /** Whoever brings it makes of it what the one writer would have to make of everybody's. */
        static Waiting of(List<Write> writes, Basis basis, CompletableFuture<Fate> fate) {
            Write first = writes.get(0);
            return new Waiting(
                    EntryStatement.Act.of(writes, basis),
                    entered(first, writes.stream().map(Write::owner)),
                    entered(first, basis.kept().keySet().stream()),
                    fate);
        }

        private static List<Entered> entered(Write in, Stream<String> owners) {
            return owners.map(owner -> new Entered(in.lesson(), in.step(), in.round(), owner))
                    .toList();
        }

        /** Whether some of it may be written and some not. */
        boolean tearable() {
            return act.writes().size() > 1
                    && act.writes().stream().anyMatch(write -> write.before().isPresent());
        }
    }

    /** What somebody entered in a round. */
    private record Entered(long lesson, String step, int round, String owner) {}

    /** What became of writes that belong together: all of them count, or none. */
    public enum Fate {
        COUNTED,
        /** The round is in another phase, or the lesson does not go on. */
        LATE,
        /** Something that they were to replace, or were judged by, is otherwise by now. */
        CHANGED
    }

    /**
     * Writes these together with whatever else waits, whatever they were judged by.
     *
     * @param writes one person's, into one round
     * @return completes once it is decided and committed; exceptionally if the database could not be reached, and then none of
     *     them may be acknowledged
     */
    public CompletableFuture<Fate> write(List<Write> writes) {
        CompletableFuture<Fate> fate = counted();
        return orRefused(turns.offer(Waiting.of(writes, Basis.NONE, fate)), fate);
    }

    /** The same if what they were judged by holds; where nothing else waits it is done when this returns. */
    public CompletableFuture<Fate> write(List<Write> writes, Basis basis) {
        CompletableFuture<Fate> fate = counted();
        return orRefused(turns.offerOrDo(Waiting.of(writes, basis, fate)), fate);
    }

    private CompletableFuture<Fate> counted() {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        var unused = fate.whenComplete(meters::count);
        return fate;
    }

    private static CompletableFuture<Fate> orRefused(boolean taken, CompletableFuture<Fate> fate) {
        if (!taken) {
            fate.completeExceptionally(new IllegalStateException("entries cannot be written now"));
        }
        return fate;
    }

    /** Whoever waited too long was told that it did not count; since then they may have done something else, even by another instance. */
    private static List<Waiting> awaited(List<Waiting> batch) {
        return batch.stream().filter(waiting -> !waiting.fate().isDone()).toList();
    }

    /**
     * The same in as few parts as may be, so that no statement writes one owner's entries twice, or writes what it judges another by.
     * Those that meet stay in their order; partners answer at once, and need one part more, not one for each pair.
     */
    private static List<List<Waiting>> parts(List<Waiting> batch) {
        List<List<Waiting>> parts = new ArrayList<>();
        Map<Entered, Integer> afterWritten = new HashMap<>();
        Map<Entered, Integer> afterRead = new HashMap<>();
        for (Waiting waiting : batch) {
            int part = Math.max(
                    Math.max(first(afterWritten, waiting.written()), first(afterRead, waiting.written())),
                    first(afterWritten, waiting.read()));
            if (part == parts.size()) {
                parts.add(new ArrayList<>());
            }
            parts.get(part).add(waiting);
            waiting.written().forEach(one -> afterWritten.put(one, part + 1));
            waiting.read().forEach(one -> afterRead.merge(one, part + 1, Math::max));
        }
        return parts;
    }

    private static int first(Map<Entered, Integer> after, List<Entered> entered) {
        int first = 0;
        for (Entered one : entered) {
            first = Math.max(first, after.getOrDefault(one, 0));
        }
        return first;
    }

    private void flush(List<Waiting> batch) {
        meters.wrote(batch.size());
        try {
            commit(batch)
                    .ifPresentOrElse(
                            fates -> IntStream.range(0, batch.size())
                                    .forEach(i -> batch.get(i).fate().complete(fates.get(i))),
                            () -> torn(batch));
            if (!refused.isEmpty()) {
                refused = "";
                log.warn("what people enter is written again");
            }
        } catch (SQLException | RuntimeException failure) {
            if (batch.size() == 1 || lost(failure)) {
                sayOnce(failure);
                batch.forEach(waiting -> waiting.fate().completeExceptionally(failure));
            } else {
                // One bad row must not fail its neighbours.
                batch.forEach(waiting -> flush(List.of(waiting)));
            }
        }
    }

    /** Thousands press while a disk is full, and the log may lie on the same disk. */
    private void sayOnce(Exception failure) {
        String said = String.valueOf(failure.getMessage());
        String state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : said;
        if (!refused.equals(state)) {
            refused = state;
            log.warn("what people enter is not written, and they are told so, until it is said otherwise: {}", said);
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

    /** What became of each; nothing if none was written, because one of several that belong together could not be. */
    private Optional<List<Fate>> commit(List<Waiting> batch) throws SQLException {
        boolean tearable = batch.stream().anyMatch(Waiting::tearable);
        List<EntryStatement.Act> acts = batch.stream().map(Waiting::act).toList();
        Connection connection = database.getConnection();
        try {
            if (!tearable) {
                return Optional.of(fates(EntryStatement.execute(connection, acts, clock.instant())));
            }
            connection.setAutoCommit(false);
            List<Set<Fate>> became = EntryStatement.execute(connection, acts, clock.instant());
            if (became.stream().anyMatch(one -> one.contains(Fate.COUNTED) && one.contains(Fate.CHANGED))) {
                connection.rollback();
                return Optional.empty();
            }
            connection.commit();
            return Optional.of(fates(became));
        } finally {
            giveBack(connection);
        }
    }

    /** An act's fate is the worst of its writes'. */
    private static List<Fate> fates(List<Set<Fate>> became) {
        return became.stream()
                .map(one ->
                        one.contains(Fate.LATE) ? Fate.LATE : one.contains(Fate.CHANGED) ? Fate.CHANGED : Fate.COUNTED)
                .toList();
    }

    /** What is committed counts, even if the connection breaks in the next instant. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            log.warn("a connection to the database broke after it was used: {}", broken.getMessage());
        }
    }

    /** Writes what is queued, then stops. */
    @Override
    public void close() {
        turns.close();
    }
}
