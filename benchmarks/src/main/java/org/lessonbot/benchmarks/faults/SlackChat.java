package org.lessonbot.benchmarks.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

/** A channel at the stand-in for Slack, whose time goes with the machine's. */
final class SlackChat implements Chat {
    private static final Duration TICK = Duration.ofMillis(50);

    private final FakeSlack slack;
    private final User teacher;
    private final List<User> students;
    private final Channel channel;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    SlackChat(int students) throws InterruptedException {
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
        return Map.of(
                "LESSON_BOT_WEB_PORT",
                "0",
                "LESSON_BOT_SLACK_BOT_TOKEN",
                slack.workspace().botToken(),
                "LESSON_BOT_SLACK_APP_TOKEN",
                RegisteredApp.APP_TOKEN,
                "LESSON_BOT_SLACK_API_URL",
                slack.apiPrefix());
    }

    @Override
    public void connected(Program program) {
        slack.awaitSockets(1);
    }

    @Override
    public void disconnected() {
        slack.awaitSocketsLeft(0);
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
