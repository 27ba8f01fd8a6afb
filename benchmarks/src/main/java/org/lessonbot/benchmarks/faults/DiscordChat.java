package org.lessonbot.benchmarks.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.chat.Action;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Route;

/** A channel at the stand-in for Discord, whose time goes with the machine's. */
final class DiscordChat implements Chat {
    private static final Duration TICK = Duration.ofMillis(50);

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeChannel channel;
    private final FakeMember teacher;
    private final List<FakeMember> students;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    DiscordChat(int students) {
        ticks.scheduleAtFixedRate(
                () -> discord.time().advance(TICK), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        FakeGuild guild = discord.guild("School");
        this.channel = guild.channel("class");
        this.teacher = guild.member("Ms Rivers", Permission.MANAGE_CHANNEL);
        this.students = IntStream.range(0, students)
                .mapToObj(number -> guild.member(Chat.student(number)))
                .toList();
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "LESSON_BOT_WEB_PORT", "0",
                "LESSON_BOT_DISCORD_TOKEN", discord.token(),
                "LESSON_BOT_DISCORD_API_URL", discord.restUrl(),
                "LESSON_BOT_DISCORD_GATEWAY_URL", discord.gatewayUrl());
    }

    /** A way to the gateway. */
    Wire wire() {
        return new Wire(URI.create(discord.gatewayUrl()).getPort());
    }

    @Override
    public void connected(Program program) {
        discord.awaitLogin();
        discord.awaitRequest(Route.SET_COMMANDS, 200);
    }

    @Override
    public void disconnected() {
        discord.await("the gateway to be left", () -> !discord.gateway().connected());
    }

    @Override
    public void lead(String command) {
        discord.slash(teacher, channel, "lesson " + command, Map.of());
    }

    @Override
    public List<Shown> room() {
        return discord.messages(channel).stream()
                .map(message -> new Shown(
                        message.id(),
                        message.text(),
                        message.enabledIds().stream()
                                .flatMap(id -> Action.parse(id).stream())
                                .toList()))
                .toList();
    }

    @Override
    public String press(int student, Shown post, Action action, BooleanSupplier waits) {
        Exchange exchange = discord.press(students.get(student), post.address(), action.id());
        while (waits.getAsBoolean() && told(exchange).isEmpty()) {
            Pause.aMoment();
        }
        return told(exchange);
    }

    private static String told(Exchange exchange) {
        return exchange.whispers().stream()
                .filter(message -> !message.loading())
                .map(FakeMessage::text)
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> complaints() {
        return discord.faults();
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        try {
            discord.close();
        } catch (AssertionError known) {
            // Complaints were asked for before.
        }
    }
}
