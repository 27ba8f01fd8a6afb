package org.lessonbot.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tools of the tests here: a browser that opens, draws, photographs and audits a page. */
class ChromiumTest {

    private static final byte[] PAGE = """
            <!doctype html>
            <html lang="en">
              <head><title>A page</title></head>
              <body style="background: #00ff00"><main><h1>Hello</h1><img src="data:," id="picture"></main></body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private static HttpServer server;
    private static Chromium chromium;

    @BeforeAll
    static void serveAPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.stop(0);
    }

    @Test
    void aPageIsDrawnAndPhotographed() throws IOException {
        Page page = open();

        byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/a-page.png")));

        assertThat(page.title()).isEqualTo("A page");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(page.viewportSize().width);
        assertThat(picture.getRGB(picture.getWidth() - 1, picture.getHeight() - 1))
                .isEqualTo(0xff00ff00);
    }

    @Test
    void theAuditFindsAPictureWithoutWords() {
        var violations = new AxeBuilder(open()).analyze().getViolations();

        assertThat(violations).extracting(rule -> rule.getId()).containsExactly("image-alt");
    }

    private static Page open() {
        Page page = chromium.newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return page;
    }
}
