package org.lessonbot.app.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;

/** One person's browser: comes in, holds the stream of what is shown, and does what buttons do. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String ID = "id: ";
    private static final String DATA = "data: ";
    private static final String ITEM = DATA + "{\"number\"";
    private static final String OVER = "event: over";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern PAGE = Pattern.compile("data-path=\"([^\"]*)\" data-token=\"([^\"]*)\"");

    private final Client client;
    private final Words words;
    private final Map<Long, Item> items = new TreeMap<>();
    private URI page;
    private String token = "";
    private int acts;
    private String lastEvent = "";
    private volatile Optional<Stream<String>> stream = Optional.empty();
    private volatile boolean closed;

    private Browser(HttpClient http, URI start, Words words) {
        this.client = new Client(http);
        this.page = start;
        this.words = words;
    }

    /**
     * Comes in as a student, by the link and with a name.
     *
     * @param words in which the classroom says that something did not count
     */
    static Browser join(HttpClient http, URI link, String name, Words words) {
        Browser browser = new Browser(http, link, words);
        String door = browser.client.get(link).body();
        String code = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
        Map<String, String> form = Map.of(
                "code", code, "name", name, "token", first(FORM_TOKEN, door).group(1));
        HttpRequest enter = browser.client
                .request(link.resolve("/join"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        browser.open(browser.client.redirected(browser.client.ask(enter, BodyHandlers.ofString())));
        return browser;
    }

    /** Comes in by a link that opens the room at once. */
    static Browser open(HttpClient http, URI link, Words words) {
        Browser browser = new Browser(http, link, words);
        browser.open(browser.client.get(link));
        return browser;
    }

    private void open(HttpResponse<String> room) {
        Matcher found = first(PAGE, room.body());
        page = room.uri().resolve(found.group(1));
        token = found.group(2);
        Stream<String> lines = follow(feed(""));
        Thread reader = new Thread(() -> read(lines), "browser-feed");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param after the last event that was seen; empty to see everything */
    private HttpResponse<Stream<String>> feed(String after) {
        return client.ask(client.request(below("/feed?after=" + after)).build(), BodyHandlers.ofLines());
    }

    private Stream<String> follow(HttpResponse<Stream<String>> feed) {
        stream = Optional.of(feed.body());
        if (closed) {
            feed.body().close();
        }
        return feed.body();
    }

    /** As a page does: a stream that ended is taken up where it was, as long as the classroom lets this browser in. */
    private void read(Stream<String> first) {
        Optional<Stream<String>> lines = Optional.of(first);
        while (lines.isPresent()) {
            try {
                lines.get().forEach(this::take);
            } catch (UncheckedIOException cut) {
                // By this browser, or on its way.
            }
            lines = again();
        }
    }

    private Optional<Stream<String>> again() {
        try {
            Client.waitAMoment();
            return closed
                    ? Optional.empty()
                    : Optional.of(feed(lastEvent))
                            .filter(feed -> feed.statusCode() == 200)
                            .map(this::follow);
        } catch (CompletionException gone) {
            return Optional.empty(); // as at the end, when the bot is gone too
        }
    }

    private void take(String line) {
        if (line.startsWith(ID)) {
            lastEvent = line.substring(ID.length());
        } else if (line.startsWith(ITEM)) {
            show(line.substring(DATA.length()));
        } else if (line.equals(OVER)) {
            closed = true;
        }
    }

    private synchronized void show(String json) {
        Item item = Item.of(parse(json));
        items.put(item.number(), item);
        notifyAll();
    }

    /** What an act led to. */
    record Answer(int status, String outcome, Item item, String problem, String form) {
        /** What was said, in words. */
        String text() {
            return problem.isEmpty() ? item.text() : problem;
        }
    }

    Answer press(Action action) {
        return act(Map.of("kind", "press", "action", action.id()));
    }

    Answer submit(String action, Map<String, String> fields) {
        return act(Map.of("kind", "submit", "action", action, "fields", fields));
    }

    Answer command(String name, Map<String, String> options) {
        return act(Map.of("kind", "command", "text", name, "fields", options));
    }

    /** Does it, and again if that is what one is told to do. */
    private Answer act(Map<String, Object> what) {
        Answer answer = once(what);
        for (int tries = 1; tries < Client.TRIES && isToBeTriedAgain(answer); tries++) {
            Client.waitAMoment();
            answer = once(what);
        }
        return answer;
    }

    private boolean isToBeTriedAgain(Answer answer) {
        return Stream.of("web.not-counted", "engine.not-counted")
                .map(words::say)
                .anyMatch(answer.text()::contains);
    }

    private Answer once(Map<String, Object> what) {
        Map<String, Object> act = new TreeMap<>(what);
        act.put("id", "a" + ++acts);
        act.put("from", 0);
        HttpResponse<String> reply = client.send(
                client.request(below("/act"))
                        .header("Content-Type", "application/json")
                        .header("X-Page-Token", token)
                        .POST(BodyPublishers.ofString(write(act)))
                        .build(),
                BodyHandlers.ofString());
        JsonNode answer = parse(reply.body());
        return new Answer(
                reply.statusCode(),
                answer.path("outcome").asText(),
                Item.of(answer.path("item")),
                answer.path("problem").asText(),
                answer.path("form").asText());
    }

    /** The newest thing shown in a place that has something to press. */
    synchronized Optional<Item> newest(String where) {
        return newestFirst(where).filter(item -> !item.actions().isEmpty()).findFirst();
    }

    /** What a button does that stands in a place, in the newest of what stands there with one that does this. */
    synchronized Optional<Action> button(String where, Verb verb) {
        return newestFirst(where)
                .flatMap(item -> item.actions().stream())
                .filter(action -> action.verb().equals(verb.word()))
                .findFirst();
    }

    private Stream<Item> newestFirst(String where) {
        return items.values().stream()
                .filter(item -> item.where().equals(where))
                .sorted(Comparator.comparing(Item::place).reversed());
    }

    /** All that the room shows. */
    synchronized List<String> room() {
        return items.values().stream()
                .filter(item -> item.where().equals("room"))
                .map(Item::text)
                .toList();
    }

    /** The last thing shown in the room. */
    synchronized Optional<Item> last() {
        return newestFirst("room").filter(item -> !item.html().isEmpty()).findFirst();
    }

    /** How far this browser has seen the room. */
    synchronized long seen() {
        return items.values().stream()
                .filter(item -> item.where().equals("room"))
                .mapToLong(Item::version)
                .max()
                .orElse(0);
    }

    /** How far the room is now, by a stream that is opened for it. */
    long standing() {
        try (Stream<String> lines = feed("").body()) {
            return lines.takeWhile(line -> !line.equals("event: ready"))
                    .filter(line -> line.startsWith(ITEM))
                    .map(line -> Item.of(parse(line.substring(DATA.length()))))
                    .filter(item -> item.where().equals("room"))
                    .mapToLong(Item::version)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Waits until something is so, looking again whenever something new is shown.
     *
     * @return false if it hangs
     */
    synchronized boolean await(Predicate<Browser> wanted) throws InterruptedException {
        long until = System.nanoTime() + Client.PATIENCE.toNanos();
        while (!wanted.test(this)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private URI below(String path) {
        return page.resolve(page.getPath() + path);
    }

    private static Matcher first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("this is not the page that was expected: " + Item.plain(page));
        }
        return matcher;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unfit) {
            throw new IllegalStateException("not JSON: " + json, unfit);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        closed = true;
        stream.ifPresent(Stream::close);
    }
}
