package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A browser that lacks what those of 2021 lacked. */
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
        mira.isTold(ENGLISH.say("engine.joined", "Mira"));
        school.leadTo("Stage Matcher");
        mira.sees("3 · Stage Matcher");

        mira.press("RLHF");
        mira.isTold(ENGLISH.say("stagematch.receipt", "RLHF"));
        school.leadTo("What did you notice?");
        mira.sees("4 · What did you notice?");
        mira.press(ENGLISH.say("discussion.share"));
        assertThat(mira.dialog()).isVisible();
        mira.page().keyboard().press("Escape");
        assertThat(mira.dialog()).isHidden();
        mira.write(ENGLISH.say("discussion.share"), "It never stops.");

        mira.isTold(ENGLISH.say("discussion.receipt"));
        mira.sees("It never stops.");
        assertThat(mira.page().locator("#broken")).isHidden();
        assertThat(mira.page().locator("#too-old")).isHidden();
    }
}
