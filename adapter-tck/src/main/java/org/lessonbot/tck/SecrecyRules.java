package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what, and when. */
interface SecrecyRules extends Rules {
    @Test
    default void nothingButCountsIsShownBeforeTheReveal() {
        Sitting lesson = sitting();
        String before = digitsAndNames(lesson.current());
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.CAT);
        lesson.guess(student(3), Plans.DOG);
        Card counted = lesson.awaitCount(3, 3);

        assertThat(digitsAndNames(counted)).isEqualTo(before);
        assertThat(lesson.room().posts())
                .noneMatch(card -> card.shows(lesson.say("stagematch.guesses")))
                .noneMatch(card -> card.shows(Plans.CAT) || card.shows(Plans.DOG));
        assertThat(lesson.console(TEACHER).text())
                .doesNotContain(Plans.CAT, Plans.DOG, lesson.say("stagematch.guesses"));
        assertThat(lesson.room().whispers(student(3)))
                .noneMatch(card -> card.shows("Student 1") && card.shows(Plans.CAT));
        assertThat(lesson.room().command(student(3), "me").text()).doesNotContain("cat");
    }

    /** A post without its count, which is all that may change before the reveal. */
    private static String digitsAndNames(Card card) {
        return card.text().replaceAll("\\d+", "#");
    }

    @Test
    default void whispersReachOnlyTheirPerson() {
        Sitting lesson = sitting();
        String receipt = lesson.say("stagematch.receipt", Plans.CAT);
        lesson.room().command(student(2), "join");
        lesson.guess(student(1), Plans.CAT);
        lesson.awaitCount(1, 2);

        assertThat(lesson.room().whispers(student(1))).anyMatch(card -> card.shows(receipt));
        assertThat(lesson.room().whispers(student(2))).noneMatch(card -> card.shows(receipt));
        assertThat(lesson.room().whispers(TEACHER)).noneMatch(card -> card.shows(receipt));
        assertThat(lesson.room().posts()).noneMatch(card -> card.shows(receipt));
    }

    @Test
    default void theConsoleIsForTeachersAlone() {
        Sitting lesson = sitting();
        String title = lesson.say("console.title", Plans.quick().plan().title());
        assertThat(lesson.console(TEACHER).text()).contains(title);

        lesson.room().command(student(1), "join");
        Seen refused = lesson.room().command(student(1), "console");

        assertThat(refused.text()).contains(lesson.say("engine.teachers-only")).doesNotContain(title);
        assertThat(lesson.room().console(student(1))).isEmpty();
        assertThat(lesson.room().posts()).noneMatch(card -> card.shows(title));
        assertThat(lesson.room().whispers(student(1))).noneMatch(card -> card.shows(title));
    }

    @Test
    default void afterTheRevealEverybodySeesWhatTheyAndTheirPartnerChose() {
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.CAT);
        Card revealed = lesson.reveal();

        Seen mine = lesson.room().press(student(1), revealed, lesson.say("mine"));

        assertThat(mine.text()).contains(Plans.CAT).contains(lesson.say("partner.same", "Student 2", Plans.CAT));
        assertThat(lesson.room().posts()).noneMatch(card -> card.shows(mine.text()));
    }

    @Test
    default void theirOwnPartIsShownToThemUnasked() {
        needs(Feature.UNASKED_WHISPERS);
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.CAT);
        lesson.reveal();

        String same = lesson.say("partner.same", "Student 2", Plans.CAT);
        await().until(
                        "a whisper about the partner",
                        () -> lesson.room().whispers(student(1)),
                        whispers -> whispers.stream().anyMatch(card -> card.shows(same)));
    }

    @Test
    default void whoDidNotAnswerHearsNothingUnasked() {
        needs(Feature.UNASKED_WHISPERS);
        Sitting lesson = sitting();
        lesson.room().command(student(2), "join");
        lesson.guess(student(1), Plans.CAT);
        Card revealed = lesson.reveal();

        String none = lesson.say("partner.none", "Student 2");
        await().until(
                        "a whisper to who answered",
                        () -> lesson.room().whispers(student(1)),
                        whispers -> whispers.stream().anyMatch(card -> card.shows(none)));
        assertThat(lesson.room().whispers(student(2))).noneMatch(card -> card.shows(lesson.say("mine.none")));
        assertThat(lesson.room().press(student(2), revealed, lesson.say("mine")).text())
                .contains(lesson.say("mine.none"));
    }

    @Test
    default void whatIsShownUnaskedTakesNothingAwayThatSomebodyAskedFor() {
        needs(Feature.UNASKED_WHISPERS);
        Sitting lesson = sitting();
        lesson.guess(student(1), Plans.CAT);
        lesson.guess(student(2), Plans.CAT);
        String asked = lesson.room().command(student(1), "me").text();
        lesson.reveal();

        String same = lesson.say("partner.same", "Student 2", Plans.CAT);
        List<Card> whispers = await().until(
                        "a whisper about the partner",
                        () -> lesson.room().whispers(student(1)),
                        all -> all.stream().anyMatch(card -> card.shows(same)));
        assertThat(whispers).extracting(Card::text).contains(asked);
    }
}
