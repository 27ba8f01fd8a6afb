package org.lessonbot.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lessonbot.engine.DrivenTime;

/**
 * Everything that Slack knows. Whoever changes it holds its monitor, so that what one call does is done at once, and
 * every change wakes those who wait for something to happen.
 */
final class World {
    /** Across all fakes of a JVM: the SDK keeps what it knows of a token and a team in static fields. */
    private static final AtomicInteger TEAMS = new AtomicInteger();

    /** How long Slack waits for an acknowledgement, and a trigger id can be used. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** For whoever waits for an answer. */
    /** What a test waits for may also happen in the app, which tells nobody here. */
    private static final int GLANCE_MS = 20;

    private boolean noMessagesTab;
    private boolean noCharts;
    final SteppedClock clock = new SteppedClock();
    /** For the limits, which the bot keeps by it. */
    final DrivenTime time = DrivenTime.leaping();
    /** For what the bot does when an answer would come too late. */
    final DrivenTime patience = DrivenTime.standing();

    private final AtomicInteger numbers = new AtomicInteger(1000);
    private final Map<String, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    int number() {
        return numbers.incrementAndGet();
    }

    String id(String prefix) {
        return prefix + "0F" + number();
    }

    /** A new message's time: unique, and later than any before. */
    String ts() {
        return String.format(Locale.ROOT, "%d.%06d", clock.instant().getEpochSecond(), number());
    }

    Instant now() {
        return clock.instant();
    }

    // People and places

    synchronized Workspace addWorkspace(String domain) {
        String id = "T0F" + TEAMS.incrementAndGet();
        Workspace workspace = new Workspace(id, domain, "xoxb-" + id, id("U"), id("B"));
        workspaces.put(id, workspace);
        users.put(workspace.botUserId(), new User(workspace, workspace.botUserId(), "lessonbot"));
        return workspace;
    }

    synchronized Optional<Workspace> workspaceOf(String botToken) {
        return workspaces.values().stream()
                .filter(each -> each.botToken().equals(botToken))
                .findFirst();
    }

    synchronized User addUser(Workspace workspace, String name) {
        User user = new User(workspace, id("U"), name);
        users.put(user.id(), user);
        return user;
    }

    synchronized User user(Workspace workspace, String id) {
        return Optional.ofNullable(users.get(id))
                .filter(user -> user.workspace().equals(workspace))
                .orElseThrow(() -> new SlackError("user_not_found"));
    }

    /** With the bot in it. */
    Channel addChannel(String name, Channel.Kind kind, User creator, List<User> members) {
        Workspace workspace = creator.workspace();
        List<String> ids = Stream.concat(
                        Stream.of(workspace.botUserId(), creator.id()),
                        members.stream().map(User::id))
                .toList();
        return addChannel(workspace, name, kind, creator.id(), ids);
    }

    synchronized Channel addChannel(
            Workspace workspace, String name, Channel.Kind kind, String creatorId, Collection<String> memberIds) {
        String prefix = kind == Channel.Kind.DIRECT ? "D" : "C";
        Channel channel = new Channel(workspace, id(prefix), name, kind, creatorId, memberIds);
        channels.put(channel.id(), channel);
        return channel;
    }

    synchronized void takeAwayMessagesTab() {
        noMessagesTab = true;
    }

    synchronized void takeAwayCharts() {
        noCharts = true;
    }

    synchronized boolean hasCharts() {
        return !noCharts;
    }

    synchronized boolean hasNoMessagesTab() {
        return noMessagesTab;
    }

    synchronized Collection<Channel> channels(Workspace workspace) {
        return channels.values().stream()
                .filter(each -> each.workspace().equals(workspace))
                .toList();
    }

    /** The conversation of exactly these people, if it was opened before. */
    synchronized Optional<Channel> conversation(Workspace workspace, Set<String> memberIds) {
        return channels(workspace).stream()
                .filter(each -> each.kind() == Channel.Kind.DIRECT || each.kind() == Channel.Kind.GROUP_DIRECT)
                .filter(each -> each.memberIds().equals(memberIds))
                .findFirst();
    }

    /** A channel of this workspace that its bot can know of: private ones only while it is in there. */
    synchronized Channel channel(Workspace workspace, String id) {
        return Optional.ofNullable(channels.get(id))
                .filter(found -> found.workspace().equals(workspace))
                .filter(found -> found.kind() == Channel.Kind.PUBLIC || found.hasBot())
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }

    // Messages

    synchronized Post add(Post post) {
        posts.add(post);
        notifyAll();
        return post;
    }

    synchronized List<Post> messages(Channel channel) {
        return posts.stream()
                .filter(post -> post.channel().equals(channel))
                .filter(post -> post.onlyFor().isEmpty() && !post.isDeleted())
                .toList();
    }

    synchronized List<Post> ephemerals(User user) {
        return posts.stream()
                .filter(post -> post.onlyFor().filter(user::equals).isPresent() && !post.isDeleted())
                .toList();
    }

    synchronized Post message(Channel channel, String ts) {
        return messages(channel).stream()
                .filter(post -> post.ts().equals(ts))
                .findFirst()
                .orElseThrow(() -> new SlackError("message_not_found"));
    }

    /** The message itself, where this is a picture of it as it was. */
    synchronized Optional<Post> original(Post seen) {
        return posts.stream()
                .filter(post ->
                        post.channel().equals(seen.channel()) && post.ts().equals(seen.ts()))
                .findFirst();
    }

    /** Whether a thread can be written in: its first message is there, or was and has answers. */
    synchronized boolean hasThread(Channel channel, String ts) {
        return posts.stream()
                .filter(post -> post.channel().equals(channel))
                .anyMatch(post -> (post.ts().equals(ts) && !post.isDeleted())
                        || post.threadTs().filter(ts::equals).isPresent());
    }

    // Files

    synchronized void completeFile(String id, String title) {
        files.put(id, title);
        notifyAll();
    }

    synchronized boolean hasFile(String id) {
        return files.containsKey(id);
    }

    // Waiting, and what must not happen

    synchronized void changed() {
        notifyAll();
    }

    /** Waits until there is something; fails the test if there is nothing in good time. */
    synchronized <T> T await(Supplier<String> what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + DrivenTime.HANGS.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Waited in vain for " + what.get());
            }
            try {
                wait(Math.min(left, GLANCE_MS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + what.get(), e);
            }
        }
    }

    /** Notes what a bot must never do; it fails the test at its end. */
    synchronized void violation(String what) {
        violations.add(what);
        notifyAll();
    }

    synchronized List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }
}
