package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Lesson;

/** What becomes of an answer. */
interface AnsweringRules extends Rules {
    @Test
    default void anAnswerCountsAndItsPersonIsTold() {
        Sitting lesson = sitting();

        assertThat(lesson.guess(student(1), Plans.CAT).text()).contains(lesson.say("stagematch.receipt", Plans.CAT));
        assertThat(lesson.entries().count("guess", "cat")).isEqualTo(1);
        lesson.awaitCount(1, 1);
    }

    @Test
    default void anAnswerMayBeChangedUntilTheReveal() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(1), Plans.DOG);

        assertThat(lesson.entries().count("guess", "dog")).isEqualTo(1);
        assertThat(lesson.entries().count("guess", "cat")).isZero();
        lesson.awaitCount(1, 1);
    }

    /** A rater's shift: each answer brings the next pair, to whoever gave it alone. */
    @Test
    default void pairAfterPairIsRatedInPrivate() {
        Sitting lesson = Sitting.start(bot(), school(), Plans.RATING);
        List<String> seen = new ArrayList<>();
        for (int person = 1; person <= 2; person++) {
            Card turn = lesson.room()
                    .press(student(person), lesson.current(), lesson.say("shift.begin"))
                    .card();
            for (int pair = 0; pair < 4; pair++) {
                seen.add(turn.text());
                turn = lesson.room()
                        .press(student(person), turn, lesson.say("preference.side-a"))
                        .card();
            }
            assertThat(turn.text()).contains(lesson.say("shift.rated", 4));
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(lesson.entries().size()).isEqualTo(8);
        lesson.awaitCurrent("how many ratings there are", card -> card.shows(lesson.say("shift.so-far", 8)));
        assertThat(lesson.room().posts())
                .noneMatch(card -> card.button(lesson.say("preference.side-a")).isPresent());
    }

    @Test
    default void aClickDeliveredTwiceCountsOnce() {
        needs(Feature.REDELIVERY);
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.DOG);
        lesson.room().redeliver(student(1));

        assertThat(lesson.entries().size()).isEqualTo(2);
        lesson.awaitCount(2, 2);
    }

    @Test
    default void aMoveDeliveredTwiceIsMadeOnce() {
        needs(Feature.REDELIVERY);
        Sitting lesson = sitting();
        lesson.reveal();
        lesson.room().command(TEACHER, "next");
        Lesson moved = lesson.lesson();
        lesson.room().redeliver(TEACHER);

        assertThat(moved.round()).isEqualTo(2);
        assertThat(lesson.lesson()).isEqualTo(moved);
        lesson.awaitCurrent("the second round", card -> card.shows(lesson.roundTitle(0, 2)));
    }

    @Test
    default void aFormDeliveredTwiceAndThriceCountsOnce() {
        needs(Feature.REDELIVERY);
        Sitting lesson = sitting();
        Sheet form = lesson.room().command(TEACHER, "prompt").sheet();
        Map<String, String> filled =
                form.fields().stream().collect(Collectors.toMap(Sheet.Field::label, field -> "What does the fox say?"));
        lesson.room().submit(TEACHER, form, filled);
        lesson.awaitCurrent("the teacher's own prompt", card -> card.shows("What does the fox say?"));
        Lesson moved = lesson.lesson();

        lesson.room().redeliver(TEACHER);
        lesson.room().redeliver(TEACHER);

        assertThat(lesson.lesson()).isEqualTo(moved);
        lesson.settled();
        assertThat(lesson.room().posts())
                .filteredOn(card -> card.shows("What does the fox say?"))
                .hasSize(1);
    }

    @Test
    default void aLateClickIsToldSo() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        lesson.guess(student(1), Plans.CAT);
        lesson.reveal();

        Seen late = lesson.room().press(student(2), open, Plans.CAT);

        assertThat(late.text()).contains(lesson.say("late"));
        assertThat(lesson.entries().size()).isEqualTo(1);
    }

    @Test
    default void thirtyAnswersAtOnceAllCount() throws Exception {
        Sitting lesson = sitting();
        Card open = lesson.current();
        ExecutorService hands = Executors.newFixedThreadPool(30);
        List<Future<Seen>> told = IntStream.rangeClosed(1, 30)
                .mapToObj(n ->
                        hands.submit(() -> lesson.room().press(student(n), open, n % 2 == 0 ? Plans.CAT : Plans.DOG)))
                .toList();
        for (Future<Seen> one : told) {
            assertThat(one.get().text()).containsAnyOf(Plans.CAT, Plans.DOG);
        }
        hands.shutdown();

        assertThat(lesson.entries().count("guess", "cat")).isEqualTo(15);
        assertThat(lesson.entries().count("guess", "dog")).isEqualTo(15);
        lesson.awaitCount(30, 30);
    }

    @Test
    default void aPausedLessonSaysSoAndTakesNoAnswers() {
        Sitting lesson = sitting();
        Card open = lesson.current();
        lesson.room().command(TEACHER, "pause");
        lesson.awaitCurrent("the word that it is paused", card -> card.shows(lesson.say("engine.paused")));

        assertThat(lesson.room().press(student(1), open, Plans.CAT).text())
                .contains(lesson.say("engine.not-while-paused"));
        assertThat(lesson.entries().isEmpty()).isTrue();

        lesson.room().command(TEACHER, "resume");
        lesson.awaitCurrent("the lesson to go on", card -> !card.shows(lesson.say("engine.paused")));
        lesson.guess(student(1), Plans.CAT);
        lesson.awaitCount(1, 1);
    }

    @Test
    default void everybodyCanSeeBeforeTheRevealWhatIsKeptOfThemAndThatNothingIs() {
        Sitting lesson = sitting();
        Card open = lesson.current();

        assertThat(lesson.room().press(student(1), open, lesson.say("mine")).text())
                .contains(lesson.say("mine.none-yet"));
        lesson.room().press(student(1), open, Plans.CAT);
        assertThat(lesson.room().press(student(1), open, lesson.say("mine")).text())
                .contains(lesson.say("stagematch.receipt", Plans.CAT));
    }

    @Test
    default void whoComesInByAnsweringIsToldSoAndWithWhom() {
        needs(Feature.ACCOUNTS);
        Sitting lesson = sitting();
        Card open = lesson.current();

        assertThat(lesson.room().press(student(1), open, Plans.CAT).text())
                .contains(lesson.say("stagematch.receipt", Plans.CAT))
                .contains(lesson.say("engine.joined", "Student 1"))
                .contains(lesson.say("engine.partner.none"));
        assertThat(lesson.room().press(student(2), open, Plans.CAT).text())
                .contains(lesson.say("engine.joined", "Student 2"))
                .contains(lesson.say("engine.partner", "Student 1"));
        assertThat(lesson.room().press(student(2), open, Plans.DOG).text())
                .contains(lesson.say("stagematch.receipt", Plans.DOG))
                .doesNotContain(lesson.say("engine.joined", "Student 2"));
    }

    @Test
    default void whoGetsAPartnerHearsItWithoutAsking() {
        needs(Feature.UNASKED_WHISPERS);
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join");
        // Discord reaches people by what they did, once the bot has heard that its answer stands there.
        lesson.room().command(student(1), "me");
        lesson.guess(student(2), Plans.CAT);

        String partner = lesson.say("engine.partner", "Student 2");
        await().until(
                        "a whisper about the partner",
                        () -> lesson.room().whispers(student(1)),
                        whispers -> whispers.stream().anyMatch(card -> card.shows(partner)));
    }

    @Test
    default void whatIsKeptAboutSomebodyIsShownToThemAloneAndErasedWhenTheyAsk() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.CAT);

        assertThat(lesson.room().command(student(1), "me").text()).contains(": " + Plans.CAT);
        Card sure = lesson.room().command(student(1), "forget-me").card();
        Seen done = lesson.room().press(student(1), sure, lesson.say("engine.forget.now"));

        assertThat(done.text()).contains(lesson.say("engine.forgotten", 1));
        assertThat(lesson.entries().size()).isEqualTo(1);
        lesson.awaitCount(1, 1);
    }

    @Test
    default void whoeverIsForgottenIsInNoPostAndNoTable() {
        Sitting lesson = sitting();
        Someone quokka = Someone.named("Quokka");
        lesson.guess(quokka, Plans.CAT);
        String id = lesson.entries().all().get(0).person();
        lesson.guess(student(2), Plans.DOG);
        lesson.reveal();
        lesson.settled();
        assertThat(bot().traces(id)).isNotEmpty();
        assertThat(lesson.room().posts()).anyMatch(post -> post.shows(quokka.name()));

        Card sure = lesson.room().command(quokka, "forget-me").card();
        lesson.room().press(quokka, sure, lesson.say("engine.forget.now"));

        lesson.settled();
        assertThat(bot().traces(id, quokka.name())).isEmpty();
        await().until(
                        "posts without the name",
                        lesson.room()::posts,
                        posts -> posts.stream().noneMatch(post -> post.shows(quokka.name())));
    }
}
