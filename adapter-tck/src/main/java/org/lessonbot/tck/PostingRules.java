package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Posts follow facts, whatever the platform does. */
interface PostingRules extends Rules {
    @Test
    default void aRateLimitDelaysAndNeverLoses() {
        needs(Feature.RATE_LIMITS);
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");
        lesson.settled();
        school().rateLimit(Duration.ofSeconds(1));

        assertThat(lesson.guess(student(1), Plans.CAT).text()).contains(Plans.CAT);

        lesson.awaitCount(1, 1);
    }

    @Test
    default void anOutageDelaysAndNeverLoses() {
        needs(Feature.OUTAGES);
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");
        lesson.settled();
        school().outage(1);

        assertThat(lesson.guess(student(1), Plans.CAT).text()).contains(Plans.CAT);

        lesson.awaitCount(1, 1);
    }

    @Test
    default void editsNeverEndOnAStaleCount() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        for (int burst = 0; burst < 3; burst++) {
            int first = burst * 4 + 1;
            IntStream.range(first, first + 4)
                    .parallel()
                    .forEach(n -> lesson.room().press(student(n), open, Plans.DOG));
        }
        lesson.awaitCount(12, 12);

        Card revealed = lesson.reveal();

        assertThat(lesson.settled()).isEqualTo(revealed.text());
    }

    @Test
    default void everybodySeesOnePostARoundAndNoMore() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.awaitCount(1, 1);
        lesson.reveal();
        lesson.room().command(TEACHER, "next");
        lesson.awaitCurrent("the second round", card -> card.shows(lesson.roundTitle(0, 2)));
        lesson.settled();

        assertThat(lesson.room().posts())
                .filteredOn(card -> card.shows(lesson.roundTitle(0, 1)))
                .hasSize(1);
        assertThat(lesson.room().posts())
                .filteredOn(card -> card.shows(lesson.say("engine.pairs.title")))
                .hasSize(1);
    }

    @Test
    default void aPostWhoseAnswerIsLostStandsOnceAndShowsWhatCameMeanwhile() {
        needs(Feature.POSTS_ONCE);
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.reveal();
        lesson.settled();
        Gate gate = bot().instance().gate();
        gate.shutToPosts();
        lesson.room().command(TEACHER, "next");
        await().until("the second round to be drawn", gate::holds, held -> held);
        lesson.room().forge(student(1), lesson.action("guess", "cat"));

        school().loseAnswers();
        gate.open();

        lesson.awaitCount(1, 1);
        lesson.settled();
        assertThat(lesson.room().posts())
                .filteredOn(card -> card.shows(lesson.roundTitle(0, 2)))
                .hasSize(1);
    }

    @Test
    default void aDeletedPostComesBack() {
        needs(Feature.DELETED_POSTS);
        Sitting lesson = sitting();
        lesson.room().delete(lesson.current());

        lesson.room().forge(student(1), lesson.action("guess", "cat"));

        lesson.awaitCount(1, 1);
    }

    @Test
    default void afterACrashBetweenCommitAndEditTheRoomConverges() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        Gate gate = bot().instance().gate();
        gate.shut();
        assertThat(lesson.room().press(student(1), open, Plans.CAT).text()).contains(Plans.CAT);
        await().until("the bot to be about to edit", gate::holds, held -> held);

        bot().crashAndRestart();

        lesson.awaitCount(1, 1);
    }

    @Test
    default void aRevealThatACrashInterruptsIsShownByWhoeverComesNext() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.settled();
        Gate gate = bot().instance().gate();
        gate.shut();
        lesson.room().command(TEACHER, "reveal");
        await().until("the bot to be about to show the reveal", gate::holds, held -> held);

        bot().crashAndRestart();

        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
    }

    @Test
    default void buttonsFromBeforeARestartWork() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        Card console = lesson.console(TEACHER);

        bot().crashAndRestart();

        assertThat(lesson.room().press(student(1), open, Plans.CAT).text()).contains(Plans.CAT);
        lesson.awaitCount(1, 1);
        lesson.room().press(TEACHER, console, lesson.say("console.reveal"));
        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
    }

    @Test
    default void twoRoomsAtOnceDoNotMix() {
        Sitting here = sitting();
        Sitting there = sitting();
        here.guess(student(1), Plans.CAT);
        there.guess(student(1), Plans.DOG);
        there.guess(student(2), Plans.DOG);
        there.reveal();

        here.awaitCount(1, 1);
        assertThat(here.entries().count("guess", "dog")).isZero();
        assertThat(there.entries().count("guess", "cat")).isZero();
        assertThat(here.room().posts()).noneMatch(card -> card.shows(here.say("stagematch.guesses")));
        assertThat(here.room().whispers(student(1)))
                .noneMatch(card -> card.shows(here.say("stagematch.receipt", Plans.DOG)));
    }

    @Test
    default void twoInstancesServeOneRoom() {
        needs(Feature.SHARED_ROOMS);
        bot().besideAnother(() -> {
            Sitting lesson = sitting();
            Card open = lesson.current();
            IntStream.rangeClosed(1, 6).parallel().forEach(n -> lesson.room().press(student(n), open, Plans.CAT));
            lesson.awaitCount(6, 6);
            lesson.reveal();
            assertThat(lesson.room().posts())
                    .filteredOn(card -> card.shows(lesson.roundTitle(0, 1)))
                    .hasSize(1);
        });
    }
}
