package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.regex.Pattern;

/** Somebody with the room open in a tab, who does what can be done there and looks at what is shown. */
class Visitor {
    private final Page page;

    Visitor(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void wants(ReducedMotion motion) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
    }

    /** Comes in by the students' link, where only a name is asked for. */
    Visitor joinByLink(URI link, String name) {
        page.navigate(link.toString());
        return enter(name);
    }

    /** Types the code at the entrance. */
    Visitor joinByCode(URI entrance, String code, String name) {
        page.navigate(entrance.toString());
        page.getByLabel(ENGLISH.say("web.join.code")).fill(code);
        return enter(name);
    }

    private Visitor enter(String name) {
        page.getByLabel(ENGLISH.say("web.join.name")).fill(name);
        button(ENGLISH.say("web.join.enter")).click();
        // Until then the page of the entrance may be there still, or one without its script.
        isLive(true);
        return this;
    }

    /** What the class is at: the newest post for everybody that is no list of pairs. */
    Locator post() {
        return page.locator("#messages > .for-room")
                .filter(new Locator.FilterOptions().setHasNotText(ENGLISH.say("engine.pairs.title")))
                .last();
    }

    /** All that only this person was sent, oldest first. */
    Locator own() {
        return page.locator(".for-own");
    }

    /** The newest thing that only they were sent. */
    Locator whisper() {
        return own().last();
    }

    /** Where somebody goes on in a club. */
    Locator view() {
        return page.locator(".view");
    }

    /** Presses what leads on in a club, whatever it is called there, until this is what comes next. */
    void goOnUntil(String text) {
        while (!view().innerText().contains(text)) {
            Locator onward = view().locator("button[data-action*='/continue/']");
            String action = onward.getAttribute("data-action");
            onward.click();
            assertThat(view().locator("button[data-action='" + action + "']")).hasCount(0);
        }
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** The page once a form stands on it. */
    Page dialogPage() {
        assertThat(dialog()).isVisible();
        return page;
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    static Locator button(Locator within, String label) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    /** Presses a button of the newest post. */
    void press(String label) {
        button(post(), label).click();
    }

    /** Opens a form by a button of the newest post, fills in its first fields and sends it. */
    void write(String label, String... values) {
        press(label);
        fill(values);
    }

    /** Fills in the first fields of the form that is open, and sends it. */
    void fill(String... values) {
        for (int i = 0; i < values.length; i++) {
            dialog().getByRole(AriaRole.TEXTBOX).nth(i).fill(values[i]);
        }
        send();
    }

    void send() {
        button(dialog(), ENGLISH.say("send")).click();
        assertThat(dialog()).isHidden();
    }

    void say(String line) {
        Locator input = page.locator("#compose");
        // Before the page's script is there, nobody hears the line.
        assertThat(page.locator("#log")).hasAttribute("aria-busy", "false");
        input.fill(line);
        input.press("Enter");
        assertThat(input).hasValue("");
    }

    /** Waits for the newest post to say this. */
    void sees(String text) {
        assertThat(post()).containsText(text);
    }

    /** The newest thing that only they were sent and that says this. */
    Locator told(String text) {
        return own().filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    /** Waits for something that only they were sent to say this. */
    void isTold(String text) {
        assertThat(told(text)).isVisible();
    }

    void isLive(boolean live) {
        assertThat(page.locator("#state")).hasAttribute("data-live", Pattern.compile(String.valueOf(live)));
    }
}
