package org.lessonbot.benchmarks.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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
import org.lessonbot.slack.fake.View;

/** Slack: each sitting has a channel of its own with other people, archived afterwards. Its time goes with the machine's. */
final class SlackChat implements Chat {
    private static final Duration TICK = Duration.ofMillis(20);
    /** Slack asks an app with a socket to open another now and then. */
    private static final long REFRESH_S = 60;

    private static final int TEXT = 60;

    private final FakeSlack slack;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicLong failed = new AtomicLong();
    private long begun = System.nanoTime();
    private int channels;

    SlackChat() throws InterruptedException {
        slack = FakeSlack.start();
        clock.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        slack.advance(Duration.ofNanos(now - begun));
        begun = now;
    }

    @Override
    public String name() {
        return "slack";
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
        clock.scheduleAtFixedRate(
                () -> slack.troubles().disconnect("refresh_requested"), REFRESH_S, REFRESH_S, TimeUnit.SECONDS);
    }

    @Override
    public int rooms() {
        return 2;
    }

    @Override
    public synchronized Room open(int students) {
        int number = ++channels;
        User teacher = slack.user("teacher-" + number).admin();
        List<User> pupils = IntStream.rangeClosed(1, students)
                .mapToObj(student -> slack.user("student-" + number + "-" + student))
                .toList();
        Channel channel = slack.channel("class-" + number, teacher, pupils.toArray(User[]::new));
        return new Room(
                channel.workspace().id() + "/" + channel.id(),
                new Client(teacher, channel),
                pupils.stream()
                        .<Seat>map(student -> new Client(student, channel))
                        .toList(),
                () -> slack.troubles().archive(channel));
    }

    @Override
    public List<String> complaints() {
        return slack.violations();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private final class Client implements Seat {
        private final User user;
        private final Channel channel;

        Client(User user, Channel channel) {
            this.user = user;
            this.channel = channel;
        }

        @Override
        public List<Action> room() {
            return slack.messages(channel).stream()
                    .filter(post -> post.threadTs().isEmpty())
                    .map(post -> actions(post.blocks()))
                    .filter(offers -> !offers.isEmpty())
                    .reduce((earlier, later) -> later)
                    .orElse(List.of());
        }

        @Override
        public Answer command(String name, Map<String, String> options) {
            String text = options.entrySet().stream()
                    .map(option -> " " + option.getKey() + ":\"" + option.getValue() + "\"")
                    .collect(Collectors.joining("", name, ""));
            Optional<View> before = slack.view(user);
            return answer(slack.slash(user, channel, "/lesson", text), before, Seat.patience(name));
        }

        @Override
        public Answer press(Action action) {
            Post post = Stream.concat(slack.messages(channel).stream(), slack.ephemerals(user).stream())
                    .filter(one -> one.channel().equals(channel)
                            && actions(one.blocks()).contains(action))
                    .reduce((earlier, later) -> later)
                    .orElse(null);
            if (post == null) {
                return Answer.NOTHING; // It stood there a moment ago.
            }
            Optional<View> before = slack.view(user);
            String[] id = ids(post.blocks(), action);
            return answer(slack.press(user, post.asSeenNow(), id[0], id[1]), before, SILENCE);
        }

        private Answer answer(Exchange exchange, Optional<View> before, Duration patience) {
            if (!heard(exchange)) {
                return Answer.NOTHING;
            }
            long until = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < until) {
                Optional<View> view =
                        slack.view(user).filter(open -> !Optional.of(open.id()).equals(before.map(View::id)));
                if (view.isPresent()) {
                    return Answer.of(form(view.get(), exchange));
                }
                if (!exchange.shown().isEmpty()) {
                    return Answer.of(actions(exchange.shown().get(0).blocks()));
                }
                if (!exchange.responses().isEmpty()) {
                    return Answer.of(actions(blocks(exchange.responses().get(0))));
                }
                pause();
            }
            return Answer.NOTHING;
        }

        private Form form(View view, Exchange openedBy) {
            List<Field> fields = inputs(view)
                    .map(input -> new Field(
                            input.get("block_id").getAsString() + "/"
                                    + input.getAsJsonObject("element")
                                            .get("action_id")
                                            .getAsString(),
                            options(input.getAsJsonObject("element")),
                            TEXT))
                    .toList();
            return new Form(fields, values -> {
                int before = openedBy.shown().size();
                if (!heard(slack.submit(user, view, new LinkedHashMap<>(values)))) {
                    return Answer.NOTHING;
                }
                long until = System.nanoTime() + SILENCE.toNanos();
                while (System.nanoTime() < until && openedBy.shown().size() == before) {
                    pause();
                }
                return Answer.NOTHING;
            });
        }
    }

    /** Whether the program acknowledged it in time; if not, Slack told the person that it failed. */
    private boolean heard(Exchange exchange) {
        try {
            exchange.acked();
            return true;
        } catch (AssertionError toldThatItFailed) {
            failed.incrementAndGet();
            return false;
        }
    }

    @Override
    public long failed() {
        return failed.get();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonArray blocks(JsonObject response) {
        return response.has("blocks") && response.get("blocks").isJsonArray()
                ? response.getAsJsonArray("blocks")
                : new JsonArray();
    }

    private static Stream<JsonObject> inputs(View view) {
        return objects(view.blocks()).filter(block -> block.has("element"));
    }

    private static List<String> options(JsonObject element) {
        return element.has("options")
                ? objects(element.getAsJsonArray("options"))
                        .map(option -> option.get("value").getAsString())
                        .toList()
                : List.of();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static List<JsonObject> buttons(JsonElement within) {
        List<JsonObject> found = new ArrayList<>();
        if (within.isJsonArray()) {
            within.getAsJsonArray().forEach(part -> found.addAll(buttons(part)));
        } else if (within.isJsonObject()) {
            JsonObject object = within.getAsJsonObject();
            if (object.has("type")
                    && object.get("type").isJsonPrimitive()
                    && object.get("type").getAsString().equals("button")
                    && object.has("value")) {
                found.add(object);
            }
            object.entrySet().forEach(part -> found.addAll(buttons(part.getValue())));
        }
        return found;
    }

    private static List<Action> actions(JsonArray blocks) {
        return buttons(blocks).stream()
                .flatMap(button -> Action.parse(button.get("value").getAsString()).stream())
                .toList();
    }

    private static String[] ids(JsonArray blocks, Action action) {
        return buttons(blocks).stream()
                .filter(button -> button.get("value").getAsString().equals(action.id()))
                .map(button -> new String[] {button.get("action_id").getAsString(), action.id()})
                .findFirst()
                .orElseThrow();
    }
}
