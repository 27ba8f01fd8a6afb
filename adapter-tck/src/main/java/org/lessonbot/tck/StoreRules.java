package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What people are told, and what is lost, while the database is slow or away. */
interface StoreRules extends Rules {
    @Test
    default void whenTheStoreIsSlowTheClickIsTakenUpInTimeAndAnsweredInTheEnd() {
        needs(Feature.IMPATIENCE);
        Sitting lesson = sitting();
        Card open = lesson.current();
        lesson.guess(student(1), Plans.DOG);
        lesson.settled();
        int heard = bot().script().heard().size();
        bot().cable().hold();
        CompletableFuture<Seen> told;
        try {
            told = CompletableFuture.supplyAsync(() -> lesson.room().press(student(1), open, Plans.CAT));
            awaitHeard(heard);
            school().waitForTheBot();
        } finally {
            bot().cable().release();
        }
        assertThat(told.join().text()).contains(lesson.say("stagematch.receipt", Plans.CAT));
        assertThat(lesson.entries().count("guess", "cat")).isEqualTo(1);
    }

    @Test
    default void aClickThatWaitsForTheStoreCountsOnceAndIsAnsweredOnceItGoesOn() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        lesson.guess(student(1), Plans.DOG);
        lesson.settled();
        int heard = bot().script().heard().size();
        bot().cable().hold();
        CompletableFuture<Seen> told;
        try {
            told = CompletableFuture.supplyAsync(() -> lesson.room().press(student(1), open, Plans.CAT));
            // Where nobody is told before the store answers, who they are may be looked for there first.
            if (!school().lacks().containsKey(Feature.IMPATIENCE)) {
                awaitHeard(heard);
            }
            await().until("the bot to wait for the store", () -> bot().cable().holdsBack(), held -> held);
        } finally {
            bot().cable().release();
        }
        assertThat(told.join().text()).contains(lesson.say("stagematch.receipt", Plans.CAT));
        assertThat(lesson.entries().count("guess", "cat")).isEqualTo(1);
    }

    @Test
    default void whenTheDatabaseIsLostNobodyIsToldThatTheirClickCountedAndTheClassGoesOnOnceItIsBack() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        lesson.guess(student(1), Plans.CAT);
        lesson.room().command(student(2), "join");
        lesson.room().command(student(3), "join");
        lesson.awaitCount(1, 3);
        lesson.settled();
        bot().whileTheDatabaseMayBeLost(() -> theDatabaseIsLostAndComesBack(lesson, open));
    }

    private void awaitHeard(int before) {
        await().until("the click to be heard", () -> bot().script().heard().size(), now -> now > before);
    }

    private void theDatabaseIsLostAndComesBack(Sitting lesson, Card open) {
        bot().cable().cut();
        try {
            Seen told = lesson.room().press(student(2), open, Plans.CAT);
            assertThat(told.text())
                    .as("who clicks is told that it did not count")
                    .isNotEmpty()
                    .doesNotContain(lesson.say("stagematch.receipt", Plans.CAT));
            lesson.room().press(student(1), open, Plans.DOG);
        } finally {
            bot().cable().mend();
        }

        await().until(
                        "a click to count again",
                        () -> lesson.room().press(student(3), open, Plans.DOG),
                        seen -> seen.says(lesson.say("stagematch.receipt", Plans.DOG)));
        assertThat(lesson.entries().count("guess", "cat"))
                .as("what was acknowledged")
                .isEqualTo(1);
        lesson.awaitCount(2, 3);
        await().until(
                        "a reveal to count",
                        () -> {
                            lesson.room().command(TEACHER, "reveal");
                            return lesson.isRevealed();
                        },
                        revealed -> revealed);
        lesson.awaitCurrent("the reveal", card -> card.shows(lesson.say("stagematch.guesses")));
    }
}
