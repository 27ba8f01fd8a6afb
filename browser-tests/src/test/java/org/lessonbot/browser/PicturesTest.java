package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the guides anew: {@code -Dpictures.update=true}. */
@EnabledIfSystemProperty(named = "pictures.update", matches = "true", disabledReason = "pictures are taken on request")
class PicturesTest {
    private static final Path FOLDER = Path.of("../docs/pictures");
    private static final String BASE = "Base model";
    private static final String TUNED = "Instruction-tuned";
    private static final String RLHF = "RLHF";

    private final School school = new School(4);
    private final Teacher teacher = school.teacher();
    private final Visitor mira = school.student(0);
    private final Visitor jonas = school.student(1);

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void ofALesson() {
        mira.page().setViewportSize(390, 780);
        jonas.page().setViewportSize(390, 780);
        jonas.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        teacher.page().setViewportSize(1280, 760);
        school.board().page().setViewportSize(1280, 720);
        take(school.board().page(), "board-join");
        teacher.start();
        school.students().forEach(student -> student.press(ENGLISH.say("welcome.join")));
        school.leadTo("Stage Matcher");
        mira.press(TUNED);
        jonas.press(RLHF);
        school.student(2).press(RLHF);
        school.allSee(ENGLISH.say("answered", 3, 4));
        take(mira.page(), "student");
        take(teacher.page(), "teacher");

        school.student(3).press(BASE);
        school.allSee(ENGLISH.say("answered", 4, 4));
        teacher.goOn();
        school.allSee(ENGLISH.say("stagematch.guesses"));
        jonas.isTold("You guessed");
        take(school.board().page(), "board");
        school.leadTo("Preference Rater");
        jonas.press("B");
        jonas.isTold(ENGLISH.say("preference.receipt", "B"));
        take(jonas.page(), "student-dark");
    }

    @Test
    void ofAClub() {
        mira.page().setViewportSize(390, 780);
        teacher.page().setViewportSize(1280, 760);
        teacher.say("/start pace:self until:\"in 10 days\" zone:Europe/Berlin");
        teacher.isTold("I understood that it closes");
        take(teacher.page(), "club-start");
        Visitor.button(teacher.whisper(), ENGLISH.say("club.start")).click();
        school.students().forEach(student -> {
            student.press(ENGLISH.say("club.continue"));
            assertThat(student.view()).containsText("1 · Welcome");
        });
        jonas.goOnUntil("You are through with this part.");
        mira.goOnUntil("3 · Stage Matcher");
        take(mira.page(), "club-member");
        assertThat(teacher.console()).containsText(ENGLISH.say("club.have-finished", 1));
        take(teacher.page(), "club-leader");
    }

    private static void take(Page page, String name) {
        assertThat(page.locator("#state")).hasAttribute("data-live", "true");
        page.screenshot(new ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setScale(ScreenshotScale.CSS)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
