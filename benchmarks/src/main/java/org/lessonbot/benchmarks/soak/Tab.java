package org.lessonbot.benchmarks.soak;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Action;

/** One person's page of the browser classroom: it keeps its feed open for as long as they are there. */
final class Tab implements Seat {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern PAGE = Pattern.compile("data-path=\"([^\"]*)\" data-token=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*data-action=\"([^\"]*)\"([^>]*)>");
    private static final Pattern FORM_ACTION = Pattern.compile("<form data-action=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile(
            "<(?:input type=\"(text|radio)\"|textarea)[^>]*? name=\"([^\"]*)\"(?: value=\"([^\"]*)\")?");
    private static final String DATA = "data: ";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(400);
    private static final int TRIES = 6;
    private static final int TEXT = 60;

    private final HttpClient http;
    private final URI link;
    private final AtomicInteger acts = new AtomicInteger();
    private final Map<Long, JsonObject> posts = new TreeMap<>();
    private String path = "";
    private String token = "";
    private Stream<String> feed = Stream.empty();

    private Tab(URI link) {
        this.link = link;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Comes in by a link that opens the room at once. */
    static Tab open(URI link) {
        Tab tab = new Tab(link);
        tab.entered(tab.send(HttpRequest.newBuilder(link)));
        return tab;
    }

    /** Comes in as a student. */
    static Tab join(URI link, String name) {
        Tab tab = new Tab(link);
        String door = tab.send(HttpRequest.newBuilder(link));
        String code = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
        Map<String, String> form = Map.of(
                "code", code, "name", name, "token", found(FORM_TOKEN, door).group(1));
        tab.entered(tab.send(HttpRequest.newBuilder(link.resolve("/join"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))));
        return tab;
    }

    private void entered(String page) {
        Matcher room = found(PAGE, page);
        path = room.group(1);
        token = room.group(2);
        try {
            feed = http.send(
                            HttpRequest.newBuilder(link.resolve(path + "/feed?page=p"))
                                    .build(),
                            BodyHandlers.ofLines())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        Thread reader = new Thread(this::read, "tab");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            feed.filter(line -> line.startsWith(DATA + "{\"number\""))
                    .map(line -> JsonParser.parseString(line.substring(DATA.length()))
                            .getAsJsonObject())
                    .filter(item -> item.get("where").getAsString().equals("room"))
                    .forEach(this::show);
        } catch (UncheckedIOException closed) {
            // Whoever left has seen enough.
        }
    }

    private synchronized void show(JsonObject post) {
        posts.put(post.get("number").getAsLong(), post);
    }

    @Override
    public synchronized List<Action> room() {
        return posts.values().stream()
                .map(post -> Map.entry(
                        post.get("place").getAsLong(), actions(post.get("html").getAsString())))
                .filter(post -> !post.getValue().isEmpty())
                .reduce((one, other) -> one.getKey() > other.getKey() ? one : other)
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static List<Action> actions(String html) {
        return BUTTON.matcher(html)
                .results()
                .filter(button -> !button.group(2).contains(" disabled"))
                .flatMap(button -> Action.parse(button.group(1).replace("&amp;", "&")).stream())
                .toList();
    }

    @Override
    public Answer command(String name, Map<String, String> options) {
        return act(Map.of("kind", "command", "text", name, "fields", options));
    }

    @Override
    public Answer press(Action action) {
        return act(Map.of("kind", "press", "action", action.id()));
    }

    private Answer act(Map<String, Object> what) {
        Map<String, Object> act = new LinkedHashMap<>(what);
        act.put("id", "a" + acts.incrementAndGet());
        act.put("from", 0);
        JsonObject answer = JsonParser.parseString(send(HttpRequest.newBuilder(link.resolve(path + "/act"))
                        .header("Content-Type", "application/json")
                        .header("X-Page-Token", token)
                        .POST(BodyPublishers.ofString(new Gson().toJson(act)))))
                .getAsJsonObject();
        if (answer.has("form")) {
            return Answer.of(form(answer.get("form").getAsString()));
        }
        return answer.has("item") && answer.get("item").isJsonObject()
                ? Answer.of(actions(answer.getAsJsonObject("item").get("html").getAsString()))
                : Answer.NOTHING;
    }

    private Form form(String html) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        FIELD.matcher(html).results().forEach(field -> {
            List<String> choices = fields.computeIfAbsent(field.group(2), none -> new ArrayList<>());
            if ("radio".equals(field.group(1))) {
                choices.add(field.group(3));
            }
        });
        String action = found(FORM_ACTION, html).group(1).replace("&amp;", "&");
        return new Form(
                fields.entrySet().stream()
                        .map(field -> new Field(field.getKey(), field.getValue(), TEXT))
                        .toList(),
                values -> act(Map.of("kind", "submit", "action", action, "fields", values)));
    }

    /** Closes the page, which says so. */
    @Override
    public void leave() {
        send(HttpRequest.newBuilder(link.resolve(path + "/bye")).POST(BodyPublishers.ofString("p")));
        feed.close();
    }

    private String send(HttpRequest.Builder request) {
        try {
            for (int tries = 1; ; tries++) {
                try {
                    return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
                            .body();
                } catch (IOException unheard) {
                    // As a page does: the same act, by the same id, counts once. The server hangs up on who is silent
                    // for long.
                    if (tries == TRIES) {
                        throw unheard;
                    }
                    Thread.sleep(AGAIN.toMillis());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("not the page that was expected: " + page);
        }
        return matcher;
    }
}
