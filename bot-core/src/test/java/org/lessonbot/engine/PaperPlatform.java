package org.lessonbot.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;

/** A chat on paper: keeps what is posted, and fails when it is told to. */
final class PaperPlatform implements Platform {
    private static final long BETWEEN_LOOKS_MS = 20;
    static final String NAME = "paper";

    private final Map<String, Message> posts = new LinkedHashMap<>();
    private final List<String> whispers = new ArrayList<>();
    private final List<Instant> purges = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private final List<String> mentions = new ArrayList<>();
    private final Map<String, String> threads = new LinkedHashMap<>();
    private Set<String> refusing = Set.of();
    private Optional<Duration> reminderLimited = Optional.empty();
    private Set<String> away = Set.of();
    private Message console = Message.of();
    private final List<String> closed = new ArrayList<>();
    private int count;
    private int edits;
    private @Nullable Supplier<PlatformException> nextFailure;
    private volatile Runnable again = () -> {};
    volatile boolean consoleStandsBeside;
    volatile boolean forgetsNobody;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized String post(Room room, String key, Message message) throws PlatformException {
        fail();
        String address = "p" + ++count;
        posts.put(address, message);
        notifyAll();
        return address;
    }

    @Override
    public synchronized void edit(Room room, String address, Message message) throws PlatformException {
        fail();
        if (!posts.containsKey(address)) {
            throw new PlatformException.Gone(address);
        }
        edits++;
        posts.put(address, message);
        notifyAll();
    }

    @Override
    public synchronized void remove(Room room, String address) {
        posts.remove(address);
        notifyAll();
    }

    @Override
    public synchronized void console(Room room, long lesson, Message message) throws PlatformException {
        fail();
        console = message;
        notifyAll();
    }

    @Override
    public synchronized void closeConsole(Room room, String person, Message instead) {
        closed.add(person);
        notifyAll();
    }

    @Override
    public void forget(Room room, String person) throws PlatformException {
        if (forgetsNobody) {
            throw new PlatformException.Transient("nobody is forgotten now");
        }
    }

    /** Whose console was taken away. */
    synchronized List<String> closedConsoles() {
        return List.copyOf(closed);
    }

    @Override
    public synchronized void whisper(Room room, String person, String slot, Message message) {
        whispers.add(person + " " + slot + " " + message);
        notifyAll();
    }

    @Override
    public synchronized Reached remind(Room room, String person, Message message) throws PlatformException {
        if (reminderLimited.isPresent()) {
            Duration after = reminderLimited.get();
            reminderLimited = Optional.empty();
            throw new PlatformException.RateLimited("too many letters", after);
        }
        if (refusing.contains(person)) {
            return Reached.REFUSED;
        }
        letters.add(person + " " + message);
        notifyAll();
        return Reached.SENT;
    }

    @Override
    public synchronized boolean mention(Room room, String key, List<String> people, Message message) {
        mentions.add(people + " " + message);
        notifyAll();
        return true;
    }

    @Override
    public synchronized void openThread(Room room, String address, String title) {
        threads.put(address, title);
        notifyAll();
    }

    /** The titles of the threads under posts that are still there. */
    synchronized List<String> threads() {
        return threads.entrySet().stream()
                .filter(thread -> posts.containsKey(thread.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Optional<URI> link(Room room, String address) {
        return Optional.of(URI.create("https://paper.example/" + room.id() + "/" + address));
    }

    /** These take no private messages from now on, and everybody else does. */
    synchronized void refuse(String... people) {
        refusing = Set.of(people);
    }

    /** The next reminder comes too soon. */
    synchronized void limitNextReminder(Duration after) {
        reminderLimited = Optional.of(after);
    }

    synchronized List<String> letters() {
        return List.copyOf(letters);
    }

    synchronized List<String> mentions() {
        return List.copyOf(mentions);
    }

    /** These have gone away from now on, and nobody else. */
    synchronized void goAway(String... people) {
        away = Set.of(people);
    }

    @Override
    public synchronized Set<String> away(Room room) {
        return away;
    }

    @Override
    public synchronized void purge(Instant before, Set<Room> underWay) {
        purges.add(before);
        notifyAll();
    }

    @Override
    public synchronized void begun(
            Room room, long lesson, Instant since, Supplier<Set<String>> people, Message message) {
        people.get().forEach(person -> whispers.add(person + " begun " + message));
        notifyAll();
    }

    @Override
    public boolean consoleStandsBeside() {
        return consoleStandsBeside;
    }

    @Override
    public Duration pace() {
        return Duration.ofMillis(5);
    }

    private void fail() throws PlatformException {
        if (nextFailure != null) {
            PlatformException failure = nextFailure.get();
            nextFailure = null;
            throw failure;
        }
    }

    @Override
    public void whenBack(Runnable tryAgain) {
        again = tryAgain;
    }

    /** What failed may work now. */
    void back() {
        again.run();
    }

    synchronized void failNext(Supplier<PlatformException> failure) {
        nextFailure = failure;
    }

    synchronized void delete(String address) {
        posts.remove(address);
    }

    synchronized int edits() {
        return edits;
    }

    /** The posts that everybody sees, oldest first. */
    synchronized List<Message> room() {
        return List.copyOf(posts.values());
    }

    synchronized Message console() {
        return console;
    }

    synchronized Optional<String> addressOf(Predicate<Message> wanted) {
        return posts.entrySet().stream()
                .filter(post -> wanted.test(post.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Waits until the chat is as wanted, and what else is looked at: that a post is drawn is written down after it was. */
    synchronized void await(String what, Predicate<PaperPlatform> wanted) {
        long until = System.nanoTime() + DrivenTime.HANGS.toNanos();
        while (!wanted.test(this)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; the room shows " + room());
            }
            try {
                wait(Math.min(left, BETWEEN_LOOKS_MS));
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    synchronized List<String> whispers() {
        return List.copyOf(whispers);
    }

    /** Before which moments it was told to erase what it keeps. */
    synchronized List<Instant> purges() {
        return List.copyOf(purges);
    }
}
