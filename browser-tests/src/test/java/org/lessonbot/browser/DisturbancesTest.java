package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.tck.Cable;

/** What a class meets on a bad day: nothing that was acknowledged is lost, and pages come back by themselves. */
class DisturbancesTest {
    private static final String BASE = "Base model";
    private static final String RLHF = "RLHF";

    private final Bot bot = new Bot();
    private final School school = new School(2, bot);
    private final Visitor mira = school.student(0);
    private final Visitor jonas = school.student(1);
    private final Teacher teacher = school.teacher();

    @BeforeEach
    void guess() {
        school.board();
        teacher.start();
        school.leadTo("Stage Matcher");
        mira.press(BASE);
        mira.isTold(say("stagematch.receipt", BASE));
        // Who works with whom is told once somebody does: until then it may come below all the rest, and move the page.
        for (Visitor student : school.students()) {
            assertThat(student.page().locator(".for-room").filter(text(say("engine.pairs.title"))))
                    .isVisible();
        }
    }

    @AfterEach
    void close() {
        school.close();
        bot.close();
    }

    @Test
    void whoReloadsThePageLosesNothing() {
        mira.page().reload();

        miraHasChosen(BASE);
        mira.press(RLHF);
        miraHasChosen(RLHF);
        teacher.page().reload();
        school.allSee(say("answered", 1, 1));
        mira.page().navigate(school.classroom().studentLink().toString());
        mira.page()
                .getByRole(AriaRole.LINK, named(say("web.join.again", "Mira")))
                .click();
        miraHasChosen(RLHF);
    }

    @Test
    void aStreamThatDropsIsTakenUpWhereItWas() {
        try (Cable network = new Cable(school.classroom().address())) {
            Visitor kim = new Visitor(school.chromium().newPage())
                    .joinByCode(network.near(), school.classroom().code(), "Kim");
            kim.press(RLHF);
            kim.isTold(say("stagematch.receipt", RLHF));
            network.cut();
            kim.isLive(false);
            assertThat(kim.page().locator("#state")).containsText(say("web.script.offline"));
            teacher.goOn();
            jonas.sees(say("stagematch.guesses"));

            network.mend();

            kim.isLive(true);
            kim.sees(say("stagematch.guesses"));
            // Being told unasked is a courtesy; whoever was away asks.
            kim.press(say("mine"));
            kim.isTold("You guessed");
            assertThat(kim.page().locator("#messages > .for-room").filter(text("3 · Stage Matcher")))
                    .hasCount(1);
        }
    }

    @Test
    void aRestartInTheMiddleLosesNothing() {
        bot.restart(() -> {
            mira.isLive(false);
            assertThat(mira.page().locator("#state")).containsText(say("web.script.offline"));
        });

        school.students().forEach(student -> student.isLive(true));
        teacher.isLive(true);
        miraHasChosen(BASE);
        jonas.press(RLHF);
        school.allSee(say("answered", 2, 2));
        teacher.goOn();
        school.allSee(say("stagematch.guesses"));
        mira.isTold("You guessed");
    }

    @Test
    void aPressWhileTheBotIsAwayIsSaidNotToHaveCounted() {
        bot.restart(() -> {
            jonas.press(RLHF);
            assertThat(alert(jonas)).containsText("NOT count");
        });

        jonas.isLive(true);
        jonas.press(RLHF);
        jonas.isTold(say("stagematch.receipt", RLHF));
        assertThat(alert(jonas)).hasCount(0);
    }

    @Test
    void aMistakeOfOurOwnIsNotCalledANetworkThatFailed() {
        jonas.page().evaluate("() => { crypto.getRandomValues = () => { throw new TypeError('on purpose'); }; }");

        jonas.press(RLHF);

        assertThat(jonas.page().locator("#broken")).isVisible();
        assertThat(jonas.page().locator(".act-note")).hasText(say("web.script.broken"));
        assertThat(Visitor.button(jonas.post(), RLHF)).not().hasAttribute("aria-disabled", "true");
    }

    @Test
    void withoutTheDatabaseAPressDoesNotCountAndTheClassGoesOnWhenItIsBack() {
        bot.cable().cut();

        jonas.press(RLHF);
        assertThat(jonas.page().getByText("NOT count").first()).isVisible();
        assertThat(Visitor.button(jonas.post(), RLHF)).hasAttribute("aria-pressed", "false");

        bot.cable().mend();

        jonas.page().waitForCondition(() -> {
            // Answered, so that the last one is not on its way any more: its button may be drawn anew before that.
            jonas.page().waitForResponse("**/act", () -> jonas.press(RLHF));
            assertThat(Visitor.button(jonas.post(), RLHF)).not().hasAttribute("aria-disabled", "true");
            return jonas.own().filter(text(say("stagematch.receipt", RLHF))).count() > 0;
        });
        assertThat(jonas.page().getByText("NOT count")).hasCount(0);
        school.allSee(say("answered", 2, 2));
        assertThat(school.classroom().entries().count("guess", "rlhf")).isEqualTo(1);
        teacher.goOn();
        school.allSee(say("stagematch.guesses"));
    }

    @Test
    void nothingMovesUnderAFingerThatPresses() {
        Locator button = Visitor.button(jonas.post(), RLHF);
        button.hover();
        jonas.page().mouse().down();
        jonas.page().evaluate("dispatchEvent(new PointerEvent('pointerup', {pointerId: 2, isPrimary: false}))");
        teacher.goOn();
        mira.sees(say("stagematch.guesses"));
        assertThat(button).isVisible();

        jonas.page().mouse().up();

        jonas.isTold(say("late"));
        jonas.sees(say("stagematch.guesses"));
    }

    /** A browser keeps six connections to a server, and each page holds one. */
    @Test
    void whoHasTheLessonOpenInManyTabsIsHeardInTheNewest() {
        Visitor newest = mira;
        for (int i = 0; i < 6; i++) {
            newest = new Visitor(mira.page().context().newPage());
            newest.page().navigate(mira.page().url());
            newest.isLive(true);
        }

        assertThat(mira.page().locator("#state")).containsText(say("web.script.elsewhere"));
        newest.press(RLHF);

        newest.isTold(say("stagematch.receipt", RLHF));
    }

    /** It is kept nowhere, so it has no number. */
    @Test
    void whoeverIsErasedReadsThatBelowAllThatWasThereAndHasAWayIn() {
        mira.say("/forget-me");
        Visitor.button(mira.told(say("engine.forget.sure")), say("engine.forget.now"))
                .click();

        mira.isTold(say("engine.forgotten", 1));
        Locator all = mira.page().locator("#messages > .message");
        assertThat(all.last()).containsText(say("engine.forgotten", 1));
        assertThat(all.first()).containsText("1 · ");
        assertThat(mira.page().locator("#state")).containsText(say("web.refused.session"));
        assertThat(mira.page().locator("#state a")).hasText(say("web.script.entrance"));
    }

    private void miraHasChosen(String stage) {
        mira.isTold(say("stagematch.receipt", stage));
        assertThat(Visitor.button(mira.post(), stage)).hasAttribute("aria-pressed", "true");
    }

    private static Locator alert(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.ALERT);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String say(String key, Object... arguments) {
        return ENGLISH.say(key, arguments);
    }
}
