package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes everybody's entries. Clicks queue while the last commit is under way; one thread writes what has gathered in one
 * statement, then tells every waiting click. Two writers would gain nothing and could reorder one person's votes.
 */
public final class EntryWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EntryWriter.class);

    /** More rows a statement gain nothing. */
    private static final int BATCH = 1_000;

    /**
     * The share locks make a reveal wait for this commit, and this statement for a reveal under way; the phase compared is
     * the one found once the locks are held. The lesson's row is everybody's first lock and posts are locked in one order,
     * so writers and moves never deadlock. What must stand there is compared with what is found once the entry's row is locked.
     * Looked for one by one, people are found by the index however many there are.
     * Whoever comes, leaves or is seated changes the lesson's row first: who takes part is as it was before that, or after.
     */
    private static final String SQL = """
            with act as (
                select * from unnest(?::int[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[])
                    as act (nr, lesson, step, round, person, pairing, number)
            ), wish as (
                select nr, lesson, step, round, person, owner, field, value, phase, before
                from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as wish (nr, owner, field, value, phase, before) join act using (nr)
            ), standing as (
                select round.lesson, round.step, round.number as round, round.phase
                from round join lesson on lesson.id = round.lesson
                where (round.lesson, round.step, round.number) in (select lesson, step, round from act)
                  and lesson.status = 'RUNNING'
                order by round.lesson, round.step, round.number
                for share of lesson, round
            ), otherwise as (
                select nr from act
                where pairing is not null and (
                    not coalesce((select present and role = 'STUDENT' from participant
                        where participant.lesson = act.lesson and participant.person = act.person), false)
                    or (pairing <> 'NONE' and number <> coalesce((select number from membership
                        where membership.lesson = act.lesson and membership.pairing = act.pairing
                          and membership.person = act.person and until is null), 0)))
                union
                select nr from unnest(?::int[], ?::text[], ?::text[]) as known (nr, owner, state) join act using (nr)
                where state <> (select coalesce(string_agg(field || chr(1) || value, chr(2) order by field collate "C"), '')
                    from entry where (entry.lesson, entry.step, entry.round) = (act.lesson, act.step, act.round)
                      and entry.owner = known.owner and value <> '')
            ), kept as (
                insert into entry (lesson, step, round, owner, field, value, person)
                select lesson, step, round, owner, field, value, person
                from wish join standing using (lesson, step, round, phase)
                where nr not in (select nr from otherwise)
                order by lesson, step, round, owner, field
                on conflict (lesson, step, round, owner, field)
                    do update set value = excluded.value, person = excluded.person, at = excluded.at
                    where entry.value = excluded.value
                        or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field)
                            in (select lesson, step, round, owner, field from wish where before is null)
                        or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field, entry.value)
                            in (select lesson, step, round, owner, field, before from wish where before is not null)
                returning lesson, step, round, owner, field
            ), shown as (
                select distinct lesson, step, round from kept
            ), stale as (
                select distinct post.lesson, post.slot
                from post join shown on shown.lesson = post.lesson
                where (post.step = shown.step and post.round = shown.round) or post.place = 'DESK'
            ), locked as (
                select lesson, slot from post where (lesson, slot) in (select lesson, slot from stale)
                order by ordinal for no key update
            ), wanted as (
                update post set wanted = wanted + 1 from locked
                where post.lesson = locked.lesson and post.slot = locked.slot
            )
            select nr, null, null, null, null, null from wish join standing using (lesson, step, round, phase)
            union all
            select null, lesson, step, round, owner, field from kept
            """;

    private final DataSource database;
    private final Turns<Waiting> turns =
            new Turns<>("entry-writer", BATCH, batch -> parts(batch).forEach(this::flush));

    public EntryWriter(DataSource database) {
        this.database = database;
    }

    private record Waiting(List<Write> writes, Basis basis, CompletableFuture<Fate> fate) {
        Write first() {
            return writes.get(0);
        }

        /** Whose entries are written by it. */
        Stream<List<Object>> written() {
            return writes.stream().map(Write::owner).map(this::inRound);
        }

        /** Whose entries decide over it. */
        Stream<List<Object>> read() {
            return basis.kept().keySet().stream().map(this::inRound);
        }

        private List<Object> inRound(String owner) {
            return List.of(first().lesson(), first().step(), first().round(), owner);
        }
    }

    /** What became of writes that belong together: all of them count, or none. */
    public enum Fate {
        COUNTED,
        /** The round is in another phase, or the lesson does not go on. */
        LATE,
        /** Something that they were to replace, or were judged by, is otherwise by now. */
        CHANGED
    }

    /** Writes these together, whatever they were judged by. */
    public CompletableFuture<Fate> write(List<Write> writes) {
        return write(writes, Basis.NONE);
    }

    /**
     * Writes these together.
     *
     * @param writes one person's, into one round
     * @return completes once it is decided and committed; exceptionally if the database could not be reached, and then none of
     *     them may be acknowledged
     */
    public CompletableFuture<Fate> write(List<Write> writes, Basis basis) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        if (!turns.offer(new Waiting(List.copyOf(writes), basis, fate))) {
            fate.completeExceptionally(new IllegalStateException("entries cannot be written now"));
        }
        return fate;
    }

    /** The same in order, so that no statement writes one owner's entries twice, or writes what it judges another by. */
    private static List<List<Waiting>> parts(List<Waiting> batch) {
        List<List<Waiting>> parts = new ArrayList<>();
        List<Waiting> part = new ArrayList<>();
        Set<List<Object>> written = new HashSet<>();
        Set<List<Object>> read = new HashSet<>();
        for (Waiting waiting : batch) {
            boolean meets = waiting.read().anyMatch(written::contains)
                    || waiting.written().anyMatch(owner -> written.contains(owner) || read.contains(owner));
            if (meets) {
                parts.add(part);
                part = new ArrayList<>();
                written.clear();
                read.clear();
            }
            part.add(waiting);
            waiting.written().forEach(written::add);
            waiting.read().forEach(read::add);
        }
        parts.add(part);
        return parts;
    }

    private void flush(List<Waiting> batch) {
        try {
            commit(batch)
                    .ifPresentOrElse(
                            fates -> IntStream.range(0, batch.size())
                                    .forEach(i -> batch.get(i).fate().complete(fates.get(i))),
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
    private static Fate fate(List<Boolean> kept, int writes) {
        if (kept.size() < writes) {
            return Fate.LATE;
        }
        return kept.contains(false) ? Fate.CHANGED : Fate.COUNTED;
    }

    /** What became of each; nothing if none was written, because one of several that belong together could not be. */
    private Optional<List<Fate>> commit(List<Waiting> batch) throws SQLException {
        boolean tearable = batch.stream()
                .anyMatch(waiting -> waiting.writes().size() > 1
                        && waiting.writes().stream()
                                .anyMatch(write -> write.before().isPresent()));
        Connection connection = database.getConnection();
        try {
            if (!tearable) {
                return Optional.of(fates(batch, execute(connection, batch)));
            }
            connection.setAutoCommit(false);
            List<List<Boolean>> kept = execute(connection, batch);
            if (kept.stream().anyMatch(one -> one.contains(true) && one.contains(false))) {
                connection.rollback();
                return Optional.empty();
            }
            connection.commit();
            return Optional.of(fates(batch, kept));
        } finally {
            giveBack(connection);
        }
    }

    private static List<Fate> fates(List<Waiting> batch, List<List<Boolean>> kept) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> fate(kept.get(i), batch.get(i).writes().size()))
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

    /** @return of each, for each of its writes that comes in time, whether it was written */
    private static List<List<Boolean>> execute(Connection connection, List<Waiting> batch) throws SQLException {
        Columns acts = new Columns("int", "bigint", "text", "int", "text", "text", "int");
        Columns wishes = new Columns("int", "text", "text", "text", "text", "text");
        Columns known = new Columns("int", "text", "text");
        for (int i = 0; i < batch.size(); i++) {
            int act = i;
            Waiting waiting = batch.get(i);
            Write first = waiting.first();
            Optional<Basis.Seat> seat = waiting.basis().seat();
            acts.add(
                    act,
                    first.lesson(),
                    first.step(),
                    first.round(),
                    first.person(),
                    seat.map(one -> one.pairing().name()).orElse(null),
                    seat.map(Basis.Seat::group).orElse(0));
            waiting.writes()
                    .forEach(write -> wishes.add(
                            act,
                            write.owner(),
                            write.field(),
                            write.value(),
                            write.phase().name(),
                            write.before().orElse(null)));
            waiting.basis().kept().forEach((owner, entries) -> known.add(act, owner, Basis.state(entries)));
        }
        int[] inTime = new int[batch.size()];
        Set<List<Object>> kept = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            known.bind(statement, wishes.bind(statement, acts.bind(statement, 1)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int act = row.getInt(1);
                    if (row.wasNull()) {
                        kept.add(List.of(
                                row.getLong(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6)));
                    } else {
                        inTime[act]++;
                    }
                }
            }
        }
        return IntStream.range(0, batch.size())
                .mapToObj(act -> kept(batch.get(act).writes().subList(0, inTime[act]), kept))
                .toList();
    }

    private static List<Boolean> kept(List<Write> writes, Set<List<Object>> kept) {
        return writes.stream()
                .map(write -> kept.contains(
                        List.<Object>of(write.lesson(), write.step(), write.round(), write.owner(), write.field())))
                .toList();
    }

    /** Writes what is queued, then stops. */
    @Override
    public void close() {
        turns.close();
    }
}
