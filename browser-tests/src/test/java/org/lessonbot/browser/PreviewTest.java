package org.lessonbot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.proof.Proofs;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.web.Preview;

/** The review of a bank in a browser; nothing is sent, so the shipped files stay as they are. */
class PreviewTest {
    private static final String ITEM = "**/how-ai-learns/*";

    private static Preview preview;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        Proofs proofs = new Proofs(Path.of("../prompts"), new PlanReader(Activities.contentTypes()));
        preview = Preview.start(proofs, Phrasebook.of("en"), 0);
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
        preview.close();
    }

    @Test
    void theAuditFindsNothingInLightAndInDark() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = chromium.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(preview.address().toString());
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.locator("a").first().click();
            page.waitForURL(ITEM);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/preview-" + scheme + ".png")));
            page.close();
        }
    }

    @Test
    void anItemIsReachedAndItsFormIsWalkedByKeyboardAlone() {
        Page page = chromium.newPage();
        page.navigate(preview.address().toString());
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(ITEM);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            names.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 30) + '|'"));
        }
        assertThat(names.toString()).contains("All items|", "Approve|", "Keep as draft|", "Retire|");
    }
}
