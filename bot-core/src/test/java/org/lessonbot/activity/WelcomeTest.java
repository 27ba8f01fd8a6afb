package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Edition;

/** The plan that a class sees first. */
class WelcomeTest {
    private static final Pattern ALL = Pattern.compile("(\\d+) (minutes|Minuten)");
    private static final Pattern EACH = Pattern.compile("\\((\\d+) (min|Min\\.)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"how-ai-learns", "same-news", "wie-ki-lernt"})
    void theMinutesOfTheStepsAreThoseOfTheLessonInAClassInOneThatAddsAStepAndInAClub(String lesson) {
        Edition whole = new PaperClass(lesson, 2, Lesson.Pace.LIVE).edition();
        Edition usual = new Edition(whole.plan().inClass(""), whole.bank());

        assertThat(said(usual, Lesson.Pace.LIVE)).isEqualTo(whole.plan().minutes());
        said(whole, Lesson.Pace.LIVE);
        said(whole, Lesson.Pace.SELF);
    }

    /** How long the lesson is said to be: as long as its steps together. */
    private static int said(Edition edition, Lesson.Pace pace) {
        PaperClass room = new PaperClass(edition, 2, pace);
        room.open("welcome");
        String seen = Fits.all(room.drawing().room());
        int all = ALL.matcher(seen)
                .results()
                .mapToInt(WelcomeTest::number)
                .findFirst()
                .orElseThrow();
        assertThat(EACH.matcher(seen).results().mapToInt(WelcomeTest::number).sum())
                .as(seen)
                .isEqualTo(all);
        return all;
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1));
    }
}
