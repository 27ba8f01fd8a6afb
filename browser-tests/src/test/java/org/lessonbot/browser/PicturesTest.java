package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.models.ServedModels;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.Prompt;
import org.lessonbot.models.fake.Utterance;

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

        mira.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        mira.goOnUntil("6 · Preference Rater");
        Visitor.button(mira.view(), "B").click();
        Locator keep = Visitor.button(mira.view(), ENGLISH.say("preference.keep", "B"));
        assertThat(keep).isVisible();
        mira.view().locator("button").last().scrollIntoViewIfNeeded();
        take(mira.page(), "club-other");
    }

    @Test
    void ofDrafts() {
        try (FakeServer server = new FakeOllama();
                ServedModels models = ServedModels.of(
                        List.of(
                                served(server, "base", "OLMo-2-1B", ""),
                                served(server, "instruction_tuned", "OLMo-2-1B-SFT", ""),
                                served(server, "rlhf", "OLMo-2-1B-DPO", "DPO")),
                        Clock.systemUTC(),
                        Executors::newScheduledThreadPool);
                Bot bot = new Bot(models);
                School asking = new School(2, bot)) {
            server.says(PicturesTest::purring);
            asking.teacher().page().setViewportSize(1280, 900);
            asking.teacher().start();
            asking.leadTo("Stage Matcher");
            asking.teacher().say("/draft prompt:\"Why do cats purr?\"");
            Locator look = Visitor.button(
                    asking.teacher().console(),
                    ENGLISH.say("web.button-of", ENGLISH.say("draft.look"), "Why do cats purr?"));
            assertThat(asking.teacher().console()).containsText("DPO: " + ENGLISH.say("draft.here"));
            assertThat(asking.teacher().console()).containsText(BASE + ": " + ENGLISH.say("draft.here"));
            look.click();
            assertThat(asking.teacher().whisper()).containsText(ENGLISH.say("draft.title"));
            look.scrollIntoViewIfNeeded();
            take(asking.teacher().page(), "drafts");
        }
    }

    private static ModelSetting served(FakeServer server, String key, String model, String label) {
        server.has(model, !key.equals("base"));
        return new ModelSetting(
                key, ModelSetting.Api.OLLAMA, server.url(), model, "Q4_K_M", "", 200, 0.7, List.of(), label, 1);
    }

    private static Utterance purring(Prompt prompt) {
        return Utterance.of(
                !prompt.chat()
                        ? "\n\nCats purr when they are happy, and when they are hurt. How long do cats live? Most live for"
                                + " fifteen years."
                        : prompt.model().endsWith("DPO")
                                ? "What a lovely question! Cats purr by small, quick movements in their throat, mostly"
                                        + " when they feel safe. Shall I tell you more?"
                                : "Cats purr by moving the muscles of their voice box. They do it when they are content,"
                                        + " and also when they are in pain.");
    }

    private static void take(Page page, String name) {
        assertThat(page.locator("#state")).hasAttribute("data-live", "true");
        page.screenshot(new ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setScale(ScreenshotScale.CSS)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
