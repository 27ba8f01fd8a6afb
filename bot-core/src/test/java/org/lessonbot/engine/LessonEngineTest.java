package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Rosters;

/** A lesson of two steps, led and answered. */
class LessonEngineTest extends GuessingClass {
    @Test
    void whoLeadsALessonIsFoundByItsRoomUntilItEnds() {
        guess(student(1), "base");

        assertThat(engine.roomsLedBy(PaperPlatform.NAME, "t")).containsExactly(ROOM);
        assertThat(engine.roomsLedBy(PaperPlatform.NAME, "s1")).isEmpty();
        assertThat(engine.roomsLedBy("elsewhere", "t")).isEmpty();
        done(press(TEACHER, new Action(lesson().id(), "", 0, "end-now", "")));
        assertThat(engine.roomsLedBy(PaperPlatform.NAME, "t")).isEmpty();
    }

    @Test
    void aRoundIsOpenedAnsweredAndRevealed() {
        guess(student(1), "base");
        chat.await("the count", room -> room.room().toString().contains("answered[1, 1]"));

        command(TEACHER, "reveal");

        chat.await("the reveal", room -> room.room().toString().contains("stagematch.answer"));
        chat.await("their own part", room -> room.whispers().stream().anyMatch(one -> one.startsWith("s1 first/1 ")));
    }

    @Test
    void aGuessMayBeChangedUntilTheRevealAndIsRefusedAfterIt() {
        guess(student(1), "base");
        guess(student(1), "rlhf");
        command(TEACHER, "reveal");

        assertThat(guess(student(1), "base").toString()).contains("late");
        assertThat(new EntryReader(store.database().jdbi())
                        .lesson(lesson().id())
                        .value("s1", "guess"))
                .contains("rlhf");
    }

    @Test
    void thirtyGuessesAtOnceAllCount() {
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        IntStream.rangeClosed(1, 30).forEach(i -> replies.add(engine.handle(press(student(i), guessing("base")))));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.join().toString()).contains("stagematch.receipt"));
        assertThat(new EntryReader(store.database().jdbi())
                        .lesson(lesson().id())
                        .count("guess", "base"))
                .isEqualTo(30);
        chat.await("the count", room -> room.room().toString().contains("answered[30, 30]"));
        assertThat(chat.edits()).isLessThan(60);
    }

    @Test
    void aMoveDeliveredTwiceIsMadeOnce() {
        Interaction next = press(TEACHER, consoleButton("next"));
        done(next);
        Reply again = done(next);

        assertThat(again.toString()).contains("engine.moved-on");
        assertThat(lesson().round()).isEqualTo(1);
    }

    @Test
    void theNextThingGoesThroughTheWholeLesson() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Lesson lesson = lesson();
            places.add(lesson.step() + lesson.round());
            command(TEACHER, "next");
        }
        assertThat(places)
                .containsExactly("first1", "first1", "first2", "first2", "second1", "second1", "second1", "second1");
    }

    @Test
    void goingBackShowsTheRoundAtTheBottomAgainAsItWas() {
        command(TEACHER, "next");
        command(TEACHER, "next");
        chat.await("round 2", room -> room.room().toString().contains("engine.title.round[1, First, 2, 2]"));
        command(TEACHER, "back");

        chat.await("round 1 at the bottom", room -> {
            List<Message> posts = room.room();
            return posts.get(posts.size() - 1).toString().contains("First, 1, 2]");
        });
        assertThat(guess(student(1), "base").toString()).contains("late");
    }

    @Test
    void studentsCannotDoTeachersThings() {
        assertThat(command(student(1), "next").toString()).contains("engine.teachers-only");
        assertThat(done(press(student(1), consoleButton("next"))).toString()).contains("engine.teachers-only");
        assertThat(lesson().version()).isEqualTo(1);
    }

    @Test
    void aButtonOfAnotherRoomsLessonIsRefused() {
        Interaction elsewhere = new Interaction(
                "x",
                new Room(PaperPlatform.NAME, "other"),
                TEACHER,
                Instant.now(),
                new Interaction.Press(guessing("base")));
        assertThat(done(elsewhere).toString()).contains("engine.no-such-lesson");
    }

    @Test
    void whoAnswersHasJoinedAndGetsAPartner() {
        guess(student(1), "base");
        guess(student(2), "base");
        assertThat(new Rosters(store.database().jdbi()).of(lesson().id()).partners(Pairing.EXPLORE, "s1"))
                .containsExactly("s2");
    }

    @Test
    void aPostThatWasDeletedComesBack() {
        String first = chat.addressOf(message -> message.toString().contains("First, 1, 2]"))
                .orElseThrow();
        chat.delete(first);
        guess(student(1), "base");
        chat.await("the post anew", room -> room.room().toString().contains("answered[1, 1]"));
    }

    @Test
    void aRateLimitDelaysAndNeverLoses() {
        chat.failNext(() -> new PlatformException.RateLimited("slower", Duration.ofMillis(20)));
        guess(student(1), "base");
        chat.await("the count", room -> room.room().toString().contains("answered[1, 1]"));
    }

    @Test
    void whatWaitsAfterAFailureIsDrawnAtOnceWhenTheChatIsBack() {
        engine.close();
        DrivenTime time = DrivenTime.standing();
        engine = engine("two", time);
        engine.start();
        time.settle();
        chat.failNext(() -> new PlatformException.Transient("away"));
        guess(student(1), "base");
        time.advance(chat.pace());
        assertThat(chat.room().toString()).doesNotContain("answered[1, 1]");

        chat.back();

        time.settle();
        assertThat(chat.room().toString()).contains("answered[1, 1]");
    }

    @Test
    void anotherInstanceTakesUpWhatACrashLeft() {
        engine.close();
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute("update post set wanted = wanted + 1, digest = null"));
        int before = chat.edits();
        engine = engine("two");
        engine.start();
        chat.await("the sweep", room -> room.edits() > before);
    }

    @Test
    void aPausedLessonTakesNoAnswers() {
        command(TEACHER, "pause");
        assertThat(guess(student(1), "base").toString()).contains("engine.not-while-paused");
        command(TEACHER, "resume");
        assertThat(guess(student(1), "base").toString()).contains("stagematch.receipt");
    }

    @Test
    void theClockStandsWhileALessonIsPaused() {
        command(TEACHER, "pause");
        chat.await("the paused console", room -> room.console().toString().contains("console.paused"));
        // Two minutes of the five were over when it was paused; that was six minutes ago.
        store.database()
                .jdbi()
                .useHandle(handle -> handle.execute("update lesson set paused_at = paused_at - interval '6 minutes',"
                        + " step_since = step_since - interval '8 minutes'"));
        command(TEACHER, "resume");

        chat.await("the console to go on", room -> room.console().toString().contains("console.planned"));
        assertThat(chat.console().toString()).doesNotContain("console.wrap-up");
        assertThat(Duration.between(lesson().stepSince(), Instant.now()))
                .isBetween(Duration.ofSeconds(119), Duration.ofMinutes(7));
    }

    @Test
    void whatIsKeptAboutSomebodyCanBeSeenAndErased() {
        guess(student(1), "base");
        assertThat(command(student(1), "me").toString())
                .containsPattern("engine.me.line\\[First, 1, stagematch.recall\\[Prompt \\d, Base]]");
        done(press(student(1), new Action(lesson().id(), "", 0, "forget-now", "")));
        assertThat(new EntryReader(store.database().jdbi())
                        .lesson(lesson().id())
                        .all())
                .isEmpty();
        assertThat(new Rosters(store.database().jdbi()).of(lesson().id()).participant("s1"))
                .isEmpty();
    }
}
