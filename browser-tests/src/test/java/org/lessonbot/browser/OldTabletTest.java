package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A class before the lesson begins, and a browser that lacks what those of 2021 lacked. */
class OldTabletTest {
    /** What Safari 15.0 and Chrome 90 had not, of what a page might lean on. */
    private static final String OLD = """
            delete AbortSignal.timeout;
            delete AbortSignal.any;
            delete HTMLDialogElement.prototype.showModal;
            delete HTMLDialogElement.prototype.close;
            delete Array.prototype.at;
            delete String.prototype.at;
            delete Array.prototype.findLast;
            delete Object.hasOwn;
            delete window.structuredClone;
            """;

    private final School school = new School(0);
    private final Teacher teacher = school.teacher();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aTabletOf2021TakesPart() {
        BrowserContext person = school.chromium().newPerson();
        person.addInitScript(OLD);
        Visitor mira =
                new Visitor(person.newPage()).joinByLink(school.classroom().studentLink(), "Mira");
        mira.isLive(true);
        teacher.start();
        mira.press(ENGLISH.say("welcome.join"));
        school.leadTo("Stage Matcher");

        mira.press("RLHF");

        mira.isTold(ENGLISH.say("stagematch.receipt", "RLHF"));
        mira.say("/ask");
        mira.fill("Can it lie?");
        teacher.goOn();
        assertThat(mira.page().locator("#broken")).isHidden();
        assertThat(mira.page().locator("#too-old")).isHidden();
    }

    @Test
    void aMistakeOfOurOwnIsNotCalledANetworkThatFailed() {
        Visitor mira = join("Mira");
        teacher.start();
        mira.page().evaluate("crypto.getRandomValues = () => { throw new TypeError('a mistake on purpose'); }");

        mira.press(ENGLISH.say("welcome.join"));

        assertThat(mira.page().locator("#broken")).isVisible();
        assertThat(mira.page().locator(".act-note")).hasText(ENGLISH.say("web.script.broken"));
    }

    @Test
    void aDoubleTapIsOnePersonAndAllSeeWhoIsHere() {
        Page page = school.chromium().newPage();
        page.navigate(school.classroom().studentLink().toString());
        page.getByLabel(ENGLISH.say("web.join.name")).fill("Xenia");
        page.evaluate("for (const tap of [1, 2]) document.querySelector('form').submit();");
        Visitor xenia = new Visitor(page);
        xenia.isLive(true);

        assertThat(names()).containsText("Xenia");
        assertThat(page.locator("#here")).hasText(ENGLISH.say("web.here", 1));
        Visitor yuri = join("Yuri");

        assertThat(names().locator("li")).hasCount(2);
        assertThat(page.locator("#here")).hasText(ENGLISH.say("web.here", 2));
        assertThat(school.board().page().locator("#here")).hasText(ENGLISH.say("web.here", 2));
        assertThat(teacher.page().locator("#empty")).containsText(ENGLISH.say("web.room.empty-teacher"));
        assertThat(yuri.page().locator("#empty")).containsText(ENGLISH.say("web.room.empty"));
    }

    @Test
    void whoChangesDeviceComesBackByTheTeachersCode() {
        join("Robin");
        assertThat(names()).containsText("Robin");
        Locator register = teacher.page().locator("#register");
        register.locator("select").selectOption("Robin");
        teacher.button(ENGLISH.say("web.register.code")).click();
        assertThat(register.locator("#way-back-code")).containsText("Robin");
        String told = register.locator("#way-back-code").innerText();
        Page other = school.chromium().newPage();
        other.navigate(school.classroom().studentLink().toString());

        other.getByText(ENGLISH.say("web.join.before")).click();
        other.getByLabel(ENGLISH.say("web.join.before-code")).fill(told.replaceAll(".*types ([0-9A-Z]{6}) .*", "$1"));
        other.getByText(ENGLISH.say("web.join.before-enter")).click();

        assertThat(other.locator("header bdi")).hasText("Robin");
        assertThat(names().locator("li")).hasCount(1);
    }

    private Visitor join(String name) {
        Visitor visitor = new Visitor(school.chromium().newPage())
                .joinByLink(school.classroom().studentLink(), name);
        visitor.isLive(true);
        return visitor;
    }

    private Locator names() {
        return teacher.page().locator("#register-here");
    }
}
