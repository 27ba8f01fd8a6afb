package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.discord.fake.Call.Upload;

/** A message as it stands now; an ephemeral one is seen by one person only. */
public final class FakeMessage {
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;

    private final String id;
    private final FakeChannel channel;
    private final FakeUser author;
    private final @Nullable FakeUser onlyFor;
    private final @Nullable Exchange answers;
    private final Instant created;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile Draft shown;
    private volatile @Nullable Instant edited;
    private volatile int edits;
    private volatile boolean deleted;

    FakeMessage(
            String id,
            FakeChannel channel,
            FakeUser author,
            @Nullable FakeUser onlyFor,
            @Nullable Exchange answers,
            Instant created,
            Draft shown) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.onlyFor = onlyFor;
        this.answers = answers;
        this.created = created;
        this.shown = shown;
    }

    /** The message's snowflake. */
    public String id() {
        return id;
    }

    /** Where it stands. */
    public FakeChannel channel() {
        return channel;
    }

    /** All that can be read in it: the content, then every text display in order, a line each. */
    public String text() {
        return Stream.concat(Stream.of(shown.content()), Components.texts(shown.components()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The components as Discord keeps them, each with its id. */
    public JsonNode components() {
        return shown.components();
    }

    /** The {@code custom_id} of everything that can be pressed or picked now, in order; disabled ones are left out. */
    public List<String> enabledIds() {
        return Components.controls(shown.components())
                .filter(control -> !control.path("disabled").asBoolean())
                .map(control -> control.path("custom_id").asText())
                .toList();
    }

    /** The {@code custom_id} of the button with this label. */
    public String buttonLabelled(String label) {
        return Components.controls(shown.components())
                .filter(control -> control.path("label").asText().equals(label))
                .map(control -> control.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button is labelled '" + label + "' in " + this));
    }

    /** Whether only one person sees it. */
    public boolean ephemeral() {
        return onlyFor != null;
    }

    /** Whether this person sees it where it stands. */
    public boolean shownTo(FakeMember person) {
        FakeUser only = onlyFor;
        return only == null || only.id().equals(person.id());
    }

    /** Whether people still see "… is thinking". */
    public boolean loading() {
        return (shown.flags() & LOADING) != 0;
    }

    /** Whom this message has notified or highlights: {@code @everyone}, {@code @here}, {@code <@id>}, {@code <@&id>}. */
    public List<String> pings() {
        return shown.pings();
    }

    /** {@code allowed_mentions} as the bot last sent it; missing when it sent none. */
    public JsonNode allowedMentions() {
        return shown.allowedMentions();
    }

    /** The names of the files attached to it. */
    public List<String> attachmentNames() {
        return Json.stream(shown.attachments())
                .map(file -> file.path("filename").asText())
                .toList();
    }

    /** A file that was sent with it, by its name; from now on also if it is no longer attached. */
    public byte[] file(String name) {
        return Optional.ofNullable(files.get(name)).orElseThrow().clone();
    }

    void take(List<Upload> sent) {
        sent.forEach(file -> files.put(file.name(), file.bytes()));
    }

    /** How many times it has been edited. */
    public int edits() {
        return edits;
    }

    /** Whether it is gone. */
    public boolean deleted() {
        return deleted;
    }

    FakeUser author() {
        return author;
    }

    Optional<Exchange> answers() {
        return Optional.ofNullable(answers);
    }

    Instant created() {
        return created;
    }

    Optional<Instant> edited() {
        return Optional.ofNullable(edited);
    }

    Draft shown() {
        return shown;
    }

    /** Replaces a "… is thinking" by what was thought of; people do not see that as an edit. */
    void complete(Draft draft) {
        shown = draft;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written under the world's lock, read anywhere
    void edit(Draft draft, Instant when) {
        shown = draft;
        edited = when;
        edits++;
    }

    void markDeleted() {
        deleted = true;
    }

    @Override
    public String toString() {
        return "message " + id + " in " + channel + ": " + text() + " " + Json.write(shown.components());
    }
}
