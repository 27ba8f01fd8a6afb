package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;

/** The page on the projector. */
record Board(Page page) {
    static Board byLink(Page page, URI link) {
        page.navigate(link.toString());
        return new Board(page);
    }

    Locator stage() {
        return page.locator("#stage");
    }

    void shows(String text) {
        assertThat(stage()).containsText(text);
    }

    /** The last page shows what is left and nothing of the one before, and leads back. */
    void turnsToItsEndAndBack() {
        page.setViewportSize(1280, 720);
        Locator count = page.locator("#pager output");
        assertThat(count).hasText(Pattern.compile("^1 / [2-9]$"));
        int pages = Integer.parseInt(count.textContent().split(" / ", 2)[1]);
        for (int at = 2; at <= pages; at++) {
            page.keyboard().press("PageDown");
            assertThat(count).hasText(at + " / " + pages);
        }
        assertThat(page.locator("#slides > :last-child")).isInViewport();
        assertThat((Boolean) page.evaluate(
                        "(slides => Math.abs(slides.scrollLeft % (slides.clientWidth + parseFloat(getComputedStyle(slides).columnGap))) < 2)"
                                + "(document.getElementById('slides'))"))
                .as("a whole page on")
                .isTrue();
        for (int at = pages - 1; at >= 1; at--) {
            page.keyboard().press("PageUp");
            assertThat(count).hasText(at + " / " + pages);
        }
    }

    /** As a presenter's clicker does. What is on none of the board's pages is nowhere: it never scrolls down. */
    void turnsItsPages() {
        page.setViewportSize(1280, 720);
        assertThat(page.locator("#pager output")).hasText(Pattern.compile("^1 / [2-9]$"));
        assertThat(page.locator(".result .picture").first()).isInViewport();
        page.keyboard().press("PageDown");
        assertThat(page.locator("#pager output")).hasText(Pattern.compile("^2 / "));
        assertThat(page.locator(".result .picture").first()).not().isInViewport();
        page.keyboard().press("PageUp");
        assertThat(page.locator(".result .picture").first()).isInViewport();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                .isTrue();
        page.setViewportSize(360, 740);
        assertThat(page.locator("#pager")).isHidden();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }
}
