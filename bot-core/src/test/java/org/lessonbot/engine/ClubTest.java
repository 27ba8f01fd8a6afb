package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.store.Lessons;

/** A club takes the shipped lesson over ten days, by a clock that the test moves. */
class ClubTest extends ClubOverDays {
    @Test
    void whatWasUnderstoodIsSaidBackBeforeItCounts() {
        Message offer =
                command(LEADER, "start", Map.of("pace", "self", "until", "Friday 18:00", "zone", "Europe/Berlin"));

        assertThat(offer.toString()).contains("Friday, 23 October 2026, 18:00", "Europe/Berlin");
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        press(LEADER, button(offer, "Start the club"));

        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);
    }

    @Test
    void anAmbiguousOrPastTimeIsAskedBackWithAnExampleAndWhatWasTyped() {
        for (String odd : List.of("3/4", "soonish", "2026-10-01", "8")) {
            Message asked = command(LEADER, "start", Map.of("pace", "self", "until", odd));

            assertThat(asked.toString()).contains(odd);
            assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();
        }
    }

    @Test
    void thePostSaysWhereTheClubIsAndNamesNobody() {
        start(ROOM);
        press(ANN, hubButton("Continue"));

        chat.await("one who takes part", room -> room.room().toString().contains("0 of 1 have finished this part"));
        assertThat(chat.room()).hasSize(1);
        assertThat(hub().toString())
                .contains("Part 1, On your own: going on until")
                .doesNotContain("Ann");
    }

    @Test
    void everybodyGoesOnWhereTheyLeftOffAlsoAfterARestart() {
        start(ROOM);
        Message first = press(ANN, hubButton("Continue"));
        assertThat(first.toString()).contains("You are in, Ann!", "1 · Welcome");
        Message second = press(ANN, button(first, "Continue"));
        assertThat(second.toString()).contains("2 · The three training stages");

        engines.remove(0).close();
        engine("two").start();

        assertThat(press(ANN, hubButton("Continue")).toString()).contains("2 · The three training stages");
        assertThat(press(BEN, hubButton("Continue")).toString()).contains("1 · Welcome");
    }

    @Test
    void whatOthersAnsweredIsSealedUntilOnesOwnAnswerIs() {
        start(ROOM);
        Message ann = untilSeen(ANN, "Which stage of training wrote this?");
        Message ben = untilSeen(BEN, "Which stage of training wrote this?");
        assertThat(ann.toString()).doesNotContain("Labelled[label=It was");

        Message sealed = press(ANN, button(ann, "RLHF"));

        assertThat(sealed.toString())
                .contains("Labelled[label=It was")
                .contains("You guessed")
                .contains("Continue");
        assertThat(untilSeen(BEN, "Which stage of training wrote this?").toString())
                .isEqualTo(ben.toString().replace("text=0 of 2 answered, done=0", "text=1 of 2 answered, done=1"));
        Message late = press(ANN, button(ann, "Base model"));
        assertThat(late.toString()).contains("did not count").doesNotContain("Base model. ");
    }

    @Test
    void theStretchesEndByTheClockOneAfterAnotherAndTheLessonCloses() {
        start(ROOM);
        press(ANN, hubButton("Continue"));

        clock.moveTo(BEGIN.plus(Duration.ofDays(5)).plusSeconds(60));
        chat.await("the second part", room -> room.room().toString().contains("Part 2, Choosing questions: going on"));
        assertThat(chat.room()).hasSize(1);
        assertThat(hub().toString()).contains("Part 1, On your own: over");
        assertThat(untilSeen(ANN, "9 · Question review").toString()).contains("Upvote");

        clock.moveTo(BEGIN.plus(Duration.ofDays(10)).plusSeconds(60));
        chat.await("the close", room -> room.room().toString().contains("The club is over"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.ENDED);
        chat.await("what it came to", room -> room.room().toString().contains("What you did together"));
        chat.await("a thread under it", room -> room.threads().equals(List.of("What came of it: talk about it here")));
    }

    @Test
    void whileItIsPausedTheClockStands() {
        start(ROOM);
        command(LEADER, "pause", Map.of());
        clock.move(Duration.ofDays(20));
        command(LEADER, "resume", Map.of());

        String end = store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select date_trunc('minute', local)::text || zone from deadline where stretch = 0")
                        .mapTo(String.class)
                        .one());
        assertThat(end).isEqualTo("2026-11-14 09:00:00UTC");
    }

    @Test
    void partnersComeFromAPoolAndNobodyWaitsForOne() {
        start(ROOM);
        List<Person> members = List.of(ANN, BEN, new Person("c", "Cem", false), new Person("d", "Dia", false));
        members.forEach(member -> press(member, hubButton("Continue")));
        next();
        next();
        String investigate = "10 · Investigate";

        Message ann = untilSeen(ANN, investigate);
        assertThat(ann.toString()).contains("You get a partner as soon as 4 have come this far");
        write(ANN, ann, "Because raters choose it.");
        String done = "1 of 4 has finished this part";
        chat.await(
                "that she has done what there is to do",
                room -> room.room().toString().contains(done));
        assertThat(untilSeen(BEN, investigate).toString()).doesNotContain("Because raters choose it.");
        untilSeen(members.get(2), investigate);
        assertThat(untilSeen(members.get(3), investigate).toString()).contains("You work with");

        String ben = write(BEN, untilSeen(BEN, investigate), "Because it is rewarded.")
                .toString();
        assertThat(ben).contains("Your answer", "Because it is rewarded.", "Because raters choose it.");

        next();
        chat.await("the last part", room -> room.console().toString().contains("Part 4 of 4"));
        assertThat(chat.console().toString()).doesNotContain("Who speaks next");
        assertThat(untilSeen(ANN, "11 · Share out (1").toString()
                        + untilSeen(ANN, "11 · Share out (2").toString())
                .contains("What you found", "What somebody in your club found");
    }

    @Test
    void whoStillWaitsAtHalfTimeIsDealtRound() {
        start(ROOM);
        press(ANN, hubButton("Continue"));
        press(BEN, hubButton("Continue"));
        next();
        next();
        untilSeen(ANN, "10 · Investigate");
        untilSeen(BEN, "10 · Investigate");

        clock.move(Duration.ofDays(8));

        chat.await("partners", room -> room.whispers().toString().contains("You work with Ben"));
        assertThat(untilSeen(ANN, "10 · Investigate").toString()).contains("You work with Ben.");
    }

    @Test
    void whoeverComesToAPartnersStepWhenItsPartIsOverStillGetsOne() {
        start(ROOM);
        press(ANN, hubButton("Continue"));
        press(BEN, hubButton("Continue"));
        next();
        next();
        next();

        untilSeen(ANN, "10 · Investigate");

        assertThat(untilSeen(BEN, "10 · Investigate").toString()).contains("You work with Ann.");
    }

    @Test
    void whoeverHadNothingLeftToDoIsShownThatAPartHasBegun() {
        start(ROOM);
        untilSeen(ANN, "You are through with this part");
        press(BEN, hubButton("Continue"));

        clock.moveTo(BEGIN.plus(Duration.ofDays(5)).plusSeconds(60));

        chat.await("the news", room -> room.whispers().toString().contains("Part 2 has begun: Choosing questions."));
        assertThat(chat.whispers())
                .filteredOn(whisper -> whisper.contains("has begun"))
                .singleElement()
                .asString()
                .startsWith(ANN.id() + " ")
                .contains("Continue");
    }

    @Test
    void aClassFinishesAtHomeWhatItDidNotComeTo() {
        command(LEADER, "start", Map.of());
        command(ANN, "join", Map.of());
        for (int i = 0; i < 3; i++) {
            next();
        }
        Message offer = command(LEADER, "finish-later", Map.of("until", "Sunday 20:00", "zone", "Europe/Berlin"));
        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.LIVE);

        press(LEADER, button(offer, "Finish later"));

        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);
        chat.await("the post", room -> room.room().toString().contains("Part 1, On your own: going on until"));
        assertThat(press(ANN, hubButton("Continue")).toString()).contains("3 · Stage Matcher (2 of 3)");
        assertThat(press(BEN, hubButton("Continue")).toString()).contains("3 · Stage Matcher (2 of 3)");

        untilSeen(ANN, "You are through with this part");
        press(LEADER, button(command(LEADER, "end", Map.of()), "End it"));

        chat.await("the summary", room -> room.room().toString().contains("On your own: 1 of 2"));
    }

    @Test
    void aClassThatIsPausedFinishesAtHomeAndAnswersCount() {
        command(LEADER, "start", Map.of());
        for (int i = 0; i < 3; i++) {
            next();
        }
        command(LEADER, "pause", Map.of());
        Message offer = command(LEADER, "finish-later", Map.of("until", "Sunday 20:00", "zone", "Europe/Berlin"));

        press(LEADER, button(offer, "Finish later"));

        assertThat(lesson().status()).isEqualTo(Lesson.Status.RUNNING);
        press(ANN, onward(ROOM));
        assertThat(press(ANN, new Action(lesson().id(), "match", 2, "guess", "base"))
                        .toString())
                .contains("You guessed");
    }

    @Test
    void theSummarySaysHowManyFinishedEachPart() {
        start(ROOM);
        untilSeen(ANN, "You are through with this part");
        press(BEN, hubButton("Continue"));

        press(LEADER, button(command(LEADER, "end", Map.of()), "End it"));

        chat.await(
                "the summary",
                room -> room.room().toString().contains("On your own: 1 of 2, Choosing questions: 0 of 2"));
    }

    @Test
    void theLeaderSeesWhoIsWhere() {
        start(ROOM);
        press(ANN, button(press(ANN, hubButton("Continue")), "Continue"));
        press(BEN, hubButton("Continue"));

        assertThat(command(LEADER, "console", Map.of()).toString())
                .contains("On the way (1)", "Ann", "Not begun (1)", "Ben");
    }
}
