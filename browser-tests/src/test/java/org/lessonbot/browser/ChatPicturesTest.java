package org.lessonbot.browser;

import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotScale;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lessonbot.browser.drawing.ChatPicture;

/** Draws the lesson in Discord and in Slack for the guides anew: {@code -Dpictures.update=true}. */
@EnabledIfSystemProperty(named = "pictures.update", matches = "true", disabledReason = "pictures are taken on request")
class ChatPicturesTest {
    @Test
    void ofDiscord() throws IOException {
        take("discord", ChatPicture.discord());
    }

    @Test
    void ofSlack() throws IOException {
        take("slack", ChatPicture.slack());
    }

    private static void take(String chat, ChatPicture picture) throws IOException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.newPage();
            take(page, picture.lesson(), chat);
            take(page, picture.console(), chat + "-console");
            take(page, picture.club(), chat + "-club");
        }
    }

    private static void take(Page page, String html, String name) {
        page.setContent(html);
        page.locator("body")
                .screenshot(new ScreenshotOptions()
                        .setPath(Path.of("../docs/pictures", name + ".png"))
                        .setScale(ScreenshotScale.CSS));
    }
}
