package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A class that comes in, and what everybody sees of who is here before the lesson begins. */
class DoorTest {
    private final School school = new School(0);
    private final Teacher teacher = school.teacher();
    private final Board board = school.board();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aDoubleTapIsOnePersonAndAllSeeWhoIsHere() {
        Page page = atTheDoor();
        page.getByLabel(ENGLISH.say("web.join.name")).fill("Xenia");
        new Visitor(page).button(ENGLISH.say("web.join.enter")).dblclick();
        Visitor xenia = new Visitor(page);
        xenia.isLive(true);

        assertThat(names()).hasText("Xenia");
        assertThat(page.locator("#here")).hasText(ENGLISH.say("web.here", 1));
        Visitor yuri = new Visitor(school.chromium().newPage())
                .joinByLink(school.classroom().studentLink(), "Yuri");

        assertThat(names()).hasText(new String[] {"Xenia", "Yuri"});
        assertThat(page.locator("#here")).hasText(ENGLISH.say("web.here", 2));
        assertThat(board.page().locator("#here")).hasText(ENGLISH.say("web.here", 2));
        assertThat(teacher.page().locator("#empty")).containsText(ENGLISH.say("web.room.empty-teacher"));
        assertThat(yuri.page().locator("#empty")).containsText(ENGLISH.say("web.room.empty"));
    }

    @Test
    void whoChangesDeviceComesBackByTheTeachersCode() {
        new Visitor(school.chromium().newPage()).joinByLink(school.classroom().studentLink(), "Robin");
        assertThat(names()).hasText("Robin");
        Locator register = teacher.page().locator("#register");
        register.locator("select").selectOption("Robin");
        teacher.button(ENGLISH.say("web.register.code")).click();
        String code = register.locator("#way-back-code strong").innerText();

        Page other = atTheDoor();
        other.getByText(ENGLISH.say("web.join.before")).click();
        other.getByLabel(ENGLISH.say("web.join.before-code")).fill(code);
        new Visitor(other).button(ENGLISH.say("web.join.before-enter")).click();

        assertThat(other.locator("header bdi")).hasText("Robin");
        new Visitor(other).isLive(true);
        assertThat(names()).hasText("Robin");
    }

    private Page atTheDoor() {
        Page page = school.chromium().newPage();
        page.navigate(school.classroom().studentLink().toString());
        return page;
    }

    /** Those here, on the teacher's page. */
    private Locator names() {
        return teacher.page().locator("#register-here li");
    }
}
