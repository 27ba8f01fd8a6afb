package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lessonbot.engine.DrivenTime;

/**
 * All that Discord knows, behind one lock: every REST call and every move of a test happens whole, and the gateway
 * tells of it in that order.
 */
final class World {
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;
    private static final long A_MILLISECOND = 1 << 22;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final FakeClock clock;
    private final Map<String, FakeGuild> guilds = new LinkedHashMap<>();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final Map<String, FakeUser> users = new LinkedHashMap<>();
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final CommandBook commands = new CommandBook();
    private final Map<String, OpenModal> forms = new LinkedHashMap<>();
    private final Set<String> withoutDirectMessages = new HashSet<>();
    private long lastId;
    private final String applicationId;
    private final FakeUser bot;
    private EventSink events = (type, payload) -> {};

    World() {
        this(InstantSource.system());
    }

    World(InstantSource machine) {
        this.clock = new FakeClock(machine);
        this.applicationId = nextId();
        this.bot = new FakeUser(nextId(), "Lesson Bot", true);
    }

    /** Whoever passes events on to the bot. */
    interface EventSink {
        void dispatch(String type, ObjectNode payload);
    }

    void events(EventSink sink) {
        events = sink;
    }

    synchronized <T> T locked(Supplier<T> work) {
        T result = work.get();
        notifyAll();
        return result;
    }

    synchronized void locked(Runnable work) {
        work.run();
        notifyAll();
    }

    /** Waits until this holds; looks again after each change. */
    synchronized void await(BooleanSupplier condition, Supplier<String> what) {
        long deadline = System.nanoTime() + DrivenTime.HANGS.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what.get());
            }
            try {
                wait(Math.min(left, LOOK_AGAIN_MILLIS)); // not all that is waited for happens in here
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what.get(), e);
            }
        }
    }

    /** No two of one millisecond: shards are told by it. Of the machine's time: JDA counts by it how long a token is valid. */
    synchronized String nextId() {
        lastId = Math.max(lastId + A_MILLISECOND, (clock.asTheMachineCounts().toEpochMilli() - DISCORD_EPOCH) << 22);
        return Long.toString(lastId);
    }

    FakeClock clock() {
        return clock;
    }

    Instant now() {
        return clock.now();
    }

    FakeUser bot() {
        return bot;
    }

    String applicationId() {
        return applicationId;
    }

    CommandBook commands() {
        return commands;
    }

    void dispatch(String type, ObjectNode payload) {
        events.dispatch(type, payload);
    }

    void register(FakeGuild guild) {
        guilds.put(guild.id(), guild);
    }

    void register(FakeChannel channel) {
        channels.put(channel.id(), channel);
    }

    void register(FakeUser user) {
        users.put(user.id(), user);
    }

    void register(Exchange exchange) {
        exchanges.put(exchange.id(), exchange);
    }

    void forget(FakeChannel channel) {
        channels.remove(channel.id());
        channel.guild().ifPresent(guild -> guild.remove(channel));
    }

    Collection<FakeGuild> guildsOfBot() {
        return guilds.values().stream().filter(FakeGuild::hasBot).toList();
    }

    Optional<FakeGuild> guild(String id) {
        return Optional.ofNullable(guilds.get(id));
    }

    Optional<FakeChannel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    Collection<FakeChannel> channels() {
        return List.copyOf(channels.values());
    }

    Optional<FakeUser> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<Exchange> exchange(String id) {
        return Optional.ofNullable(exchanges.get(id));
    }

    boolean allAnswered() {
        return exchanges.values().stream()
                .allMatch(exchange -> exchange.answered().isPresent() || exchange.failed());
    }

    Optional<Exchange> exchangeByToken(String token) {
        return exchanges.values().stream()
                .filter(exchange -> exchange.token().equals(token))
                .findFirst();
    }

    /** Opens a form on somebody's screen, in place of another one. */
    void openForm(FakeMember person, OpenModal form) {
        forms.put(person.id(), form);
    }

    void closeForm(FakeMember person) {
        forms.remove(person.id());
    }

    Optional<OpenModal> openForm(FakeMember person) {
        return Optional.ofNullable(forms.get(person.id()));
    }

    void refuseDirectMessages(FakeUser person) {
        withoutDirectMessages.add(person.id());
    }

    boolean refusesDirectMessages(FakeUser person) {
        return withoutDirectMessages.contains(person.id());
    }

    /** Every message that exists, ephemeral ones too. */
    Optional<FakeMessage> message(String id) {
        return channels.values().stream()
                .flatMap(channel -> channel.messages().stream())
                .filter(message -> message.id().equals(id) && !message.deleted())
                .findFirst();
    }

    /** Notes something that no test may pass with; the fake fails when it is closed. */
    void violation(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
