package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A telephone, on which no post fits: it follows the lesson, until somebody scrolls away to read. */
class FollowingTest {
    private final School school = new School(1);
    private final Teacher teacher = school.teacher();
    private final Visitor mira = school.student(0);
    private final Locator newest = mira.page().locator("#newest");

    @AfterEach
    void close() {
        school.close();
    }

    @BeforeEach
    void lead() {
        mira.page().setViewportSize(390, 500);
        mira.wants(ReducedMotion.NO_PREFERENCE);
        teacher.start();
        school.leadTo("Stage Matcher");
        beginningIsSeen();
    }

    @Test
    void aBusyPageThatIsToldLateOfItsOwnScrollingGoesOnFollowing() {
        afterSomeFrames(mira, "dispatchEvent(new Event('scroll'))");
        nextRound();

        beginningIsSeen();
        assertThat(newest).isHidden();
    }

    @Test
    void whoScrollsUpToReadIsLeftThereAndFollowsAgainAtAPress() {
        afterSomeFrames(mira, "scrollTo({top: 0})");
        nextRound();
        assertThat(newest).isVisible();
        assertThat(mira.page().locator("#messages h3").first()).isInViewport();

        followsAgainAtAPress();
        assertThat(newest).isHidden();
    }

    /** So low that only a few lines fit, the page scrolls as a whole. */
    @Test
    void aTelephoneHeldSidewaysFollowsUntilSomebodyScrollsUpToRead() {
        mira.page().setViewportSize(740, 360);
        beginningIsSeen();
        nextRound();
        beginningIsSeen();
        assertThat(newest).isHidden();

        afterSomeFrames(mira, "ownerDocument.scrollingElement.scrollTo({top: 0})");
        nextRound("(3 of 3)");
        assertThat(newest).isVisible();
        assertThat(newest).isInViewport();
        assertThat(mira.page().locator("#messages h3").first()).isInViewport();

        followsAgainAtAPress();
    }

    @Test
    void aLowPageOfWhichAllIsSeenFollowsWhatComes() {
        try (School early = new School(1)) {
            Visitor first = early.student(0);
            first.page().setViewportSize(740, 440);
            first.say("/me");
            assertThat(first.own()).hasCount(1);
            early.teacher().start();
            first.sees("1 · Welcome");
            early.teacher().goOn();
            first.sees("2 · ");

            assertThat(first.post().locator("h3").first()).isInViewport();
            assertThat(first.page().locator("#newest")).isHidden();
        }
    }

    @Test
    void aTeacherWithATelephoneHeldSidewaysIsLeftAtTheConsole() {
        teacher.page().setViewportSize(740, 360);
        teacher.way().scrollIntoViewIfNeeded();
        afterSomeFrames(teacher, "getBoundingClientRect()");
        nextRound();
        teacher.sees("(2 of 3)");

        assertThat(teacher.way()).isInViewport();
    }

    @Test
    void thatAPressIsBeingSavedTakesNothingAwayFromATelephoneHeldSideways() {
        List<Route> held = new ArrayList<>();
        teacher.page().setViewportSize(740, 360);
        teacher.page().route("**/act", held::add);
        teacher.way().evaluate("button => button.scrollIntoView({block: 'end'})");
        double top = teacher.way().boundingBox().y;
        teacher.way().click();

        assertThat(teacher.page().locator(".act-note")).hasText(ENGLISH.say("web.script.saving"));

        assertThat(teacher.way().boundingBox().y).isEqualTo(top);
        held.remove(0).resume();
        teacher.sees(ENGLISH.say("stagematch.guesses"));
    }

    @Test
    void whatAConsoleAnswersStandsUnderTheButtonsItCameFrom() {
        Locator pairs = Visitor.button(teacher.console(), ENGLISH.say("console.pairs"));
        pairs.click();

        Locator answer = teacher.console().locator(".buttons + .for-own");
        assertThat(answer).containsText(ENGLISH.say("engine.pairs.title"));
        assertThat(pairs).isInViewport();
        teacher.goOn();
        assertThat(teacher.page().locator("#consoles")).containsText(ENGLISH.say("engine.pairs.title"));
    }

    @Test
    void whatAConsoleAnswersDoesNotKeepItsPageFromFollowing() {
        teacher.page().setViewportSize(1280, 600);
        afterSomeFrames(teacher, "scrollTo({top: 100000})");
        teacher.goOn();
        teacher.sees(ENGLISH.say("stagematch.guesses"));
        assertThat(teacher.post().locator("h3").first()).isInViewport();

        Visitor.button(teacher.console(), ENGLISH.say("console.pairs")).click();
        assertThat(teacher.console()).containsText(ENGLISH.say("engine.pairs.title"));
        teacher.goOn();
        teacher.sees("(2 of 3)");
        assertThat(teacher.post().locator("h3").first()).isInViewport();
        assertThat(teacher.page().locator("#newest")).isHidden();
    }

    private void nextRound() {
        nextRound("(2 of 3)");
    }

    private void nextRound(String round) {
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        teacher.goOn();
        mira.sees(round);
    }

    private void followsAgainAtAPress() {
        newest.click();
        assertThat(newest).isHidden();
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        beginningIsSeen();
    }

    private void beginningIsSeen() {
        assertThat(mira.post().locator("h3").first()).isInViewport();
    }

    /** Does something with the messages when the page has long drawn what is there, and lets it draw again. */
    private static void afterSomeFrames(Visitor visitor, String what) {
        visitor.page().evaluate("""
                async () => {
                    const frames = async () => {
                        for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
                    };
                    await frames();
                    document.getElementById('log').%s;
                    await frames();
                }
                """.formatted(what));
    }
}
