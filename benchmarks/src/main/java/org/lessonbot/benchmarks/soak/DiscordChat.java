package org.lessonbot.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.chat.Action;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.OpenModal;
import org.lessonbot.discord.fake.Route;

/** Discord: each sitting has a channel of its own with other people, deleted afterwards. Its limits go twenty times as fast. */
final class DiscordChat implements Chat {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final int AT_ONCE = 5;
    /** A gateway breaks off now and then. */
    private static final long BREAK_S = 90;

    private static final int TEXT = 60;

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicLong failed = new AtomicLong();
    private long begun = System.nanoTime();
    private int channels;

    DiscordChat() {
        discord.rateLimit(Route.EDIT_MESSAGE, AT_ONCE, WINDOW);
        discord.rateLimit(Route.POST_MESSAGE, AT_ONCE, WINDOW);
        clock.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        long now = System.nanoTime();
        discord.advance(Duration.ofNanos(now - begun));
        begun = now;
    }

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "LESSON_BOT_WEB_PORT", "0",
                "LESSON_BOT_DISCORD_TOKEN", discord.token(),
                "LESSON_BOT_DISCORD_API_URL", discord.restUrl(),
                "LESSON_BOT_DISCORD_GATEWAY_URL", discord.gatewayUrl());
    }

    @Override
    public void connected(Program program) {
        discord.awaitRequest(Route.SET_COMMANDS, 200);
        discord.awaitLogin();
        clock.scheduleAtFixedRate(discord::dropGateway, BREAK_S, BREAK_S, TimeUnit.SECONDS);
    }

    @Override
    public int rooms() {
        return 2;
    }

    @Override
    public synchronized Room open(int students) {
        int number = ++channels;
        FakeChannel channel = guild.channel("class-" + number);
        FakeMember teacher = guild.member("Teacher " + number, Permission.MANAGE_CHANNEL);
        List<Seat> pupils = IntStream.rangeClosed(1, students)
                .<Seat>mapToObj(student -> new Client(guild.member("Student " + number + "." + student), channel))
                .toList();
        return new Room(
                guild.id() + "/" + channel.id(),
                new Client(teacher, channel),
                pupils,
                () -> discord.moderator().delete(channel));
    }

    @Override
    public List<String> complaints() {
        return discord.faults();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private final class Client implements Seat {
        private final FakeMember member;
        private final FakeChannel channel;

        Client(FakeMember member, FakeChannel channel) {
            this.member = member;
            this.channel = channel;
        }

        @Override
        public List<Action> room() {
            return discord.messages(channel).stream()
                    .map(DiscordChat::actions)
                    .filter(offers -> !offers.isEmpty())
                    .reduce((earlier, later) -> later)
                    .orElse(List.of());
        }

        @Override
        public Answer command(String name, Map<String, String> options) {
            return answer(discord.slash(member, channel, "lesson " + name, options), Seat.patience(name));
        }

        @Override
        public Answer press(Action action) {
            return Stream.concat(discord.messages(channel).stream(), discord.whispers(channel, member).stream())
                    .filter(message -> message.enabledIds().contains(action.id()))
                    .reduce((earlier, later) -> later)
                    .map(message -> press(message, action))
                    .orElse(Answer.NOTHING);
        }

        private Answer press(FakeMessage message, Action action) {
            Exchange exchange;
            try {
                exchange = discord.press(member, message.id(), action.id());
            } catch (AssertionError gone) {
                return Answer.NOTHING; // It stood there a moment ago.
            }
            return answer(exchange, message);
        }

        private Answer answer(Exchange exchange, Duration patience) {
            return first(exchange)
                    .map(first -> first == Exchange.Answer.MODAL
                            ? Answer.of(form(exchange.modal()))
                            : told(exchange, patience))
                    .orElse(Answer.NOTHING);
        }

        private Answer answer(Exchange exchange, FakeMessage pressed) {
            boolean inPlace = first(exchange).equals(Optional.of(Exchange.Answer.EDIT));
            return inPlace ? Answer.of(actions(pressed)) : answer(exchange, SILENCE);
        }

        /** Nothing if Discord told the person that it failed. */
        private Optional<Exchange.Answer> first(Exchange exchange) {
            exchange.await(one -> one.answered().isPresent() || one.failed(), "an answer or the end of patience");
            if (exchange.answered().isEmpty()) {
                failed.incrementAndGet();
            }
            return exchange.answered();
        }

        private Answer told(Exchange exchange, Duration patience) {
            long until = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < until) {
                List<FakeMessage> whispers = exchange.whispers().stream()
                        .filter(whisper -> !whisper.loading() && !whisper.deleted())
                        .toList();
                if (exchange.whispers().stream().anyMatch(FakeMessage::deleted)) {
                    return Answer.NOTHING;
                }
                if (!whispers.isEmpty()) {
                    return Answer.of(actions(whispers.get(whispers.size() - 1)));
                }
                pause();
            }
            return Answer.NOTHING;
        }

        private Form form(OpenModal modal) {
            List<Field> fields = new ArrayList<>();
            collect(modal.components(), fields);
            return new Form(fields, values -> answer(discord.submit(member, modal, values), SOON));
        }
    }

    private static void collect(JsonNode component, List<Seat.Field> fields) {
        if (component.hasNonNull("custom_id")) {
            List<String> choices = new ArrayList<>();
            component
                    .path("options")
                    .forEach(option -> choices.add(option.path("value").asText()));
            fields.add(new Seat.Field(component.path("custom_id").asText(), choices, TEXT));
        } else {
            component.forEach(part -> collect(part, fields));
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

    private static List<Action> actions(FakeMessage message) {
        return message.enabledIds().stream()
                .flatMap(id -> Action.parse(id).stream())
                .toList();
    }
}
