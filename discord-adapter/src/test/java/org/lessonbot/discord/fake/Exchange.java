package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One interaction of a person with the bot, and all that came of it. */
public final class Exchange {
    /** How long Discord waits for the first answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How long the token of an interaction can be used. */
    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final World world;
    private final String id;
    private final String token;
    private final Kind kind;
    private final FakeMember person;
    private final FakeChannel channel;
    private final @Nullable FakeMessage source;
    private final Instant started;
    private final Instant deadline;
    private final List<FakeMessage> replies = new CopyOnWriteArrayList<>();
    private volatile ObjectNode event = Json.object();
    private volatile @Nullable Answer answer;
    private volatile @Nullable FakeMessage original;
    private volatile @Nullable OpenModal modal;
    private volatile List<String> choices = List.of();
    private volatile int tooLate;

    /** What a person did; the number is Discord's interaction type. */
    enum Kind {
        SLASH(2),
        /** Somebody is still typing a command, and its option completes. */
        TYPING(4),
        PRESS(3),
        SELECT(3),
        SUBMIT(5);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }

    /** How the bot answered first; the number is Discord's callback type. */
    public enum Answer {
        /** A message. */
        REPLY(4),
        /** "… is thinking", a message follows. */
        DEFERRED_REPLY(5),
        /** Nothing to see yet; the message that was clicked may change later. */
        DEFERRED_EDIT(6),
        /** The message that was clicked changes. */
        EDIT(7),
        /** What the option that is being typed may become. */
        CHOICES(8),
        /** A form opens. */
        MODAL(9);

        private final int type;

        Answer(int type) {
            this.type = type;
        }

        static Optional<Answer> of(int type) {
            for (Answer answer : values()) {
                if (answer.type == type) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }

        int type() {
            return type;
        }
    }

    Exchange(World world, Kind kind, FakeMember person, FakeChannel channel, @Nullable FakeMessage source) {
        this.world = world;
        this.id = world.nextId();
        this.token = "interaction-token-" + id;
        this.kind = kind;
        this.person = person;
        this.channel = channel;
        this.source = source;
        this.started = world.now();
        this.deadline = started.plus(PATIENCE);
    }

    /** The interaction's snowflake. */
    public String id() {
        return id;
    }

    /** Waits for the bot's first answer; fails as soon as the person is told that none came in time. */
    public Answer answer() {
        world.await(() -> answer != null || failed(), () -> "an answer to " + this);
        return answered().orElseThrow(() -> new AssertionError("the bot did not answer in time: " + this));
    }

    /** The bot's first answer so far. */
    public Optional<Answer> answered() {
        return Optional.ofNullable(answer);
    }

    /** Whether the person was told that the interaction failed: nobody answered in time. */
    public boolean failed() {
        return answer == null && world.now().isAfter(deadline);
    }

    /** Waits until an answer that came too late has been refused. */
    public void awaitRefusal() {
        world.await(() -> tooLate > 0, () -> "a late answer to " + this);
    }

    /** Waits for the message that answers, once it is no longer "… is thinking". */
    public FakeMessage reply() {
        answer();
        world.await(
                () -> original != null && !original.loading(),
                () -> "a reply to " + this + ", answered so far: " + answered());
        return Optional.ofNullable(original).orElseThrow();
    }

    /** Waits for the reply and insists that only the person who asked sees it. */
    public FakeMessage whisper() {
        FakeMessage reply = reply();
        if (!reply.ephemeral()) {
            throw new AssertionError("everybody sees the reply to " + this + ": " + reply);
        }
        return reply;
    }

    /** Waits for the message that came after the first answer, counting from 0. */
    public FakeMessage followUp(int index) {
        world.await(() -> followUps().size() > index, () -> "follow-up " + index + " to " + this);
        return followUps().get(index);
    }

    /** The messages that came after the first answer, so far. */
    public List<FakeMessage> followUps() {
        return replies.stream().filter(reply -> reply != original).toList();
    }

    /** Every ephemeral message of this exchange, so far. */
    public List<FakeMessage> whispers() {
        return replies.stream().filter(FakeMessage::ephemeral).toList();
    }

    /** Waits for the form that the bot opens. */
    public OpenModal modal() {
        answer();
        world.await(() -> modal != null, () -> "a form in answer to " + this + ", answered: " + answered());
        return Optional.ofNullable(modal).orElseThrow();
    }

    /** Waits for what an option that is being typed may become: the values, best first. */
    public List<String> choices() {
        answer();
        return choices;
    }

    void choices(List<String> offered) {
        choices = offered;
    }

    /** Waits until this holds; for what the other methods do not name. */
    public Exchange await(Predicate<Exchange> condition, String what) {
        world.await(() -> condition.test(this), () -> what + " of " + this);
        return this;
    }

    String token() {
        return token;
    }

    Kind kind() {
        return kind;
    }

    FakeMember person() {
        return person;
    }

    FakeChannel channel() {
        return channel;
    }

    Optional<FakeMessage> source() {
        return Optional.ofNullable(source);
    }

    Optional<FakeMessage> original() {
        return Optional.ofNullable(original);
    }

    List<FakeMessage> replies() {
        return replies;
    }

    ObjectNode event() {
        return event;
    }

    void event(ObjectNode payload) {
        event = payload;
    }

    boolean overdue() {
        return world.now().isAfter(deadline);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the world's lock, read anywhere
    void refusedAsLate() {
        tooLate++;
    }

    boolean tokenExpired() {
        return world.now().isAfter(started.plus(TOKEN_LIFE));
    }

    void answer(Answer given) {
        answer = given;
    }

    void original(FakeMessage message) {
        original = message;
    }

    void modal(OpenModal opened) {
        modal = opened;
    }

    /** Discord's type of a message that answers this: 20 after a slash command, 19 (a reply) otherwise. */
    int messageType() {
        return kind == Kind.SLASH ? 20 : 19;
    }

    JsonNode metadata() {
        ObjectNode json = Json.object().put("id", id).put("type", kind.type());
        json.set("user", Payloads.user(person.user()));
        json.putObject("authorizing_integration_owners").put("0", person.guild().id());
        return json;
    }

    @Override
    public String toString() {
        return kind + " by " + person + " in " + channel + " " + event.path("data");
    }
}
