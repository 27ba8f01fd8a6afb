package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
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

        newest.click();
        assertThat(newest).isHidden();
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        beginningIsSeen();
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
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        teacher.goOn();
        mira.sees("(3 of 3)");
        assertThat(newest).isVisible();
        assertThat(newest).isInViewport();
        assertThat(mira.page().locator("#messages h3").first()).isInViewport();

        newest.click();
        assertThat(newest).isHidden();
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        beginningIsSeen();
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

    /** Whether the stream or the reply comes first is chance, so what the page does with a reply is asked of it alone. */
    @Test
    void whatIsPressedInAnAnswerOfTheConsoleIsAnsweredInItsPlace() {
        Object shown = teacher.page().evaluate("""
                async () => {
                    const names = performance.getEntriesByType('resource').map(entry => entry.name);
                    const {messages} = await import(names.find(name => name.endsWith('/messages.js')));
                    const part = () => document.body.appendChild(document.createElement('div'));
                    const [log, room, consoles, announcer, newest] = [part(), part(), part(), part(), part()];
                    log.append(room);
                    const {show} = messages(key => key, {log, room, consoles, announcer, newest});
                    const list = '<p>list</p><form class="picker"><button>Choose</button></form>';
                    show({number: 1, version: 1, place: 1, where: 'console', html: '<div class="buttons"><button>List</button></div>'});
                    const answer = {number: 2, version: 1, place: 2, where: 'own', under: 1, html: list};
                    show(answer, consoles.querySelector('.buttons button'));
                    show({...answer, version: 2, html: '<p>asked</p>'}, consoles.querySelector('.picker button'));
                    return consoles.querySelector('.buttons + .for-own .body').textContent;
                }
                """);
        assertEquals("asked", shown);
    }

    /** A post that changes is shown from its beginning, and may be longer than the page. */
    @Test
    void whatStandsAloneBelowALongPostThatChangesIsPointedAt() {
        Object pointedAt = mira.page().evaluate("""
                async () => {
                    const names = performance.getEntriesByType('resource').map(entry => entry.name);
                    const {messages} = await import(names.find(name => name.endsWith('/messages.js')));
                    const part = () => document.body.appendChild(document.createElement('div'));
                    const [log, room, consoles, announcer, newest] = [part(), part(), part(), part(), part()];
                    log.id = 'log';
                    log.style.cssText = 'height: 100px; flex: none; overflow: auto';
                    log.append(room);
                    newest.hidden = true;
                    const {show, ready} = messages(key => key, {log, room, consoles, announcer, newest});
                    ready();
                    const post = (version, text) => show({number: 1, version, place: 1, where: 'room', under: 0,
                        html: `<p style="height: 500px">${text}</p>`});
                    const pointedAt = [];
                    post(1, 'before');
                    pointedAt.push(!newest.hidden);
                    show({number: 2, version: 1, place: 2, where: 'own', under: 0, html: '<p>news</p>'});
                    pointedAt.push(!newest.hidden);
                    post(2, 'after');
                    pointedAt.push(!newest.hidden);
                    return pointedAt.join();
                }
                """);
        assertEquals("false,false,true", pointedAt);
    }

    private void nextRound() {
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
        teacher.goOn();
        mira.sees("(2 of 3)");
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
