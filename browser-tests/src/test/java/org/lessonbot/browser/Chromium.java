package org.lessonbot.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.engine.DrivenTime;

/**
 * A headless Chromium for one test. Playwright's objects belong to the thread that made them, so tests that run side by
 * side have one each; people in a lesson are contexts of it, which share no cookies.
 */
final class Chromium implements AutoCloseable {

    /**
     * The browser keeps quiet: it asks nobody for updates, syncs nothing, and needs no graphics card. Nor is one made up for
     * it, in a process of its own: that was a quarter of all that it computed.
     */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", // Chromium refuses to sandbox itself as root, which a container or CI often is
            "--disable-gpu",
            "--disable-gpu-compositing",
            "--disable-software-rasterizer",
            "--in-process-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** For all that is waited for in a page; Playwright's own five seconds are a busy machine's. */
    private static final double PATIENCE_MS = DrivenTime.HANGS.toMillis();

    /**
     * Takes from a page the 20 real seconds after which it gives up what was done in it: a busy machine needs longer for what a test has
     * it wait for. Nothing else in a page is ended so.
     */
    private static final String PATIENT = "AbortController.prototype.abort = () => {};";

    /** A start takes seconds, so a thread keeps its Chromium from test to test; it ends with this process. */
    private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Chromium::launch);

    private final Browser browser;
    private final List<BrowserContext> people = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    /**
     * The Chromium of this machine, after installing one where there is none.
     *
     * @throws IllegalStateException if there is none and none can be installed; the message says what to do
     */
    static Chromium start() {
        return new Chromium(RUNNING.get());
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Optional<Path> installed = ChromiumProgram.findOrInstall();
        LaunchOptions options = new LaunchOptions().setArgs(ARGUMENTS);
        installed.ifPresent(options::setExecutablePath);
        try {
            Playwright playwright = installed.isPresent() ? withoutDownload() : Playwright.create();
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "No Chromium to test with. Install one (Debian: apt install chromium), or name its program in "
                            + ChromiumProgram.VARIABLE + ".",
                    e);
        }
    }

    /** A page of somebody new: no cookies, no history. */
    Page newPage() {
        return newPerson().newPage();
    }

    /**
     * Somebody new, who may open several pages. They want less motion: what moves is drawn anew sixty times a second, which
     * was a fifth of all that a whole lesson computed. Tests that are about motion say so.
     */
    BrowserContext newPerson() {
        return newPerson(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Somebody new with a screen, a language or a taste for less motion of their own. */
    BrowserContext newPerson(Browser.NewContextOptions options) {
        BrowserContext person = browser.newContext(options);
        person.setDefaultTimeout(PATIENCE_MS);
        person.addInitScript(PATIENT);
        people.add(person);
        return person;
    }

    /** Everybody leaves, and takes their pages along. */
    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }

    private static Playwright withoutDownload() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }
}
