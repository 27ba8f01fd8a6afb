package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page there is before a lesson, for everybody, whatever they see or use; WholeLessonTest looks at the lesson's. */
class AccessibilityTest {
    private final School school = new School(2);
    private final Visitor mira = school.student(0);
    private final Visitor jonas = school.student(1);
    private final Teacher teacher = school.teacher();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void theWaysInKeepNobodyOut() {
        Page page = school.chromium().newPage();
        page.navigate(school.classroom().address().toString());
        Audit.passes("the entrance", page);
        page.getByLabel(ENGLISH.say("web.join.code")).fill("AAAAAA");
        page.getByLabel(ENGLISH.say("web.join.name")).fill("Kim");
        page.locator("[type=submit]").click();
        assertThat(page.locator(".error")).isVisible();
        Audit.passes("the entrance with an error", page);
        page.navigate(school.classroom().studentLink().toString());
        Audit.passes("the entrance by the link", page);
        mira.page().navigate(school.classroom().studentLink().toString());
        Audit.passes("the entrance for somebody who comes back", mira.page());
        page.navigate(school.classroom().address() + "t/none/wrong");
        assertThat(page.locator("h1")).hasText(ENGLISH.say("web.refused.title"));
        Audit.passes("a refusal", page);
        auditTheBounce(page);
        Audit.passes("an empty board", school.board().page());
        Audit.passes("a room in which nothing has begun, for a student", jonas.page());
        Audit.passes("a room in which nothing has begun, for the teacher", teacher.page());
    }

    @Test
    void whoWantsLessMotionGetsNone() {
        teacher.start();
        mira.sees("1 · Welcome");
        assertThat(mira.post()).hasCSS("animation-name", "none");
        mira.wants(ReducedMotion.NO_PREFERENCE);
        assertThat(mira.post()).hasCSS("animation-name", "arrive");
        mira.wants(ReducedMotion.REDUCE);
    }

    /** The page between another site's link and ours, held before it goes on by itself. */
    private void auditTheBounce(Page page) {
        RequestOptions fromElsewhere = RequestOptions.create()
                .setHeader("Accept", "text/html")
                .setHeader("Sec-Fetch-Site", "cross-site")
                .setHeader("Sec-Fetch-Mode", "navigate");
        String link = school.classroom().studentLink().toString();
        String bounce = page.request().get(link, fromElsewhere).text();
        assertThat(bounce).contains("http-equiv=\"refresh\"");
        page.setContent(bounce.replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", ""));
        Audit.passes("the bounce", page);
    }
}
