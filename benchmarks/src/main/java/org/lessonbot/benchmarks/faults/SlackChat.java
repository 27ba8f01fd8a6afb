package org.lessonbot.benchmarks.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lessonbot.chat.Action;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.Exchange;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;

/** A channel at the stand-in for Slack, whose time goes with the machine's. Slack is heard over sockets, or calls by HTTP. */
final class SlackChat implements Chat {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration DOOR_OPENS = Duration.ofMinutes(6);
    private static final Pattern STATE = Pattern.compile("\\bstate=([^&\"]+)");
    /** Under which the program keeps the workspace's token, where it was installed by a browser. */
    static final String ENCRYPTION_KEY = "bWFya2VkLTMyLWJ5dGVzLW9mLWEta2V5LWhlcmUhISE=";

    private final Optional<Integer> door;
    private final FakeSlack slack;
    private final User teacher;
    private final List<User> students;
    private final Channel channel;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    /** Over sockets. */
    SlackChat(int students) throws InterruptedException {
        this(students, Optional.empty());
    }

    /** By HTTP, for an app that workspaces install by themselves. */
    static SlackChat overHttp(int students) throws InterruptedException {
        return new SlackChat(students, Optional.of(BrowserChat.freePort()));
    }

    private SlackChat(int students, Optional<Integer> door) throws InterruptedException {
        this.door = door;
        this.slack = FakeSlack.start();
        ticks.scheduleAtFixedRate(
                () -> slack.time().advance(TICK), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        this.teacher = slack.user("Ms Rivers").admin();
        this.students = IntStream.range(0, students)
                .mapToObj(number -> slack.user(Chat.student(number)))
                .toList();
        this.channel = slack.channel("class", teacher, this.students.toArray(User[]::new));
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings =
                new HashMap<>(Map.of("LESSON_BOT_WEB_PORT", "0", "LESSON_BOT_SLACK_API_URL", slack.apiPrefix()));
        settings.putAll(door.map(port -> Map.of(
                        "LESSON_BOT_SLACK_PORT", Integer.toString(port),
                        "LESSON_BOT_SLACK_SIGNING_SECRET", RegisteredApp.SIGNING_SECRET,
                        "LESSON_BOT_SLACK_CLIENT_ID", RegisteredApp.CLIENT_ID,
                        "LESSON_BOT_SLACK_CLIENT_SECRET", RegisteredApp.CLIENT_SECRET,
                        "LESSON_BOT_SLACK_ENCRYPTION_KEY", ENCRYPTION_KEY))
                .orElseGet(() -> Map.of(
                        "LESSON_BOT_SLACK_BOT_TOKEN",
                        slack.workspace().botToken(),
                        "LESSON_BOT_SLACK_APP_TOKEN",
                        RegisteredApp.APP_TOKEN)));
        return settings;
    }

    @Override
    public void connected(Program program) throws InterruptedException {
        if (door.isEmpty()) {
            slack.awaitSockets(1);
            return;
        }
        slack.deliverTo(door("/slack/events"));
        if (!Pause.until(this::install, DOOR_OPENS)) {
            throw new IllegalStateException("the program does not open its door for Slack:\n" + program.said());
        }
    }

    private URI door(String path) {
        return URI.create("http://127.0.0.1:" + door.orElseThrow() + path);
    }

    /** An admin's browser allows the app. @return false if nobody answers yet */
    private boolean install() {
        try {
            HttpResponse<String> page = get(door("/slack/install"), "");
            Matcher state = STATE.matcher(
                    page.body() + page.headers().firstValue("Location").orElse(""));
            if (!state.find()) {
                return false;
            }
            String cookie =
                    page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            URI back = door("/slack/oauth_redirect?code=" + slack.installCode(slack.workspace()) + "&state="
                    + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8));
            return get(back, cookie).statusCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpResponse<String> get(URI where, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(where);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void disconnected() {
        slack.awaitSocketsLeft(0);
    }

    /** Where Slack's calls arrive. */
    int port() {
        return door.orElseThrow();
    }

    String botToken() {
        return slack.workspace().botToken();
    }

    /** The way on which sockets are opened from now on. */
    Wire wire() {
        Wire wire = new Wire(slack.troubles().socketPort());
        slack.troubles().leadSocketsThrough(wire.port());
        return wire;
    }

    @Override
    public void lead(String command) {
        slack.slash(teacher, channel, "/lesson", command);
    }

    @Override
    public List<Shown> room() {
        return slack.messages(channel).stream()
                .filter(post -> post.threadTs().isEmpty())
                .map(post -> new Shown(
                        post.ts(),
                        post.shown(),
                        buttons(post)
                                .flatMap(button -> Action.parse(value(button)).stream())
                                .toList()))
                .toList();
    }

    @Override
    public String press(int student, Shown post, Action action, BooleanSupplier waits) {
        Post pressed = slack.messages(channel).stream()
                .filter(each -> each.ts().equals(post.address()))
                .findFirst()
                .orElseThrow();
        String button = buttons(pressed)
                .filter(each -> value(each).equals(action.id()))
                .map(each -> each.get("action_id").getAsString())
                .findFirst()
                .orElseThrow();
        Exchange exchange = slack.press(students.get(student), pressed, button, action.id());
        while (waits.getAsBoolean()) {
            if (!exchange.shown().isEmpty()) {
                return exchange.shown().get(0).shown();
            }
            Pause.aMoment();
        }
        return exchange.shown().isEmpty() ? "" : exchange.shown().get(0).shown();
    }

    private static Stream<JsonObject> buttons(Post post) {
        return objects(post.blocks())
                .flatMap(block -> Stream.concat(
                        block.has("elements") ? objects(block.getAsJsonArray("elements")) : Stream.empty(),
                        Stream.ofNullable(block.getAsJsonObject("accessory"))))
                .filter(element -> !value(element).isEmpty());
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static String value(JsonObject element) {
        return element.has("value") ? element.get("value").getAsString() : "";
    }

    @Override
    public List<String> complaints() {
        return slack.violations();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            slack.close();
        } catch (AssertionError known) {
            // Complaints were asked for before.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
