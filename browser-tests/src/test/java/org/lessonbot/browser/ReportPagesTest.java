package org.lessonbot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;
import org.lessonbot.page.Handout;
import org.lessonbot.page.LessonFacts;
import org.lessonbot.page.Pages;
import org.lessonbot.page.Report;
import org.lessonbot.page.SideBySide;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Step;

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
            page.locator("#contents a").last().click();
            assertThat(page.evaluate("location.hash")).isEqualTo("#people");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#people table").isVisible())
                    .as("folded by the keyboard")
                    .isFalse();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator("#people table").isVisible())
                    .as("what is folded prints")
                    .isTrue();
            page.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"how-ai-learns", "wie-ki-lernt"})
    void lessonsSideBySideFitAPhoneAndKeepTheirPicturesWhole(String lesson) throws Exception {
        LessonFacts facts = facts(lesson, 0);
        Page page = show(SideBySide.of(List.of(facts, facts), facts.words()).html());
        page.setViewportSize(360, 720);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate("[...document.querySelectorAll('.scroll')].filter(part => part.checkVisibility())"
                        + ".every(part => part.scrollWidth <= part.clientWidth)"))
                .as("nothing of a table is hidden")
                .isEqualTo(true);
        page.setViewportSize(1280, 720);
        assertThat(page.evaluate("new Set([...document.querySelectorAll('section > .drawn')].slice(0, 2)"
                        + ".map(figure => Math.round(figure.getBoundingClientRect().top))).size"))
                .as("two pictures beside each other")
                .isEqualTo(1);
        page.close();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "pictures.update",
            matches = "true",
            disabledReason = "pictures are taken on request")
    void picturesForTheGuides() throws Exception {
        LessonFacts facts = taught();
        take(Report.of(facts, Map.of(), Optional.empty()).html(), "report");
        take(Handout.of(facts).html(), "handout");
    }

    /** A class that came through all steps, four minutes late with one of them. */
    private static LessonFacts taught() {
        Edition whole = new PaperClass("how-ai-learns", 2, Lesson.Pace.LIVE).edition();
        PaperClass room = new PaperClass(new Edition(whole.plan().inClass(""), whole.bank()), 24, Lesson.Pace.LIVE);
        List.of("welcome", "stages").forEach(room::open);
        List<String> stages = List.of("base", "instruction_tuned", "rlhf", "rlhf", "instruction_tuned");
        for (int round = 0; round < 3; round++) {
            room.open("match");
            for (int n = 1; n <= 24; n++) {
                room.press("s" + n, "guess", stages.get((n * (round + 3) + n / 5) % stages.size()));
            }
            room.reveal();
        }
        List.of("noticed", "noticed", "noticed").forEach(room::open);
        for (int round = 0; round < 3; round++) {
            room.open("prefer");
            for (int n = 1; n <= 24; n++) {
                room.press("s" + n, "vote", n % (round + 3) == 0 ? "a" : "b");
            }
            room.reveal();
        }
        List.of("good", "good", "good", "ask").forEach(room::open);
        List<String> questions = List.of(
                "Do raters ever see who asked?",
                "What if the raters are tired or bored?",
                "Who checks the people who check?");
        for (int n = 0; n < questions.size(); n++) {
            room.submit("s" + (n + 1), "ask", "", Map.of("question-1", questions.get(n)));
        }
        room.open("board");
        QuestionBoard.of(room.dossier().lesson(), room.edition().plan(), room.entries()).visible().stream()
                .filter(posted -> questions.contains(posted.text()))
                .forEach(posted -> IntStream.rangeClosed(1, 3 + posted.text().length())
                        .filter(n -> n <= 24)
                        .forEach(n -> room.press("s" + n, "up", posted.code())));
        room.open("investigate");
        List<String> answers = List.of(
                "Yes: then they choose the one that is shorter.",
                "They would have to be paid for pauses.",
                "Somebody who is asked twice and says the same.");
        for (int n = 0; n < answers.size(); n++) {
            room.submit("s" + (2 * n + 1), "write", "", Map.of("answer-1", answers.get(n)));
        }
        List.of("share", "share", "share", "feedback").forEach(room::open);
        IntStream.rangeClosed(1, 24)
                .forEach(n ->
                        room.submit("s" + n, "give", "", Map.of("rating", n % 3 == 0 ? "5" : "4", "comment", "")));
        room.open("close");
        return Pages.over(room, moves(room));
    }

    private static Moved[] moves(PaperClass room) {
        List<Moved> moves = new ArrayList<>();
        Instant at = room.dossier().lesson().startedAt();
        for (Step step : room.edition().plan().steps()) {
            at = at.plus(Duration.ofMinutes(
                    step.minutes() + (step.id().equals("prefer") ? 4 : step.id().equals("share") ? -4 : 0)));
            moves.add(new Moved("Next", step.id(), at));
        }
        return moves.toArray(Moved[]::new);
    }

    private static void take(String html, String name) throws Exception {
        Page page = show(html);
        page.setViewportSize(900, 1100);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("../docs/pictures", name + ".png"))
                .setScale(ScreenshotScale.CSS));
        page.close();
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
