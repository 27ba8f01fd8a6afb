package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A student who has no mouse, and one who hears the page. */
class KeyboardTest {
    private static final int MOST_TABS = 60;

    private final School school = new School(1);
    private final Teacher teacher = school.teacher();
    private final Page page = school.chromium().newPage();
    private final Visitor kim = new Visitor(page);

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aStudentGoesAllTheWayByKeyboardAlone() {
        page.navigate(school.classroom().studentLink().toString());
        // The page gives its field the focus when it is first drawn, which may be after it has come.
        assertThat(page.getByLabel(ENGLISH.say("web.join.name"))).isFocused();
        type("Kim");
        press("Enter");
        teacher.start();
        kim.sees("1 · Welcome");
        go(ENGLISH.say("welcome.join"));
        press("Enter");
        kim.isTold(ENGLISH.say("engine.joined", "Kim"));

        school.leadTo("Stage Matcher");
        kim.sees("3 · Stage Matcher");
        go("RLHF");
        press("Space");
        kim.isTold(ENGLISH.say("stagematch.receipt", "RLHF"));
        isAt("RLHF");
        school.student(0).press("Base model");
        kim.sees(ENGLISH.say("answered", 2, 2));
        isAt("RLHF");
        teacher.goOn();
        assertThat(heard()).containsText("You guessed");

        school.leadTo("What did you notice?");
        kim.sees("4 · What did you notice?");
        go(ENGLISH.say("discussion.share"));
        press("Enter");
        assertThat(kim.dialog().getByRole(AriaRole.TEXTBOX).first()).isFocused();
        type("It never stops.");
        press("Tab");
        press("Enter");
        kim.isTold(ENGLISH.say("discussion.receipt"));
        isAt(ENGLISH.say("discussion.share"));
        kim.sees("It never stops.");
        isAt(ENGLISH.say("discussion.share"));

        press("Tab");
        isAt(ENGLISH.say("discussion.mine"));
        press("Enter");
        kim.isTold("It never stops.");
        go("/");
        type("/m");
        press("ArrowDown");
        press("Enter");
        press("Enter");
        kim.isTold(ENGLISH.say("engine.me.title"));
    }

    @Test
    void whatIsTypedBeforeThePageListensIsKept() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        kim.isLive(true);
        List<Route> scripts = new ArrayList<>();
        page.route("**/room.js", scripts::add);
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        Locator line = page.locator("#compose");
        line.fill("/me");
        line.press("Enter");
        page.waitForCondition(() -> scripts.size() == 1);
        assertThat(line).hasValue("/me");

        scripts.remove(0).resume();
        kim.isLive(true);
        line.press("Enter");

