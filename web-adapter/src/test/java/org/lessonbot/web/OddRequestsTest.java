package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.suite.Odd;

/** Whatever a browser, or what pretends to be one, sends: it is answered, and never by a failure that nobody expected. */
class OddRequestsTest {
    private static final WebLimits WIDE =
            new WebLimits(128 * 1024, 1_000_000, 1e6, 1_000_000, 1e6, 8, 2_000, DrivenTime.HANGS);

    /** As many as wait for Jetty's threads at once, and more. */
    private static final int MORE_THAN_THREADS = 260;

    private static OpenClassroom classroom;

    @BeforeAll
    static void open() {
        classroom = new OpenClassroom(new WebSettings("127.0.0.1", 0, Optional.empty(), List.of("127.0.0.1"), WIDE));
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @Test
    void anActThatIsNoneIsRefusedInWords() throws Exception {
        Browser ana = classroom.student("Ana");
        for (String act : List.of(
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"id\":null,\"kind\":\"press\",\"from\":0}",
                "{\"id\":\"a\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":null,\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"command\",\"text\":\"/help\"}",
                "{\"id\":\"a\",\"kind\":\"press\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"press\",\"action\":\"none\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"pick\",\"action\":\"1//0/gone/\",\"values\":[null],\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"submit\",\"action\":\"1//0/seed/\",\"fields\":{\"reason\":null},\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"submit\",\"action\":\"1//0/seed/\",\"fields\":{\"reason\":[]},\"from\":0}",
                "[".repeat(5_000))) {
            HttpResponse<String> refused = ana.postRaw(act);

            assertThat(refused.statusCode()).as(act).isEqualTo(400);
            assertThat(refused.body()).as(act).contains("problem");
        }
    }

    @Test
    void oddActsAreAnswered() throws Exception {
        Browser ana = classroom.student("Ana");
        List<String> names = List.of("id", "kind", "action", "values", "fields", "text", "from", "part", "zone");
        Odd.times(150, odd -> {
            Map<String, Object> act = new LinkedHashMap<>();
            act.put("id", odd.once(9) ? odd.text() : "odd");
            act.put("kind", odd.once(9) ? odd.text() : odd.of(List.of("press", "pick", "submit", "command")));
            act.put("action", odd.changed(Samples.guess("base").id()));
            act.put("values", List.of(odd.text(), odd.text()));
            act.put("fields", Map.of(odd.text(), odd.text()));
            act.put("text", odd.changed("/start lesson:how-ai-learns pace:\"self\""));
            act.put("from", odd.once(5) ? Long.MIN_VALUE : 0);
            act.put("part", odd.text());
            act.put("zone", odd.changed("Europe/Berlin"));
            for (String name : names) {
                if (odd.once(12)) {
                    act.put(name, odd.once(2) ? null : List.of(Map.of("a", odd.text())));
                } else if (odd.once(12)) {
                    act.remove(name);
                }
            }
            String json = Browser.JSON.writeValueAsString(act);
            HttpResponse<String> answer = ana.postRaw(odd.once(4) ? odd.changed(json) : json);

            assertThat(answer.statusCode()).as(json).isIn(200, 400);
        });
    }

    @Test
    void oddAddressesCookiesAndHeadersAreAnswered() throws Exception {
        Browser ana = classroom.student("Ana");
        String room = classroom.room();
        String cookie = ana.cookies().getCookieStore().getCookies().stream()
                .map(one -> one.getName() + "=" + one.getValue())
                .reduce("", (before, one) -> before + one + "; ");
        List<String> addresses = new ArrayList<>(List.of(
                "/",
                "/join?code=ABC",
                "/join/ABC",
                "/rooms/" + room,
                "/rooms/" + room + "/feed?after=0.0&page=1",
                "/rooms/" + room + "/desk",
                "/results/1/1893456000/abc/answers.csv",
                "/lessons/1/abc/feed",
                "/assets/x/classroom.css"));
        for (URI link :
                List.of(classroom.web().teacherLink(room), classroom.web().boardLink(room))) {
            addresses.add(link.getPath());
        }
        Odd.times(200, odd -> {
            String address = line(odd.once(3) ? odd.of(addresses) : odd.changed(odd.of(addresses)));
            String request = odd.of(List.of("GET ", "GET ", "HEAD ", "OPTIONS ", "PUT ", "POST ")) + address
                    + " HTTP/1.1\r\nHost: " + line(odd.once(9) ? odd.text() : "127.0.0.1")
                    + "\r\nCookie: " + line(odd.once(2) ? odd.changed(cookie) : cookie)
                    + "\r\nLast-Event-ID: " + line(odd.changed("3.4"))
                    + "\r\nX-Forwarded-For: " + line(odd.changed("203.0.113.7, 127.0.0.1"))
                    + "\r\nReferer: " + line(odd.changed("http://127.0.0.1/"))
                    + "\r\nAccept: " + line(odd.once(2) ? "text/html" : odd.text())
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

            assertThat(status(request)).as(request).isBetween(200, 599).isNotEqualTo(500);
        });
    }

    @Test
    void oddFormsAtTheDoorAreAnswered() throws Exception {
        Map<String, String> form = classroom.newBrowser().form(classroom.web().joinCode(classroom.room()), "Ana");
        Odd.times(60, odd -> {
            String body = "code=" + form.get("code") + "&name=Ana&before=AAAAAA&token=" + form.get("token");
            String sent = odd.changed(body);
            int length = sent.getBytes(StandardCharsets.UTF_8).length;
            String request = "POST " + odd.of(List.of("/join", "/join/back"))
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                    + odd.of(List.of(
                            "application/x-www-form-urlencoded",
                            "application/x-www-form-urlencoded; charset=none",
                            "text/plain",
                            "multipart/form-data; boundary=b"))
                    + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n" + sent;

            assertThat(status(request)).as(request).isBetween(200, 599).isNotEqualTo(500);
        });
    }

    @Test
    void bodiesThatDoNotComeKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                slow.add(send("POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\ncode="));
            }

            assertThat(classroom.newBrowser().open("/").statusCode()).isEqualTo(200);
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().available()).isZero();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Without line ends, which would begin another header. */
    private static String line(String text) {
        return text.replaceAll("[\\r\\n]", "");
    }

    private static Socket send(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", classroom.web().address().getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The status that is answered; of a feed, which does not end, as soon as it is there. */
    private static int status(String request) throws IOException {
        try (Socket socket = send(request)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.write(c);
            }
            String answer = line.toString(StandardCharsets.ISO_8859_1);
            return answer.matches("HTTP/1.1 \\d{3}.*\\s") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        }
    }
}
