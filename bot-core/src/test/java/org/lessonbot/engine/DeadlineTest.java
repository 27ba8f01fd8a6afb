package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.moves.Moves;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.NewLesson;

/** Rounds that the clock opens, reveals and leaves, beside a teacher who may do so too. */
class DeadlineTest {
    private static final Duration FIVE = Duration.ofMinutes(5);
    /** When the time of the first step is over. */
    private static final Instant SIX = Instant.parse("2026-11-30T18:00:00Z");

    private final Migrated store = Migrated.fresh();
    private Instant now = SIX.minus(FIVE);
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Lessons lessons = new Lessons(store.database().jdbi(), clock);
    private final Moves moves = instance();
    private long lesson;

    private Moves instance() {
        Standings standings = new Standings(lessons, new Editions(lessons), language -> GuessingLesson.WORDS);
        Scenes scenes = new Scenes(standings, new EntryReader(store.database().jdbi()));
        return new Moves(standings, scenes, room -> Set.of(), clock);
    }

    @BeforeEach
    void startLesson() {
        String edition = new Editions(lessons).pin(GuessingLesson.edition());
        lesson = moves.begin(
                        new NewLesson(new Room("paper", "club"), edition, Lesson.Pace.LIVE, 7, "first"),
                        new Arrival("t", "Ms Rivers", Participant.Role.TEACHER))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theClockRevealsARoundAndOpensTheNext() {
        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Reveal())).isEqualTo(Moves.Result.REVEALED);
        assertThat(phase("first", 1)).isEqualTo(Phase.REVEALED);

        assertThat(moves.make(lesson, due("first", 1, SIX.plusSeconds(60)), new Move.Next()))
                .isEqualTo(Moves.Result.MADE);
        assertThat(phase("first", 1)).isEqualTo(Phase.CLOSED);
        assertThat(phase("first", 2)).isEqualTo(Phase.OPEN);

        assertThat(moves.make(lesson, due("first", 2, SIX.plusSeconds(120)), new Move.Skip()))
                .isEqualTo(Moves.Result.MADE);
        assertThat(lesson().step()).isEqualTo("second");
        assertThat(causes()).containsOnly("DEADLINE").hasSize(3);
    }

    @Test
    void aDeadlineThatSeveralInstancesSeeMovesTheLessonOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Moves.Result> see = () -> instance().make(lesson, due("first", 1, SIX), new Move.Extend(FIVE));
            List<Future<Moves.Result>> seen = threads.invokeAll(List.of(see, see, see, see));

            assertThat(seen).extracting(Future::get).containsOnlyOnce(Moves.Result.MADE);
            assertThat(lesson().extension()).isEqualTo(FIVE);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoMovesALessonByHandTakesItsDeadlineAway() {
        assertThat(moves.make(lesson, new Cause.Asked("i1", -1), new Move.Skip()))
                .isEqualTo(Moves.Result.MADE);

        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Next())).isEqualTo(Moves.Result.BEFORE);
        assertThat(lesson().step()).isEqualTo("second");
        assertThat(causes()).containsExactly("INTERACTION");
    }

    @Test
    void aDeadlineRevealsNothingTwiceAndLeadsNoFurther() {
        moves.make(lesson, new Cause.Asked("i1", -1), new Move.Reveal());

        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Reveal())).isEqualTo(Moves.Result.NOWHERE);
        assertThat(lesson().round()).isEqualTo(1);
    }

    @Test
    void theClockStandsWhileALessonIsPausedAndComesAgainAfterwards() {
        moves.make(lesson, new Cause.Asked("i1", -1), new Move.Pause());
        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Reveal())).isEqualTo(Moves.Result.PAUSED);
        assertThat(phase("first", 1)).isEqualTo(Phase.OPEN);

        moves.make(lesson, new Cause.Asked("i2", -1), new Move.Resume());

        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Reveal())).isEqualTo(Moves.Result.REVEALED);
    }

    @Test
    void aPauseGivesBackWhatItTookAndNoMore() {
        Instant begun = lesson().stepSince();
        now = now.plus(Duration.ofMinutes(4));
        moves.make(lesson, new Cause.Asked("i1", -1), new Move.Pause());
        assertThat(lesson().stepSince()).isEqualTo(begun);

        now = now.plus(Duration.ofMinutes(6));
        moves.make(lesson, new Cause.Asked("i2", -1), new Move.Resume());

        assertThat(lesson().stepSince()).isEqualTo(begun.plus(Duration.ofMinutes(6)));
    }

    @Test
    void theClockRevealsNothingThatWasJustPutOff() {
        moves.make(lesson, new Cause.Asked("i1", -1), new Move.Extend(FIVE));

        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Reveal())).isEqualTo(Moves.Result.BEFORE);
        assertThat(phase("first", 1)).isEqualTo(Phase.OPEN);
        assertThat(moves.make(lesson, due("first", 1, SIX.plus(FIVE)), new Move.Reveal()))
                .isEqualTo(Moves.Result.REVEALED);
    }

    @Test
    void onceItIsOverTheClockMovesNothing() {
        moves.make(lesson, new Cause.Asked("i1", -1), new Move.End());

        assertThat(moves.make(lesson, due("first", 1, SIX), new Move.Next())).isEqualTo(Moves.Result.OVER);
    }

    private static Cause due(String step, int round, Instant at) {
        return new Cause.Deadline(step, round, at);
    }

    private Lesson lesson() {
        return lessons.find(lesson).orElseThrow();
    }

    private Phase phase(String step, int round) {
        return lessons.round(lesson, step, round).orElseThrow().phase();
    }

    private List<String> causes() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select cause from move order by at")
                        .mapTo(String.class)
                        .list());
    }
}
