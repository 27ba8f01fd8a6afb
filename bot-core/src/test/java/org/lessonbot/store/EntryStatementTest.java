package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.Pairing;

class EntryStatementTest {
    private static final int SEEDS = 6;
    private static final int CROWD = 20;

    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private final EntryReader reader = new EntryReader(store.database().jdbi());

    EntryStatementTest() {
        lessons.pin("hash", "{}");
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A plan is kept for as long as its connection: one that was made when nothing was there yet has to do for a full class. */
    @Test
    void noTableIsReadFromEndToEndEvenByAPlanMadeWhenThereWasNothing() throws Exception {
        long lesson = lesson("class");
        store.database().jdbi().useHandle(handle -> handle.execute("vacuum analyze"));
        try (Connection connection = store.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            List<EntryStatement.Act> acts = IntStream.range(0, 50)
                    .mapToObj(i -> EntryStatement.Act.of(
                            List.of(guess(lesson, "s" + i)),
                            new Basis(
                                    Optional.of(new Basis.Seat(Pairing.NONE, 0, -1)),
                                    Map.of("s" + i, Entries.NONE),
                                    OptionalLong.empty())))
                    .toList();
            EntryStatement.execute(connection, acts, Instant.now());
            try (var read = connection
                    .createStatement()
                    .executeQuery("select string_agg(relname, ' ') from pg_stat_xact_user_tables where seq_scan > 0")) {
                read.next();
                assertThat(read.getString(1)).isNull();
            }
            // Each finds what its own person entered meanwhile, and nobody else's.
            List<EntryStatement.Act> ofAnybody = IntStream.range(0, 50)
                    .mapToObj(i -> EntryStatement.Act.of(
                            List.of(guess(lesson, "s" + i)),
                            new Basis(Optional.empty(), Map.of("s" + i, Entries.NONE), OptionalLong.empty())))
                    .toList();
            EntryStatement.execute(connection, ofAnybody, Instant.now());
            EntryStatement.execute(connection, ofAnybody, Instant.now());
            try (var read = connection
                    .createStatement()
                    .executeQuery("select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'entry'")) {
                read.next();
                assertThat(read.getInt(1)).isBetween(50, 2 * 50);
            }
        }
    }

    /** One row alone is written by a form of the statement of its own, which has to decide as the other one does. */
    @Test
    void whatIsWrittenAloneIsJudgedAsAmongOthers() throws Exception {
        List<String> seen = new ArrayList<>();
        for (String status : List.of("RUNNING", "PAUSED", "ENDED")) {
            for (int seed = 0; seed < SEEDS; seed++) {
                List<String> together = fates("together-" + status + seed, status, seed, true);
                List<String> alone = fates("alone-" + status + seed, status, seed, false);
                assertThat(alone).as("%s, seed %d", status, seed).isEqualTo(together);
                seen.addAll(alone);
            }
        }
        assertThat(seen).as("or nothing was tried").contains("[COUNTED]", "[LATE]", "[CHANGED]");
    }

    /** Where it is not tried, or keeps nothing, the whole statement does, and only a benchmark would tell. */
    @Test
    void whereNothingHasMovedOneRowIsKeptByItsOwnForm() throws Exception {
        long id = lesson("class");
        Version now = lessons.version(id).orElseThrow();
        try (Connection connection = store.database().dataSource().getConnection()) {
            assertThat(keptAlone(connection, id, now.moves(), now.roster())).isTrue();
            assertThat(keptAlone(connection, id, now.moves() - 1, now.roster())).isFalse();
            assertThat(keptAlone(connection, id, now.moves(), now.roster() - 1)).isFalse();
        }
    }

    private static boolean keptAlone(Connection connection, long lesson, long moves, long roster) throws Exception {
        Basis basis = new Basis(Optional.of(new Basis.Seat(Pairing.NONE, 0, roster)), Map.of(), OptionalLong.of(moves));
        EntryStatement.Act act = EntryStatement.Act.of(List.of(guess(lesson, "s1")), basis);
        return LoneEntry.isKept(connection, act, Instant.now());
    }

    /** What becomes of the same random acts, and of what is kept. */
    private List<String> fates(String room, String status, int seed, boolean atOnce) throws Exception {
        Random random = new Random(seed);
        long id = crowd(room, status, random);
        long moves = lessons.version(id).orElseThrow().moves();
        List<EntryStatement.Act> acts = IntStream.range(0, CROWD)
                .mapToObj(i -> {
                    Write write = randomWrite(id, "s" + i, random);
                    return EntryStatement.Act.of(List.of(write), randomBasis(write, moves, random));
                })
                .toList();
        List<String> all = new ArrayList<>();
        try (Connection connection = store.database().dataSource().getConnection()) {
            if (atOnce) {
                EntryStatement.execute(connection, acts, Instant.EPOCH).forEach(fate -> all.add(fate.toString()));
            } else {
                for (EntryStatement.Act act : acts) {
                    EntryStatement.execute(connection, List.of(act), Instant.EPOCH)
                            .forEach(fate -> all.add(fate.toString()));
                }
            }
        }
        assertThat(all).hasSize(CROWD);
        reader.lesson(id).all().forEach(entry -> all.add(entry.owner() + " " + entry.field() + " " + entry.value()));
        return all;
    }

    private long crowd(String room, String status, Random random) {
        long id = lesson(room);
        store.database().jdbi().useHandle(handle -> {
            for (int i = 0; i < CROWD; i++) {
                String person = "s" + i;
                handle.execute(
                        "insert into participant (lesson, person, name, role, present) values (?, ?, ?, 'STUDENT', ?)",
                        id,
                        person,
                        person,
                        random.nextInt(4) > 0);
                if (random.nextBoolean()) {
                    handle.execute(
                            "insert into membership values (?, 'EXPLORE', ?, ?)", id, 1 + random.nextInt(2), person);
                }
                if (random.nextBoolean()) {
                    handle.execute(
                            "insert into entry values (?, 'match', 1, ?, 'guess', 'was', ?)", id, person, person);
                }
                if (random.nextBoolean()) {
                    handle.execute("insert into more_time values (?, ?, now(), 'UTC')", id, person);
                }
            }
            handle.execute(
                    "update lesson set status = ?, ended_at = case when ? = 'ENDED' then now() end, roster = 1 where id = ?",
                    status,
                    status,
                    id);
        });
        return id;
    }

    private static Write randomWrite(long lesson, String person, Random random) {
        return new Write(
                lesson,
                random.nextInt(8) > 0 ? "match" : "elsewhere",
                1,
                person,
                "guess",
                random.nextInt(4) > 0 ? "now" : "",
                person,
                random.nextInt(6) > 0 ? Phase.OPEN : Phase.REVEALED,
                random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? "was" : ""));
    }

