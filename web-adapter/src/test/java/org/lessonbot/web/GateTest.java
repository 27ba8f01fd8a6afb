package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static final HttpClient ASKING = HttpClient.newHttpClient();
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
    void somebodyWhoPressesWithoutEndIsSlowedDownAndNobodyElse() throws Exception {
        WebLimits few = new WebLimits(10_000, 3, 0.001, 1_000, 1_000, 8, 100);
        try (OpenClassroom strict = new OpenClassroom(WebSettings.onLoopback(0).with(few))) {
            Browser hasty = strict.student("Hasty");
            Browser calm = strict.student("Calm");
            for (int i = 0; i < 3; i++) {
                assertThat(hasty.post(command()).statusCode()).isEqualTo(200);
            }

            HttpResponse<String> refused = hasty.post(command());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("did not count");
            assertThat(calm.post(command()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aScriptDoesNotFillTheRoomWithPeople() throws Exception {
        WebLimits few = new WebLimits(10_000, 30, 5, 50, 0.001, 8, 100);
        try (OpenClassroom strict = new OpenClassroom(WebSettings.onLoopback(0).with(few))) {
            String code = strict.web().joinCode(strict.room());
            for (int i = 0; i < 10; i++) {
                assertThat(strict.newBrowser().enter(code, "Nobody").statusCode())
                        .isEqualTo(200);
            }

            assertThat(strict.newBrowser().enter(code, "Nobody").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void theNewestPageOfAPersonTakesThePlaceOfTheOldest() throws Exception {
        WebLimits few = new WebLimits(10_000, 30, 5, 1_000, 1_000, 2, 100);
        try (OpenClassroom strict = new OpenClassroom(WebSettings.onLoopback(0).with(few))) {
            Browser browser = strict.student("Tabs");
            try (EventStream first = browser.follow();
                    EventStream second = browser.follow();
                    EventStream third = browser.follow()) {
                assertThat(List.of(first.status(), second.status(), third.status()))
                        .containsOnly(200);
                first.untilReady();
                assertThat(first.next().name()).isEqualTo("over");
                first.awaitEnd();
                second.untilReady();
                third.untilReady();
                strict.post("still", Samples.welcome());
                second.awaitText("How AI learns");
                third.awaitText("How AI learns");
            }
        }
    }

    @Test
    void whoeverHasMostPagesMakesRoomForWhoeverHasNone() throws Exception {
        WebLimits few = new WebLimits(10_000, 30, 5, 1_000, 1_000, 3, 4);
        try (OpenClassroom strict = new OpenClassroom(WebSettings.onLoopback(0).with(few))) {
            Browser many = strict.student("Many");
            Browser one = strict.student("One");
            try (EventStream only = one.follow();
                    EventStream first = many.follow();
                    EventStream second = many.follow();
                    EventStream third = many.follow()) {
                for (EventStream page : List.of(only, first, second, third)) {
                    page.untilReady();
                }

                try (EventStream newcomer = strict.student("Newcomer").follow()) {
                    newcomer.untilReady();
                    assertThat(first.next().name()).isEqualTo("over");
                    strict.post("still", Samples.welcome());
                    only.awaitText("How AI learns");
                    third.awaitText("How AI learns");
                }
            }
        }
    }

    @Test
    void codesToComeBackByCannotBeTriedFromManyAddresses() throws Exception {
        WebLimits few = new WebLimits(10_000, 30, 5, 50, 0.001, 8, 100);
        WebSettings named = new WebSettings("127.0.0.1", 0, Optional.empty(), List.of("127.0.0.0/8"), few);
        try (OpenClassroom behind = new OpenClassroom(named)) {
            behind.student("Ana");
            Map<String, String> form = behind.newBrowser().form(behind.web().joinCode(behind.room()), "");
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                answers.add(guessing(behind, form, "2001:db8:" + i + "::1"));
            }

            assertThat(answers).containsExactly(422, 422, 422, 422, 422, 429, 429);
        }
    }

    private static int guessing(OpenClassroom classroom, Map<String, String> form, String address) throws Exception {
        String body = "before=AAAAAA&code=" + form.get("code") + "&token=" + form.get("token");
        HttpRequest request = HttpRequest.newBuilder(classroom.web().address().resolve("/join/back"))
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void whoReloadsTenTimesInARowIsStillInTheLesson() throws Exception {
        Browser browser = classroom.student("Impatient");
        List<EventStream> left = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            left.add(browser.follow());
        }

        assertThat(left).extracting(EventStream::status).containsOnly(200);
        left.get(11).untilReady();
        left.forEach(EventStream::close);
    }

    @Test
    void whoSaysForWhomItAsksIsBelievedIfItIsAProxyThatWasNamed() throws Exception {
        WebLimits few = new WebLimits(10_000, 30, 5, 20, 0.001, 8, 100);
        WebSettings named = new WebSettings("127.0.0.1", 0, Optional.empty(), List.of("127.0.0.0/8"), few);
        try (OpenClassroom behind = new OpenClassroom(named);
                OpenClassroom bare = new OpenClassroom(WebSettings.onLoopback(0).with(few))) {
            for (int i = 0; i < 25; i++) {
                asking(behind, "203.0.113." + i);
                asking(bare, "203.0.113." + i);
            }

            assertThat(asking(behind, "203.0.113.99").statusCode()).isEqualTo(200);
            assertThat(asking(bare, "203.0.113.99").statusCode()).isEqualTo(429);
        }
    }

    private static HttpResponse<String> asking(OpenClassroom classroom, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(classroom.web().address())
                .header("X-Forwarded-For", address)
                .build();
        return ASKING.send(request, BodyHandlers.ofString());
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
        assertThat(browser.follow("/rooms/" + classroom.room() + "/desk", "").status())
                .isEqualTo(401);
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
