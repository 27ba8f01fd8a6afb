package org.lessonbot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.page.Handout;
import org.lessonbot.page.LessonFacts;
import org.lessonbot.page.Pages;
import org.lessonbot.page.Report;

/** Pages about a lesson as files: read, printed, audited. */
class ReportPagesTest {
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"how-ai-learns", "wie-ki-lernt"})
    void aHandoutIsOneSheetOnEachPaperWhateverPeopleWrote(String lesson) throws Exception {
        for (int length : new int[] {0, 20, 200}) {
            String handout = Handout.of(facts(lesson, length)).html();
            assertThat(handout.contains("Why")).isEqualTo(length > 0);
            Page page = show(handout);
            for (String paper : List.of("A4", "Letter")) {
                byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(paper));
                long sheets = SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count();
                assertThat(sheets).as("%s, questions of %s", paper, length).isEqualTo(1);
            }
            // As wide as A4 within its margins.
            page.setViewportSize(688, 1000);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(
                            page.evaluate(
                                    "document.querySelector('main').scrollHeight <= document.querySelector('main').clientHeight"))
                    .as("nothing is cut off, questions of %s", length)
                    .isEqualTo(true);
            page.close();
        }
    }

    @Test
    void aReportIsReadInLightAndInDarkAndOnAPhoneWithoutScrollingSideways() throws Exception {
        String report = Report.of(facts("how-ai-learns", 80), Map.of(), Optional.empty())
                .html();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = show(report);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(scheme == ColorScheme.DARK ? 390 : 1280, 720);
            page.reload();

            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(page.locator("a[download$='.png']").count()).isPositive();
            assertThat(complaints).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/report-" + scheme + ".png")));
            page.close();
        }
    }

    private static Page show(String html) throws Exception {
        Page page = chromium.newPage();
        Path file = Files.createTempFile(Path.of("target"), "page", ".html");
        Files.writeString(file, html);
        page.navigate(file.toUri().toString());
        return page;
    }

    /** @param length characters of each question that was asked */
    private static LessonFacts facts(String lesson, int length) {
        PaperClass room = new PaperClass(lesson, 12, Lesson.Pace.LIVE);
        for (int round = 0; round < 3; round++) {
            room.open("match");
            for (int n = 1; n <= 12; n++) {
                room.press("s" + n, "guess", n % 2 == 0 ? "base" : "rlhf");
            }
            room.reveal();
        }
        room.open("prefer");
        for (int n = 1; n <= 12; n++) {
            room.press("s" + n, "vote", n % 3 == 0 ? "a" : "b");
        }
        room.reveal();
        if (length > 0) {
            room.open("ask");
            for (int n = 1; n <= 6; n++) {
                String text = "Why ".repeat(length / 4) + n;
                room.submit("s" + n, "ask", "", Map.of("question-1", text.substring(Math.max(0, text.length() - 200))));
            }
            room.open("board");
            QuestionBoard.of(room.dossier().lesson(), room.edition().plan(), room.entries()).visible().stream()
                    .filter(posted -> posted.text().contains("Why"))
                    .forEach(posted -> room.press("s1", "up", posted.code()));
            room.open("investigate");
        }
        return Pages.over(room);
    }
}
