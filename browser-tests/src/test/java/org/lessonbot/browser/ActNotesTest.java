package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said beside a button of what became of pressing it, when the network is slow and the lesson is not. */
class ActNotesTest {
    private static final String STAGE = "RLHF";
    private static final String OTHER = "Base model";

    private final School school = new School(1);
    private final Teacher teacher = school.teacher();
    private final Visitor mira = school.student(0);
    private final List<Route> held = new ArrayList<>();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aGuessThatTheNetworkHeldUntilTheRevealAndThenLostIsSaidNotToHaveCounted() {
        guess();
        assertThat(notes(mira)).hasText(ENGLISH.say("web.script.saving"));
        reveal();

        refuse();

        assertThat(notes(mira)).hasText("It did NOT count.");
        assertThat(mira.post().locator(".act-note")).isVisible();
        mira.press(ENGLISH.say("mine"));
        answer();
        assertThat(notes(mira)).hasCount(0);
    }

    @Test
    void whatIsRefusedBeforeItIsCalledSlowIsSaidWhenItsButtonIsGone() {
        guess();
        reveal();

        refuse();

        assertThat(mira.post().locator(".act-note")).hasText("It did NOT count.");
    }

    @Test
    void whatIsRefusedWhenItsWholePostIsGoneIsSaidAtTheLineBelow() {
        guess();
        mira.page().evaluate("() => document.querySelectorAll('#messages > *').forEach(one => one.remove())");

        refuse();

        assertThat(mira.page().locator(".composer + .act-note")).hasText("It did NOT count.");
        mira.page().locator("#compose").fill("/me");
        mira.page().keyboard().press("Enter");
        answer();
        assertThat(notes(mira)).hasCount(0);
    }

    @Test
    void whatIsPressedInQuickSuccessionCountsInThatOrder() {
        guess();
        mira.press(OTHER);
        assertThat(Visitor.button(mira.post(), OTHER)).hasAttribute("aria-disabled", "true");
        assertThat(held).hasSize(1);

        answer();
        answer();

        mira.isTold(ENGLISH.say("stagematch.receipt", OTHER));
        assertThat(Visitor.button(mira.post(), OTHER)).hasAttribute("aria-pressed", "true");
        assertThat(Visitor.button(mira.post(), STAGE)).hasAttribute("aria-pressed", "false");
    }

    /** As with what could not be kept: it has no number. */
    @Test
    void whatIsSaidOnceOfAPressStandsUntilTheNextOneCounts() {
        guess();
        held.remove(0)
                .fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                                {"outcome": "whisper", "item": {"number": 0, "version": 0, "place": 9007199254740991, "under": %s,
                                "cause": "", "inRow": false, "where": "own", "view": false, "html": "<p>Not kept.</p>"}}""".formatted(mira.post().getAttribute("data-number"))));
        mira.isTold("Not kept.");

        mira.press(STAGE);
        answer();

        mira.isTold(ENGLISH.say("stagematch.receipt", STAGE));
        assertThat(mira.told("Not kept.")).hasCount(0);
        assertThat(Visitor.button(mira.post(), STAGE)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void nothingIsBeingSavedForEverWhenTheConsoleWasDrawnAnewMeanwhile() {
        Teacher second =
                Teacher.byLink(school.chromium().newPage(), school.classroom().teacherLink());
        teacher.start();
        second.isLive(true);
        hold(teacher);
        teacher.way().click();
        assertThat(notes(teacher)).hasText(ENGLISH.say("web.script.saving"));
        second.goOn();
        assertThat(teacher.console()).containsText(ENGLISH.say("console.where", 2, 12));

        answer(teacher);

        assertThat(notes(teacher)).hasCount(0);
    }

    @Test
    void whoTicksNothingIsToldToAndNothingIsSent() {
        teacher.start();
        school.leadTo("What did you notice?");
        mira.write(ENGLISH.say("discussion.share"), "Something rude.");
        Locator body = teacher.console().locator(":scope > .body");
        Locator one = body.locator(":scope > .picker").filter(text(ENGLISH.say("discussion.hide")));
        hold(teacher);
        Visitor.button(one, ENGLISH.say("web.picker.send")).click();
        assertThat(body.locator(".picker + [role=alert]")).hasText(ENGLISH.say("web.picker.one"));

        mira.write(ENGLISH.say("discussion.share"), "Something rude again.");
        Locator list = body.locator("details").filter(text(ENGLISH.say("discussion.hide")));
        list.locator("summary").click();
        Visitor.button(list, ENGLISH.say("web.picker.send")).click();
        assertThat(list.locator(".picker + [role=alert]")).hasText(ENGLISH.say("web.picker.range", 1, 2));
        assertThat(notes(teacher)).hasCount(1);
        assertThat(held).isEmpty();

        list.getByLabel("Something rude.").first().check();
        Visitor.button(list, ENGLISH.say("web.picker.send")).click();
        answer(teacher);
        assertThat(notes(teacher)).hasCount(0);
    }

    private void guess() {
        teacher.start();
        school.leadTo("Stage Matcher");
        hold(mira);
        mira.press(STAGE);
        mira.page().waitForCondition(() -> held.size() == 1);
    }

    private void reveal() {
        teacher.goOn();
        mira.sees(ENGLISH.say("stagematch.guesses"));
    }

    private void hold(Visitor visitor) {
        visitor.page().route("**/act", held::add);
    }

    private void refuse() {
        held.remove(0)
                .fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/json")
                        .setBody("{\"problem\": \"It did NOT count.\"}"));
    }

    private void answer() {
        answer(mira);
    }

    private void answer(Visitor visitor) {
        Page page = visitor.page();
        page.waitForCondition(() -> held.size() == 1);
        held.remove(0).resume();
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator notes(Visitor visitor) {
        return visitor.page().locator(".act-note");
    }
}