        assertThat(line).hasValue("");
        kim.isTold(ENGLISH.say("engine.no-lesson"));
    }

    @Test
    void aTeacherGoesOnAndOnByTheSameKeyAndHearsWhereTheLessonIs() {
        teacher.start();
        Page desk = teacher.page();
        teacher.way().focus();
        for (int step = 2; step <= 3; step++) {
            desk.keyboard().press("Enter");
            assertThat(teacher.console()).containsText(ENGLISH.say("console.where", step, 12));
            assertThat(teacher.way()).isFocused();
            assertThat(desk.locator("#announcer")).containsText(ENGLISH.say("console.where", step, 12));
        }
        String pressed = String.valueOf(teacher.way().getAttribute("data-action"));
        desk.keyboard().down("Enter");
        teacher.sees(ENGLISH.say("stagematch.guesses"));
        // What an older console offers counts no more.
        assertThat(teacher.way()).not().hasAttribute("data-action", pressed);
        assertThat(teacher.way()).isFocused();
        // Held down still: it says so again and again.
        desk.keyboard().down("Enter");
        desk.keyboard().up("Enter");
        Visitor.button(teacher.console(), ENGLISH.say("console.pause")).focus();
        desk.keyboard().press("Enter");
        assertThat(Visitor.button(teacher.console(), ENGLISH.say("console.resume")))
                .isFocused();
        assertThat(teacher.console()).containsText(ENGLISH.say("console.step", "Stage Matcher", 1, 3));
    }

    @Test
    void aStudentRatesPairAfterPairByKeyboardAlone() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        teacher.start();
        school.leadTo("What did you notice?");
        Locator add = teacher.console().locator("button[data-action*='/add/']");
        assertThat(add).containsText("A rater's shift");
        add.click();
        assertThat(add.filter(new Locator.FilterOptions().setHasText("A rater's shift")))
                .hasCount(0);
        school.leadTo("A rater's shift");
        kim.sees("A rater's shift");
        go(ENGLISH.say("shift.begin"));
        press("Enter");
        kim.isTold(ENGLISH.say("preference.side-a"));
        go(ENGLISH.say("preference.side-b"));
        for (int rated = 1; rated <= 3; rated++) {
            press("Enter");
            kim.isTold(ENGLISH.say("shift.rated", rated));
            assertThat(Visitor.button(kim.told(ENGLISH.say("shift.rated", rated)), ENGLISH.say("preference.side-b")))
                    .isFocused();
        }
    }

    @Test
    void whatHeldTheFocusAndIsGoneLeavesItToItsMessage() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        teacher.start();
        school.leadTo("Stage Matcher");
        kim.sees("3 · Stage Matcher");
        go("RLHF");
        teacher.goOn();
        kim.sees(ENGLISH.say("stagematch.guesses"));

        assertThat(kim.post()).isFocused();
        press("Tab");
        assertThat(kim.post().locator(":focus")).hasCount(1);
    }

    @Test
    void whatTheLineOffersIsReadAsItWasTyped() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        teacher.start();
        kim.sees("1 · Welcome");
        go("/");
        type("/as");
        press("ArrowDown");
        press("Enter");
        press("ArrowDown");
        press("Enter");
        assertThat(page.locator("#compose")).hasValue("/ask question:");
        type("can it lie, and one question: why? ");
        assertThat(page.locator("#suggestions")).isHidden();
        press("Enter");

        assertThat(kim.told(ENGLISH.say("engine.ask-where")).locator("blockquote"))
                .hasText("can it lie, and one question: why?");
    }

    @Test
    void aFormIsLeftByEscapeAndKeepsTheFocusInside() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        teacher.start();
        school.leadTo("What did you notice?");
        kim.sees("4 · What did you notice?");
        kim.press(ENGLISH.say("discussion.share"));
        assertThat(kim.dialog()).isVisible();

        for (int i = 0; i < 6; i++) {
            press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body"
                            + " || document.activeElement.closest('dialog') !== null"))
                    .isEqualTo(true);
        }
        press("Escape");

        assertThat(kim.dialog()).isHidden();
        isAt(ENGLISH.say("discussion.share"));
    }

    @Test
    void whatIsWrittenWhileSomethingIsOnItsWayStays() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        teacher.start();
        school.leadTo("What did you notice?");
        kim.sees("4 · What did you notice?");
        Locator line = page.locator("#compose");
        List<Route> held = new ArrayList<>();
        page.route("**/act", held::add);
        line.fill("/ask Why?");
        line.press("Enter");
        page.waitForCondition(() -> held.size() == 1);
        press("Control+A");
        type("/ask And who");
        held.get(0).resume();
        kim.isTold(ENGLISH.say("engine.ask-where"));
        // What was told may come before the answer, and it is the answer that empties the line.
        assertThat(page.locator("#composer")).not().hasAttribute("data-busy", "true");
        assertThat(line).hasValue("/ask And who");

        kim.press(ENGLISH.say("discussion.share"));
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();
        Locator thought = kim.dialog().getByRole(AriaRole.TEXTBOX).first();
        thought.fill("It is sure of itself.");
        Visitor.button(kim.dialog(), ENGLISH.say("send")).click();
        page.waitForCondition(() -> held.size() == 3);
        press("Escape");
        assertThat(kim.dialog()).isHidden();
        held.get(2)
                .fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/json")
                        .setBody("{\"problem\": \"It did not count.\"}"));
        assertThat(thought).hasValue("It is sure of itself.");
        assertThat(kim.dialog()).containsText("It did not count.");
    }

    @Test
    void newPostsAndWhispersAreSaidAloud() {
        kim.joinByLink(school.classroom().studentLink(), "Kim");
        assertThat(page.locator("#log")).hasAttribute("aria-busy", "false");
        teacher.start();
        assertThat(heard()).containsText("1 · Welcome");
        assertThat(heard()).hasAttribute("aria-live", "polite");

        kim.press(ENGLISH.say("welcome.join"));
        assertThat(heard()).containsText(ENGLISH.say("web.script.only-you"));
        assertThat(heard()).containsText(ENGLISH.say("engine.joined", "Kim"));
        school.leadTo("Stage Matcher");
        assertThat(heard()).containsText("3 · Stage Matcher");
        school.student(0).press("RLHF");
        kim.sees(ENGLISH.say("answered", 1, 2));
        assertThat(heard()).not().containsText(ENGLISH.say("answered", 1, 2));
    }

    /** Tabs on until something has the focus: what begins with this name, or the line at the bottom for "/". */
    private void go(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused().equals(name)) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("no way by Tab to " + name + "; now at " + focused());
    }

    /** Waits for the focus: after a form it comes with the answer to what was sent, after a redraw with the redraw. */
    private void isAt(String button) {
        assertThat(Visitor.button(kim.post(), button)).isFocused();
    }

    private String focused() {
        return String.valueOf(page.evaluate("""
                () => document.activeElement.id === 'compose' ? '/' : document.activeElement.textContent.trim()
                """));
    }

    private Locator heard() {
        return page.locator("#announcer");
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }
}
