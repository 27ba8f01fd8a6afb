package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A teacher who has fingers only. */
class TouchTest {
    private final School school = new School(0);

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void theListOfCommandsIsScrolledByAFingerAndTakenFromByATap() {
        BrowserContext person = school.chromium()
                .newPerson(new Browser.NewContextOptions().setHasTouch(true).setViewportSize(390, 600));
        Page page = person.newPage();
        Teacher.byLink(page, school.classroom().teacherLink());
        Locator line = page.locator("#compose");
        line.fill("/");
        Locator list = page.locator("#suggestions");
        assertThat(list).isVisible();
        BoundingBox box = list.boundingBox();
        assertThat(list).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        CDPSession finger = person.newCDPSession(page);
        double x = box.x + box.width / 2;
        double y = box.y + box.height - 20;
        touch(finger, "touchStart", x, y);
        for (int moved = 20; moved <= 100; moved += 20) {
            touch(finger, "touchMove", x, y - moved);
        }
        touch(finger, "touchEnd", x, y);

        page.waitForCondition(() -> list.evaluate("list => list.scrollTop > 0").equals(true));
        assertThat(line).hasValue("/");
        Locator pairs = list.locator("[data-text='/pairs']");
        pairs.tap();
        assertThat(line).hasValue("/pairs");
        assertThat(line).isFocused();
    }

    private static void touch(CDPSession finger, String what, double x, double y) {
        JsonArray points = new JsonArray();
        if (!what.equals("touchEnd")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", what);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }
}
