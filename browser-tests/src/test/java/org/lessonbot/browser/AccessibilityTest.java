package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page there is, as it stands at each kind of step: for everybody, whatever they see or use. */
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
    void theLessonKeepsNobodyOut() {
        teacher.start();
        whoWantsLessMotionGetsNone();
        guess();
        rateAndAsk();
        sortTheBoard();
        writeAndShare();
        giveFeedback();
        school.leadTo("What this class did");
        school.allSee(ENGLISH.say("close.confusion"));
        Audit.passes("the whole lesson, for a student", mira.page());
        Audit.passes("the whole lesson, for the teacher", teacher.page());
        Audit.passes("the close, on the board", school.board().page());
        takeTheResultsAway();
    }

    private void whoWantsLessMotionGetsNone() {
        mira.sees("1 · Welcome");
        assertThat(mira.post()).hasCSS("animation-name", "none");
        mira.wants(ReducedMotion.NO_PREFERENCE);
        assertThat(mira.post()).hasCSS("animation-name", "arrive");
        mira.wants(ReducedMotion.REDUCE);
    }

    private void guess() {
        school.students().forEach(student -> student.press(ENGLISH.say("welcome.join")));
        mira.isTold(ENGLISH.say("engine.joined", "Mira"));
        school.leadTo("Stage Matcher");
        school.students().forEach(student -> student.press("RLHF"));
        mira.isTold("RLHF");
        audit("a guess");
        teacher.goOn();
        mira.isTold("You guessed");
        audit("a reveal");
    }

    private void rateAndAsk() {
        school.leadTo("Preference Rater");
        school.students().forEach(student -> student.press("A"));
        mira.press(ENGLISH.say("preference.reason"));
        assertThat(mira.dialog()).isVisible();
        Audit.newestPasses("a form with a line", mira.page());
        mira.fill("Because.");
        school.leadTo("Generate questions");
        mira.write(ENGLISH.say("questions.ask"), "Who checks the raters?", "Is it fair?", "Why so polite?");
        mira.press(ENGLISH.say("questions.ours"));
        mira.isTold("Is it fair?");
    }

    private void sortTheBoard() {
        school.leadTo("Question review");
        mira.post().locator(".row > button").first().click();
        assertThat(mira.post()).containsText(ENGLISH.say("board.upvoted", ""));
        teacher.console().locator("summary").first().click();
        audit("the question board");
    }

    private void writeAndShare() {
        school.leadTo("Investigate");
        mira.press(ENGLISH.say("investigate.write"));
        assertThat(mira.dialog()).isVisible();
        Audit.newestPasses("a form with room to write", mira.page());
        mira.fill("Because people rate it.");
        school.allSee(ENGLISH.say("investigate.progress", 1, 1));
        school.leadTo("Share out");
        school.allSee("Because people rate it.");
        Audit.passes("the share-out, on the board", school.board().page());
    }

    private void giveFeedback() {
        school.leadTo("Feedback");
        mira.press(ENGLISH.say("feedback.give"));
        assertThat(mira.dialog()).isVisible();
        Audit.newestPasses("a form with a choice", mira.page());
        Visitor.button(mira.dialog(), ENGLISH.say("send")).click();
        assertThat(mira.dialog().locator(".error").first()).isVisible();
        Audit.newestPasses("a form with an error", mira.page());
        mira.page().keyboard().press("Escape");
        assertThat(mira.dialog()).isHidden();
    }

    private void takeTheResultsAway() {
        teacher.way().click();
        teacher.button(ENGLISH.say("engine.end.now")).click();
        teacher.button(ENGLISH.say("console.export")).click();
        String link = teacher.page().locator("a[href*='/results/']").getAttribute("href");
        Page page = school.chromium().newPage();
        page.navigate(link);
        assertThat(page.locator("a[download]")).hasCount(5);
        for (String file : List.of(
                "students.csv", "students-semicolons.csv", "answers.csv", "answers-semicolons.csv", "lesson.json")) {
            assertThat(page.locator("a[download][href$='/" + file + "']")).isVisible();
        }
        Audit.passes("the results", page);
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

    private void audit(String what) {
        Audit.newestPasses(what + ", for a student", mira.page());
        Audit.newestPasses(what + ", for the teacher", teacher.page());
        Audit.newestPasses(what + ", on the board", school.board().page());
    }
}
