package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** A visitor with the console beside the chat. */
final class Teacher extends Visitor {
    Teacher(Page page) {
        super(page);
    }

    static Teacher byLink(Page page, URI link) {
        page.navigate(link.toString());
        Teacher teacher = new Teacher(page);
        teacher.isLive(true);
        return teacher;
    }

    void start() {
        button(ENGLISH.say("web.console.start")).click();
        assertThat(console()).containsText(ENGLISH.say("console.where", 1, 12));
        // The lesson may be seen before the page has its answer.
        assertThat(page().locator("#console-empty [aria-disabled]")).hasCount(0);
    }

    Locator console() {
        return page().locator("#consoles > .for-console").last();
    }

    /** Presses the button that leads on, and waits until the console says what it leads to. */
    void goOn() {
        goOnUnlessAt("no step at all");
    }

    /**
     * The same unless the console is at a step already. Looked at and pressed in one moment: the console may be drawn anew in between.
     *
     * @return whether it was pressed
     */
    boolean goOnUnlessAt(String step) {
        Object pressed = console().evaluate("""
                (console, step) => {
                    if (console.querySelector('.labelled').innerText.includes(step)) return null;
                    const button = console.querySelector('button.primary');
                    button.click();
                    return button.dataset.action;
                }
                """, step);
        if (pressed != null) {
            assertThat(way()).not().hasAttribute("data-action", pressed.toString());
        }
        return pressed != null;
    }

    /** The button that leads on. What it does is for one moment of the lesson, which its action names. */
    Locator way() {
        return console().locator("button.primary").first();
    }

    void goOnTo(String step) {
        goOn();
        sees(step);
    }

    /** Opens one of the console's lists, ticks some of it and sends it; what was taken is ticked no more. */
    void pick(String list, String... labels) {
        Locator picker = console().locator("details").filter(new Locator.FilterOptions().setHasText(list));
        if (!picker.evaluate("list => list.open").equals(true)) {
            picker.locator("summary").click();
        }
        for (String label : labels) {
            picker.getByLabel(label).first().check();
        }
        button(picker, ENGLISH.say("web.picker.send")).click();
        assertThat(picker.locator("input:checked")).hasCount(0);
    }
}
