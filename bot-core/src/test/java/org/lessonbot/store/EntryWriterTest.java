package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;

class EntryWriterTest {
    private static final Room ROOM = new Room("paper", "class");

    private final Migrated store = Migrated.fresh();
    private final Lessons lessons = new Lessons(store.database().jdbi());
    private final EntryReader reader = new EntryReader(store.database().jdbi());
    private final EntryWriter writer = new EntryWriter(store.database().dataSource());
    private final long lesson = lesson();

    @AfterEach
    void close() {
        writer.close();
        store.close();
    }

    @Test
    void theLastOfManyWritesWinsAndTheOthersAreKept() {
        List<CompletableFuture<EntryWriter.Fate>> all = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> all.add(writer.write(List.of(write("s1", "v" + i)))));
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(EntryWriter.Fate.COUNTED));
        assertThat(reader.lesson(lesson).value("s1", "guess")).contains("v49");
        assertThat(kept("s1")).hasSize(50).startsWith("v0, replaced").endsWith("v48, replaced", "v49");
    }

    @Test
    void anEntryWithdrawnIsGoneAndWhatItSaidIsKept() {
        writer.write(List.of(write("s1", "base"))).join();
        writer.write(List.of(write("s1", ""))).join();
        assertThat(reader.lesson(lesson).all()).isEmpty();
        assertThat(kept("s1")).containsExactly("base, replaced");
    }

    @Test
    void whatSomebodyEnteredIsKeptOnceHoweverOftenItWasSentAndWhoeverEnteredAfterwards() {
        for (String value : List.of("base", "base", "rlhf", "", "base")) {
            writer.write(List.of(write("s1", value))).join();
        }
        writer.write(List.of(instead("answer", "mine", ""))).join();
        writer.write(List.of(new Write(
                        lesson, "match", 1, "pair:1", "answer", "theirs", "s2", Phase.OPEN, Optional.of("mine"))))
                .join();
        assertThat(kept("s1")).containsExactly("base, replaced", "rlhf, replaced", "base", "mine, replaced");
        assertThat(kept("s2")).containsExactly("theirs");
    }

    @Test
    void aWriteIntoAnotherPhaseOrAnotherLessonDoesNotCountAndItsNeighboursDo() {
        var late = writer.write(
                List.of(new Write(lesson, "match", 1, "s1", "revote", "x", "s1", Phase.REVEALED, Optional.empty())));
        var nowhere = writer.write(
                List.of(new Write(lesson + 1, "match", 1, "s1", "guess", "x", "s1", Phase.OPEN, Optional.empty())));
        var good = writer.write(List.of(write("s2", "base")));
        assertThat(late.join()).isEqualTo(EntryWriter.Fate.LATE);
        assertThat(nowhere.join()).isEqualTo(EntryWriter.Fate.LATE);
        assertThat(good.join()).isEqualTo(EntryWriter.Fate.COUNTED);
    }

    @Test
    void oneRowThatTheDatabaseRefusesDoesNotFailItsNeighbours() {
        List<CompletableFuture<EntryWriter.Fate>> good = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> good.add(writer.write(List.of(write("s" + i, "base")))));
        var bad = writer.write(List.of(write("s9", "zero\0byte")));
        IntStream.range(5, 9).forEach(i -> good.add(writer.write(List.of(write("s" + i, "base")))));

        assertThatThrownBy(bad::join).hasCauseInstanceOf(SQLException.class);
        assertThat(good).allSatisfy(one -> assertThat(one.join()).isEqualTo(EntryWriter.Fate.COUNTED));
        assertThat(reader.lesson(lesson).count("guess", "base")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRevealWaitsForVotesUnderWayAndVotesAfterItAreLate(boolean knowsTheRound) throws Exception {
        Basis basis = knowsTheRound ? judgedNow() : Basis.NONE;
        var other = store.database().dataSource().getConnection();
        other.setAutoCommit(false);
        EntryStatement.execute(
                other, List.of(EntryStatement.Act.of(List.of(write("s0", "base")), basis)), Instant.now());
        CountDownLatch revealing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        // In a thread of its own: the pool that all share may have but one, and the vote comes while this waits.
        var reveal = CompletableFuture.runAsync(
                () -> lessons.move(lesson, tx -> {
                    Round round = tx.rounds().get(0);
                    tx.phase(round, Phase.REVEALED);
                    assertThat(reader.lesson(lesson).value("s0", "guess")).contains("base");
                    revealing.countDown();
                    try {
                        return go.await(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                }),
                work -> new Thread(work, "reveal").start());
        store.awaitWaiting(1);
        assertThat(revealing.getCount()).isOne();
        other.commit();
        other.close();
        assertThat(revealing.await(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        var vote = CompletableFuture.supplyAsync(() -> writer.write(List.of(write("s1", "base")), basis))
                .thenCompose(fate -> fate);
        store.awaitWaiting(1);
        assertThat(vote).isNotDone();
        go.countDown();
        reveal.join();
        assertThat(vote.join()).isEqualTo(EntryWriter.Fate.LATE);
    }

    /** What is judged by how the lesson stands now, in a round that is open. */
    private Basis judgedNow() {
        long moves = lessons.version(lesson).orElseThrow().moves();
        return new Basis(Optional.empty(), Map.of(), OptionalLong.of(moves));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatShowsARoundIsWantedAgainAndNothingElseIs(boolean knowsTheRound) {
        lessons.move(lesson, tx -> {
            tx.open("match", 2, "{}");
            tx.posts().post("desk");
            return true;
        });
        Posts posts = new Posts(store.database().jdbi(), "one");
        for (Posts.Key key : posts.stale(lesson)) {
            posts.shown(posts.claim(key, Duration.ofSeconds(9)).orElseThrow(), "somewhere", "digest");
        }
        writer.write(List.of(write("s1", "base")), knowsTheRound ? judgedNow() : Basis.NONE)
                .join();
        assertThat(posts.stale(lesson)).extracting(Posts.Key::slot).containsExactly("match/1", "desk");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverDrawsAPostSeesAllOrDrawsItAgain(boolean knowsTheRound) throws Exception {
        Posts posts = new Posts(store.database().jdbi(), "one");
        Posts.Key key = posts.stale(lesson).get(0);
        // The post waits to be drawn anyway: whoever wants to draw it now waits until this counts.
        CompletableFuture<Posts.Claim> claim;
        try (Connection other = store.database().dataSource().getConnection()) {
            other.setAutoCommit(false);
            EntryStatement.execute(
                    other,
                    List.of(EntryStatement.Act.of(
                            List.of(write("s1", "base")), knowsTheRound ? judgedNow() : Basis.NONE)),
                    Instant.now());
            claim = CompletableFuture.supplyAsync(
                    () -> posts.claim(key, Duration.ofSeconds(9)).orElseThrow());
            store.awaitWaiting(1);
            assertThat(claim).isNotDone();
            other.commit();
        }
        // It is drawn: what comes meanwhile may be missing.
        Posts.Claim drawn = claim.join();
        assertThat(reader.lesson(lesson).value("s1", "guess")).contains("base");
        writer.write(List.of(write("s2", "base"))).join();
        posts.shown(drawn, "somewhere", "digest");
        assertThat(posts.stale(lesson)).containsExactly(key);

        long waiting = posts.version(lesson);
        writer.write(List.of(write("s3", "base"))).join();
        assertThat(posts.version(lesson)).as("no work for a post that waits").isEqualTo(waiting);
        posts.shown(posts.claim(key, Duration.ofSeconds(9)).orElseThrow(), "somewhere", "digest");
        assertThat(posts.stale(lesson)).isEmpty();
        assertThat(posts.version(lesson)).as("what a slide goes by").isGreaterThan(waiting);
    }

    @Test
    void whatWasThereIsReplacedByOneOfTwoWhoSawIt() {
        writer.write(List.of(instead("answer", "begun", ""))).join();
        // Both wait in one queue, so they meet in one batch as often as not.
        var first = writer.write(List.of(instead("answer", "of the first", "begun")));
        var second = writer.write(List.of(instead("answer", "of the second", "begun")));
        assertThat(List.of(first.join(), second.join()))
                .containsExactly(EntryWriter.Fate.COUNTED, EntryWriter.Fate.CHANGED);
        assertThat(reader.lesson(lesson).value("pair:1", "answer")).contains("of the first");
    }

    @Test
    void whoeverWritesWhereNothingStoodNeverReplacesAnother() throws Exception {
        // Another instance has written and not committed yet: the second waits, then sees it.
        try (Connection other = store.database().dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (var insert = other.prepareStatement(
                    "insert into entry (lesson, step, round, owner, field, value, person) values (?, 'match', 1, 'pair:1', 'answer', 'theirs', 's2')")) {
                insert.setLong(1, lesson);
                insert.execute();
            }
            var mine = writer.write(List.of(instead("answer", "mine", "")));
            store.awaitWaiting(1);
            assertThat(mine).isNotDone();
            other.commit();
            assertThat(mine.join()).isEqualTo(EntryWriter.Fate.CHANGED);
        }
        assertThat(reader.lesson(lesson).value("pair:1", "answer")).contains("theirs");
        assertThat(kept("s1")).isEmpty();
    }

    @Test
    void theSameSentTwiceCountsTwiceAndStandsOnce() {
        var once = writer.write(List.of(instead("answer", "mine", "")));
        var again = writer.write(List.of(instead("answer", "mine", "")));
        assertThat(List.of(once.join(), again.join())).containsOnly(EntryWriter.Fate.COUNTED);
        assertThat(kept("s1")).containsExactly("mine");
    }

    @Test
    void whatBelongsTogetherIsWrittenAsAWholeOrNotAtAllAndItsNeighboursAre() {
        writer.write(List.of(instead("answer-2", "theirs", ""))).join();
        var before = writer.write(List.of(write("s3", "base")));
        var torn = writer.write(List.of(instead("answer-1", "mine", ""), instead("answer-2", "mine", "")));
        var after = writer.write(List.of(instead("answer-3", "whole", ""), instead("answer-4", "whole", "")));
        assertThat(List.of(before.join(), torn.join(), after.join()))
                .containsExactly(EntryWriter.Fate.COUNTED, EntryWriter.Fate.CHANGED, EntryWriter.Fate.COUNTED);
        assertThat(reader.lesson(lesson).owner("pair:1").all())
                .extracting(Entry::value)
                .containsExactlyInAnyOrder("theirs", "whole", "whole");
    }

    @Test
    void whatWasTakenBackIsNothing() {
        writer.write(List.of(instead("answer", "mine", ""))).join();
        assertThat(writer.write(List.of(instead("answer", "", "mine"))).join()).isEqualTo(EntryWriter.Fate.COUNTED);
        assertThat(writer.write(List.of(instead("answer", "late", "mine"))).join())
                .isEqualTo(EntryWriter.Fate.CHANGED);
        assertThat(writer.write(List.of(instead("answer", "anew", ""))).join()).isEqualTo(EntryWriter.Fate.COUNTED);
    }

    @Test
    void aClosedWriterRefusesRatherThanForgets() {
        writer.close();
        assertThatThrownBy(() -> writer.write(List.of(write("s1", "base"))).join())
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private Write write(String person, String value) {
        return new Write(lesson, "match", 1, person, "guess", value, person, Phase.OPEN, Optional.empty());
    }

    private Write instead(String field, String value, String before) {
        return new Write(lesson, "match", 1, "pair:1", field, value, "s1", Phase.OPEN, Optional.of(before));
    }

    /** A foreign key asks for the row it points to with every row that is written: for each change, in everybody's statement. */
    @Test
    void toKeepWhatAnEntrySaidBeforeNothingElseIsLookedUp() {
        List<String> asks = store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select tgname from pg_trigger where tgrelid = 'entry_log'::regclass")
                        .mapTo(String.class)
                        .list());
        assertThat(asks).isEmpty();
    }

    private List<String> kept(String person) {
        return reader.kept(ROOM, person).stream()
                .map(kept -> kept.entry().value() + (kept.replaced() ? ", replaced" : ""))
                .toList();
    }

    private long lesson() {
        lessons.pin("hash", "{}");
        long id = lessons.start(
                        new NewLesson(ROOM, "hash", Lesson.Pace.LIVE, 1, "match"),
                        tx -> tx.lesson().id())
                .orElseThrow();
        lessons.move(id, tx -> {
            tx.open("match", 1, "{}");
            tx.at("match", 1, Instant.now());
            return true;
        });
        return id;
    }
}
