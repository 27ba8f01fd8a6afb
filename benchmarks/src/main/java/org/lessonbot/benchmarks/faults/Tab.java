package org.lessonbot.benchmarks.faults;

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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Action;

/** One person's page of the browser classroom: what its script sends, and what it is shown. */
final class Tab {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern PAGE = Pattern.compile("data-path=\"([^\"]*)\" data-token=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*data-action=\"([^\"]*)\"([^>]*)>");
    private static final String DATA = "data: ";
    /** Who sees nothing happen for that long tries once more. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What is read for the first time after a start takes longer. */
    private static final Duration DOOR = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private volatile URI link;
    private final AtomicInteger acts = new AtomicInteger();
    private String path = "";
    private String token = "";

    private Tab(URI link) {
        this.link = link;
    }

    /** Comes in by a link that opens the room at once. */
    static Tab open(URI link) throws IOException, InterruptedException {
        Tab tab = new Tab(link);
        tab.entered(tab.send(HttpRequest.newBuilder(link), DOOR));
        return tab;
    }

    /** Comes in as a student. */
    static Tab join(URI link, String name) throws IOException, InterruptedException {
        Tab tab = new Tab(link);
        String door = tab.send(HttpRequest.newBuilder(link), DOOR);
        String code = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
        Map<String, String> form = Map.of("code", code, "name", name, "token", found(FORM_TOKEN, door, 1));
        tab.entered(tab.send(
                HttpRequest.newBuilder(link.resolve("/join"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))),
                DOOR));
        return tab;
    }

    private void entered(String page) {
        path = found(PAGE, page, 1);
        token = found(PAGE, page, 2);
    }

    /** From now on another instance serves this page, as it does behind a proxy. */
    void goTo(int port) {
        link = URI.create(link.toString().replaceFirst(":\\d+/", ":" + port + "/"));
    }

    String command(String name) throws IOException, InterruptedException {
        return act(Map.of("kind", "command", "text", name, "fields", Map.of()));
    }

    String press(Action action) throws IOException, InterruptedException {
        return act(Map.of("kind", "press", "action", action.id()));
    }

    /** What the page then says to its person. */
    private String act(Map<String, Object> what) throws IOException, InterruptedException {
        Map<String, Object> act = new LinkedHashMap<>(what);
        act.put("id", "a" + acts.incrementAndGet());
        act.put("from", 0);
        JsonObject answer = JsonParser.parseString(send(
                        HttpRequest.newBuilder(link.resolve(path + "/act"))
                                .header("Content-Type", "application/json")
                                .header("X-Page-Token", token)
                                .POST(BodyPublishers.ofString(new Gson().toJson(act))),
                        PATIENCE))
                .getAsJsonObject();
        return answer.has("problem")
                ? answer.get("problem").getAsString()
                : answer.has("item")
                        ? answer.getAsJsonObject("item").get("html").getAsString()
                        : "";
    }

    /** What the room shows to somebody who opens it now. */
    List<Chat.Shown> room() {
        HttpRequest feed = HttpRequest.newBuilder(link.resolve(path + "/feed"))
                .timeout(PATIENCE)
                .build();
        try (Stream<String> lines = http.send(feed, BodyHandlers.ofLines()).body()) {
            return lines.takeWhile(line -> !line.equals("event: ready"))
                    .filter(line -> line.startsWith(DATA + "{\"number\""))
                    .map(line -> JsonParser.parseString(line.substring(DATA.length()))
                            .getAsJsonObject())
                    .filter(item -> item.get("where").getAsString().equals("room"))
                    .filter(item -> !item.get("html").getAsString().isEmpty())
                    .map(item -> shown(
                            item.get("number").getAsString(), item.get("html").getAsString()))
                    .toList();
        } catch (IOException | UncheckedIOException away) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static Chat.Shown shown(String number, String html) {
        List<Action> actions = BUTTON.matcher(html)
                .results()
                .filter(button -> !button.group(2).contains(" disabled"))
                .flatMap(button -> Action.parse(button.group(1).replace("&amp;", "&")).stream())
                .toList();
        return new Chat.Shown(number, html.replaceAll("<[^>]*>", " "), actions);
    }

    private String send(HttpRequest.Builder request, Duration patience) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.timeout(patience).build(), BodyHandlers.ofString());
        return response.body();
    }

    private static String found(Pattern pattern, String page, int group) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("not the page that was expected: " + page);
        }
        return matcher.group(group);
    }
}
