package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.engine.DrivenTime;

/** Many who ask for much: whoever asks for too much is slowed down or makes room, and nobody else waits. */
class CrowdTest {
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
    void somebodyWhoPressesWithoutEndIsSlowedDownAndNobodyElse() throws Exception {
        WebLimits few = new WebLimits(10_000, 3, 0.001, 1_000, 1_000, 8, 100, DrivenTime.HANGS);
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
        WebLimits few = new WebLimits(10_000, 30, 5, 50, 0.001, 8, 100, DrivenTime.HANGS);
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
        WebLimits few = new WebLimits(10_000, 30, 5, 1_000, 1_000, 2, 100, DrivenTime.HANGS);
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
        WebLimits few = new WebLimits(10_000, 30, 5, 1_000, 1_000, 3, 4, DrivenTime.HANGS);
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
        WebLimits few = new WebLimits(10_000, 30, 5, 50, 0.001, 8, 100, DrivenTime.HANGS);
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
        WebLimits few = new WebLimits(10_000, 30, 5, 20, 0.001, 8, 100, DrivenTime.HANGS);
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
    void aBrowserThatReadsNothingHoldsNobodyUp() throws Exception {
        Browser ana = classroom.student("Ana");
        String board = classroom.web().boardLink(classroom.room()).getPath();
        try (EventStream anas = ana.follow()) {
            anas.untilReady();
            List<Socket> stuck = List.of(
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board),
                    deaf(board));
            String text = "word ".repeat(200_000);
            for (int i = 0; i < 8; i++) {
                classroom.post("long " + i, Message.text(i + text));
                anas.awaitText(i + "word");
            }
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }

    /** Asks for a feed and reads no more than its beginning. */
    private Socket deaf(String path) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(
                new InetSocketAddress("127.0.0.1", classroom.web().address().getPort()));
        socket.getOutputStream()
                .write(("GET " + path + "/feed HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        return socket;
    }

    private static Map<String, Object> command() {
        return Browser.withId(Map.of("kind", "command", "text", "/help", "from", 0));
    }
}
