package org.lessonbot.web;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody's browser: cookies, pages, and what a page's scripts send. */
final class Browser {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ACTS = new AtomicInteger();
    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "browser");
        thread.setDaemon(true);
        return thread;
    });

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = client(cookies, HttpClient.Redirect.NORMAL);
    private final HttpClient staying = client(cookies, HttpClient.Redirect.NEVER);
    private final URI base;
    /** Path of the room's page that is open, and the token that this page was given. */
    private String page = "";

    private String token = "";

    Browser(URI base) {
        this.base = base;
    }

    /** One of very many: they share their threads, and none asks for HTTP/2, which the classroom does not speak. */
    static HttpClient client(CookieHandler cookies, HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(THREADS)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    CookieManager cookies() {
        return cookies;
    }

    String page() {
        return page;
    }

    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(html(address).build(), BodyHandlers.ofString());
        Matcher room = Pattern.compile("data-path=\"([^\"]*)\" data-token=\"([^\"]*)\"")
                .matcher(response.body());
        if (room.find()) {
            page = room.group(1);
            token = room.group(2);
        }
        return response;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return open(base.resolve(path));
    }

    HttpResponse<String> enter(String code, String name) throws IOException, InterruptedException {
        return arrive(submit(form(code, name)));
    }

    /** The form of the join page, filled in. */
    Map<String, String> form(String code, String name) throws IOException, InterruptedException {
        Matcher hidden = Pattern.compile("name=\"token\" value=\"([^\"]*)\"")
                .matcher(open("/join/" + code).body());
        return Map.of("code", code, "name", name, "token", hidden.find() ? hidden.group(1) : "");
    }

    /** Comes back by the code that a teacher showed. */
    HttpResponse<String> comeBack(String code, String before) throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(form(code, ""));
        form.put("before", before);
        return arrive(submit("/join/back", form));
    }

    private HttpResponse<String> arrive(HttpResponse<String> response) throws IOException, InterruptedException {
        if (response.statusCode() == 303) {
            return open(response.headers().firstValue("Location").orElseThrow());
        }
        return response;
    }

    HttpResponse<String> submit(Map<String, String> fields) throws IOException, InterruptedException {
        return submit("/join", fields);
    }

    HttpResponse<String> submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return staying.send(
                html(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends an act, and reads what came of it. */
    JsonNode act(Map<String, ?> act) throws IOException, InterruptedException {
        return JSON.readTree(post(withId(act)).body());
    }

    HttpResponse<String> post(Map<String, ?> act, String... headers) throws IOException, InterruptedException {
        return postRaw(JSON.writeValueAsString(act), headers);
    }

    HttpResponse<String> postRaw(String act, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(page + "/act"))
                .header("Content-Type", "application/json")
                .header("X-Page-Token", token)
                .POST(BodyPublishers.ofString(act));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode press(String action, long from) throws IOException, InterruptedException {
        return act(Map.of("kind", "press", "action", action, "from", from, "part", "choice"));
    }

    JsonNode say(String text) throws IOException, InterruptedException {
        return act(Map.of("kind", "command", "text", text, "from", 0));
    }

    static Map<String, Object> withId(Map<String, ?> act) {
        Map<String, Object> whole = new HashMap<>(act);
        whole.putIfAbsent("id", "act-" + ACTS.incrementAndGet());
        return whole;
    }

    /** Follows with a page that has an id of its own, as the scripts give it one. */
    EventStream followAs(String id) throws IOException, InterruptedException {
        return new EventStream(client.send(
                HttpRequest.newBuilder(base.resolve(page + "/feed?page=" + id))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines()));
    }

    /** Closes that page. */
    void leave(String id) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(base.resolve(page + "/bye"))
                        .POST(BodyPublishers.ofString(id))
                        .build(),
                BodyHandlers.discarding());
    }

    /** Asks the teacher's page for the code that brings somebody back. */
    String wayBack(String person) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(page + "/way-back"))
                .header("X-Page-Token", token)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("person", person))))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** Asks the teacher's page for another teachers' link. */
    HttpResponse<String> renew() throws IOException, InterruptedException {
        return renewAt(page);
    }

    HttpResponse<String> renewAt(String where) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(where + "/renew"))
                .header("X-Page-Token", token)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Asks for something as this page does, and looks only at the status. */
    int knock(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("X-Page-Token", token)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    EventStream follow() throws IOException, InterruptedException {
        return follow(page, "");
    }

    /** Follows the same page where another server has it. */
    EventStream followAt(URI server) throws IOException, InterruptedException {
        return follow(server.resolve(page).toString(), "");
    }

    EventStream follow(String path, String lastEvent) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path + "/feed")).header("Accept", "text/event-stream");
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
        return new EventStream(response);
    }

    private static HttpRequest.Builder html(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }
}
