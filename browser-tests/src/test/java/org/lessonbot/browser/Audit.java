package org.lessonbot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.function.Supplier;

/** Looks for what keeps people out of a page: with axe-core, in light and dark, on a small phone and
 * on a desk, and enlarged. */
final class Audit {
    /** Ways to look at a page: colours do not depend on the width, so that each is tried once. */
    private enum View {
        DESK(1280, 720, ColorScheme.LIGHT),
        /** Enlarged to 200 %. */
        ENLARGED(640, 360, ColorScheme.LIGHT),
        /** The narrowest that people have, which is also 1280 enlarged to 400 % (WCAG 2.1, 1.4.10). */
        PHONE(320, 640, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        View(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    /** All but the newest post, the list of pairs before it, and what one person was told of the two. */
    private static final String LONG_THERE = "#messages > :nth-last-child(n + 5)";

    private Audit() {}

    /** Finds nothing wrong with the page as it stands, whichever way it is looked at; it is as it was afterwards, but without motion. */
    static void passes(String what, Page page) {
        passes(what, page, () -> axe(page));
    }

    /**
     * The same without the posts that have long stood there. They change no more, and are most of a page and of the time that
     * an audit of it takes; whoever leaves them out here audits the whole page at last.
     */
    static void newestPasses(String what, Page page) {
        passes(what, page, () -> axe(page).exclude(LONG_THERE));
    }

    /** All rules; but where each of them was kept is worked out for nobody. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void passes(String what, Page page, Supplier<AxeBuilder> audit) {
        ViewportSize before = page.viewportSize();
        for (View view : View.values()) {
            page.setViewportSize(view.width, view.height);
            // Without motion, or colours that are just turning into others would be looked at.
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(view.scheme).setReducedMotion(ReducedMotion.REDUCE));
            scrollsOnlyDown(what + ", " + view, page);
            if (view != View.ENLARGED) {
                assertThat(audit.get().analyze().getViolations())
                        .as("%s, %s", what, view)
                        .isEmpty();
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(before.width, before.height);
    }

    /** Nothing stands out of the page to the right; a table may within its own frame. */
    private static void scrollsOnlyDown(String what, Page page) {
        Object wide = page.evaluate("""
                () => [document.documentElement, ...document.querySelectorAll('#log, #console, dialog[open]')]
                    .filter(part => part.scrollWidth > part.clientWidth + 1)
                    .map(part => `${part.id || part.tagName} is ${part.scrollWidth} wide in ${part.clientWidth}`)
                """);
        assertThat((List<?>) wide).as("parts that scroll sideways: %s", what).isEmpty();
    }
}
