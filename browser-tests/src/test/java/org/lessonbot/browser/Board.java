package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

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
}
