package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static OpenClassroom classroom;

    @BeforeAll
    static void open() {
        classroom = new OpenClassroom();
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @Test
    void pagesRunNoForeignOrInlineScriptAndLieInNoFrame() throws Exception {
        HttpResponse<String> page = classroom.newBrowser().open("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick=");
    }

    @Test
    void scriptsAndStylesMayBeKeptForEver() throws Exception {
        String page = classroom.newBrowser().open("/").body();
        String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]*classroom.css)\".*", "$1");

        HttpResponse<String> file = classroom.newBrowser().open(style);

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }

    static Stream<Map<String, String>> foreignHeaders() {
        return Stream.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"));
    }

    @ParameterizedTest
    @MethodSource("foreignHeaders")
    void noOtherOriginCanActForSomebody(Map<String, String> foreign) throws Exception {
        Browser browser = classroom.student("Origin");
        Map.Entry<String, String> header = foreign.entrySet().iterator().next();

        HttpResponse<String> refused = browser.post(command(), header.getKey(), header.getValue());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("nothing was changed");
    }

    @Test
    void ourOwnOriginCanAct() throws Exception {
        Browser browser = classroom.student("Own");
        URI base = classroom.web().address();

        assertThat(browser.post(command(), "Origin", "http://" + base.getAuthority(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anActWithoutThePagesTokenIsRefused() throws Exception {
        Browser browser = classroom.student("Tokenless");
        HttpRequest request = HttpRequest.newBuilder(classroom.web().address().resolve(browser.page() + "/act"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> refused =
                HttpClient.newBuilder().cookieHandler(browser.cookies()).build().send(request, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aLinkFromAnotherSiteIsOpenedOnceMoreByOurselves() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(classroom.web().teacherLink(classroom.room()))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .build();

        HttpResponse<String> page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(page.body())
                .contains("http-equiv=\"refresh\"")
                .contains(classroom.web().teacherLink(classroom.room()).getPath());
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void sessionsAreForThisSiteAloneAndForNoScript() throws Exception {
        HttpResponse<String> entered = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(classroom.web().teacherLink(classroom.room()))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(entered.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        Browser browser = classroom.student("Large");
        var act = Browser.withId(Map.of("kind", "command", "text", "x".repeat(200_000), "from", 0));

        assertThat(browser.post(act).statusCode()).isEqualTo(413);
    }

    @Test
    void aForgedSessionIsNobody() throws Exception {
        Browser browser = classroom.student("Forged");
        HttpCookie cookie = session(browser);
        String value = cookie.getValue();

        for (String forged : new String[] {
            value.substring(0, value.length() - 1) + (value.endsWith("A") ? "B" : "A"),
            inOtherCase(value),
            value.replaceFirst("^p", "px"),
            value.replaceFirst("\\.\\d", ".9"),
            "a.b",
            ""
        }) {
            cookie.setValue(forged);
            assertThat(browser.open(browser.page()).statusCode()).as(forged).isEqualTo(401);
        }
        cookie.setValue(value);
        assertThat(browser.open(browser.page()).statusCode()).isEqualTo(200);
    }

    @Test
    void aStudentsSessionOpensNeitherTheConsoleNorAnotherRoom() throws Exception {
        Browser browser = classroom.student("Curious");
        String other = classroom.web().openRoom("Room 13");
        HttpCookie mine = session(browser);
        for (String name : new String[] {"desk_" + classroom.room(), "class_" + other, "desk_" + other}) {
            HttpCookie copy = new HttpCookie(name, mine.getValue());
            copy.setPath("/");
            browser.cookies().getCookieStore().add(classroom.web().address(), copy);
        }

        assertThat(browser.open("/rooms/" + classroom.room() + "/desk").statusCode())
                .isEqualTo(401);
        assertThat(browser.open("/rooms/" + other).statusCode()).isEqualTo(401);
        assertThat(browser.open("/rooms/" + other + "/desk").statusCode()).isEqualTo(401);
        assertThat(browser.follow("/rooms/" + classroom.room() + "/desk", "")
                        .next()
                        .name())
                .isEqualTo("refused");
    }

    private static HttpCookie session(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("class_"))
                .findFirst()
                .orElseThrow();
    }

    /** The token with the first letter of its mark as a capital, or small if it is one. */
    private static String inOtherCase(String token) {
        return Pattern.compile("([A-Za-z])(?=[^.]*$)")
                .matcher(token)
                .replaceFirst(letter -> letter.group().equals(letter.group().toLowerCase(Locale.ROOT))
                        ? letter.group().toUpperCase(Locale.ROOT)
                        : letter.group().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> command() {
        return Browser.withId(Map.of("kind", "command", "text", "/help", "from", 0));
    }
}
