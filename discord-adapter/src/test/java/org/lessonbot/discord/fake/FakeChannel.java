package org.lessonbot.discord.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lessonbot.discord.fake.Rights.Overwrite;

/** A channel of a guild, a thread or a direct conversation, with its messages. */
public final class FakeChannel {
    static final int TEXT = 0;
    static final int DIRECT = 1;
    static final int VOICE = 2;
    static final int ANNOUNCEMENTS = 5;
    static final int ANNOUNCEMENT_THREAD = 10;
    static final int PUBLIC_THREAD = 11;
    static final int PRIVATE_THREAD = 12;
    static final int STAGE = 13;

    private final String id;
    private final int type;
    private final @Nullable FakeGuild guild;
    private final @Nullable FakeChannel parent;
    private final @Nullable FakeUser recipient;
    private final Map<String, Overwrite> overwrites = new ConcurrentHashMap<>();
    private final List<FakeMessage> messages = new CopyOnWriteArrayList<>();
    private final Set<String> threadMembers = ConcurrentHashMap.newKeySet();
    private volatile String name;
    private volatile ThreadState thread = ThreadState.none();

    /** What only threads have: who opened it, and whether it still takes messages. */
    record ThreadState(String ownerId, boolean archived, boolean locked, int archiveMinutes, Instant changed) {
        static ThreadState none() {
            return new ThreadState("", false, false, 0, Instant.EPOCH);
        }
    }

    private FakeChannel(
            String id,
            int type,
            String name,
            @Nullable FakeGuild guild,
            @Nullable FakeChannel parent,
            @Nullable FakeUser recipient) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.guild = guild;
        this.parent = parent;
        this.recipient = recipient;
    }

    static FakeChannel in(FakeGuild guild, String id, int type, String name) {
        return new FakeChannel(id, type, name, guild, null, null);
    }

    static FakeChannel direct(String id, FakeUser recipient) {
        return new FakeChannel(id, DIRECT, "", null, null, recipient);
    }

    static FakeChannel thread(String id, int type, String name, FakeChannel parent, ThreadState state) {
        FakeChannel thread = new FakeChannel(id, type, name, parent.guild, parent, null);
        thread.thread = state;
        thread.threadMembers.add(state.ownerId());
        return thread;
    }

    /** The channel's snowflake. */
    public String id() {
        return id;
    }

    /** The channel's name; empty for a direct conversation. */
    public String name() {
        return name;
    }

    /** Whether people talk in it, and the bitrate says how well. */
    boolean isVoice() {
        return type == VOICE || type == STAGE;
    }

    /** Whether this is a thread, public or private. */
    public boolean isThread() {
        return parent != null;
    }

    /** Whether this is a thread that only its members see. */
    public boolean isPrivateThread() {
        return type == PRIVATE_THREAD;
    }

    /** Whether this thread has been archived. */
    public boolean archived() {
        return thread.archived();
    }

    /** Whether this thread is closed to everybody who may not manage threads. */
    public boolean locked() {
        return thread.locked();
    }

    /** The ids of those who were added to this thread or opened it. */
    public Set<String> threadMemberIds() {
        return Set.copyOf(threadMembers);
    }

    void join(String userId) {
        threadMembers.add(userId);
    }

    void leave(String userId) {
        threadMembers.remove(userId);
    }

    int type() {
        return type;
    }

    Optional<FakeGuild> guild() {
        return Optional.ofNullable(guild);
    }

    Optional<FakeChannel> parent() {
        return Optional.ofNullable(parent);
    }

    Optional<FakeUser> recipient() {
        return Optional.ofNullable(recipient);
    }

    ThreadState thread() {
        return thread;
    }

    void thread(ThreadState changed) {
        thread = changed;
    }

    void rename(String changed) {
        name = changed;
    }

    Overwrite overwrite(String roleOrMember) {
        return overwrites.getOrDefault(roleOrMember, Overwrite.NONE);
    }

    Map<String, Overwrite> overwrites() {
        return overwrites;
    }

    List<FakeMessage> messages() {
        return messages;
    }

    @Override
    public String toString() {
        return "#" + name;
    }
}
