package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Drawing;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

/** How a result comes in on the board and the page, which share one stylesheet. */
class MotionTest {
    private static final String STYLES = "/org/lessonbot/web/assets/classroom.css";

    @Test
    void barsGrowOnceAndCalmlyAndStandStillForWhoeverWantsLessMotion() throws IOException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            page.setContent("<style>" + styles() + Drawing.stylesheet() + "</style><figure class=\"result\">"
                    + Drawing.inPage(bars()) + "</figure>");
            Locator bar = page.locator(".p-fill").first();

            assertThat(bar).hasCSS("animation-name", "grow");
            assertThat(bar).hasCSS("animation-iteration-count", "1");
            assertThat(seconds(bar, "animationDuration")).isBetween(0.3, 1.0);

            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(bar).hasCSS("animation-name", "none");
            assertThat(seconds(bar, "transitionDuration")).isZero();
        }
    }

    private static double seconds(Locator part, String style) {
        String said = (String) part.evaluate("part => getComputedStyle(part)." + style);
        return Double.parseDouble(said.split(",", -1)[0].replace("s", ""));
    }

    private static BarChart bars() {
        Said said = new Said("A result", "Seven of ten", List.of("What", "How many"), List.of());
        return new BarChart(said, List.of(BarChart.Bar.of("Apples", "7", 0.7)), Scale.parts(), "");
    }

    private static String styles() throws IOException {
        try (InputStream file = Optional.ofNullable(MotionTest.class.getResourceAsStream(STYLES))
                .orElseThrow()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