    private static Basis randomBasis(Write write, long moves, Random random) {
        String person = write.person();
        boolean known = write.step().equals("match") && write.phase() == Phase.OPEN && random.nextInt(4) > 0;
        Optional<Basis.Seat> seat = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new Basis.Seat(
                        random.nextBoolean() ? Pairing.NONE : Pairing.EXPLORE, random.nextInt(3), random.nextInt(2)));
        Entries was = new Entries(List.of(new Entry("match", 1, person, "guess", "was", person, Instant.EPOCH)));
        return new Basis(
                seat,
                random.nextBoolean() ? Map.of() : Map.of(person, random.nextBoolean() ? was : Entries.NONE),
                known ? OptionalLong.of(moves - random.nextInt(2)) : OptionalLong.empty());
    }

    private static Write guess(long lesson, String person) {
        return new Write(lesson, "match", 1, person, "guess", "base", person, Phase.OPEN, Optional.empty());
    }

    private long lesson(String room) {
        long id = lessons.start(
                        new NewLesson(new Room("paper", room), "hash", Lesson.Pace.LIVE, 1, "match"),
                        tx -> tx.lesson().id())
                .orElseThrow();
        lessons.move(id, tx -> {
            tx.open("match", 1, "{}");
            return true;
        });
        return id;
    }
}
