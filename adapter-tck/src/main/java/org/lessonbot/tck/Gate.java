package org.lessonbot.tck;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;

/** Stands between the engine and the adapter, so that a test can stop the bot right before it speaks. */
final class Gate implements Platform {
    private final Platform platform;
    private final Ledger ledger;
    private State state = State.OPEN;
    private int waiting;

    Gate(Platform platform, Ledger ledger) {
        this.platform = platform;
        this.ledger = ledger;
    }

    private enum State {
        OPEN,
        SHUT_TO_POSTS,
        SHUT,
        DEAD
    }

    /** Lets nothing through from now on: who speaks waits. */
    synchronized void shut() {
        state = State.SHUT;
    }

    /** Holds back what is new in a room; what stands there still changes. */
    synchronized void shutToPosts() {
        state = State.SHUT_TO_POSTS;
    }

    synchronized void open() {
        state = State.OPEN;
        notifyAll();
    }

    /** The process is gone: whatever waited was never said. */
    synchronized void die() {
        state = State.DEAD;
        notifyAll();
    }

    /** Whether something is being held back. */
    synchronized boolean holds() {
        return waiting > 0;
    }

    @Override
    public boolean consoleStandsBeside() {
        return platform.consoleStandsBeside();
    }

    @Override
    public boolean saysWhoseClock() {
        return platform.saysWhoseClock();
    }

    private void pass() throws PlatformException {
        pass(false);
    }

    private synchronized void pass(boolean post) throws PlatformException {
        waiting++;
        try {
            while (state == State.SHUT || post && state == State.SHUT_TO_POSTS) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException.Transient("interrupted");
        } finally {
            waiting--;
        }
        if (state == State.DEAD) {
            throw new PlatformException.Transient("this instance was killed");
        }
    }

    @Override
    public String name() {
        return platform.name();
    }

    @Override
    public String post(Room room, String key, Message message) throws PlatformException {
        pass(true);
        ledger.measure(message);
        String address = platform.post(room, key, message);
        ledger.shown(room, address, message);
        return address;
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        pass();
        ledger.measure(message);
        try {
            platform.edit(room, address, message);
        } catch (PlatformException.Gone gone) {
            ledger.gone(room, address);
            throw gone;
        }
        ledger.shown(room, address, message);
    }

    @Override
    public void console(Room room, long lesson, Message message) throws PlatformException {
        pass();
        ledger.measure(message);
        platform.console(room, lesson, message);
    }

    @Override
    public void closeConsole(Room room, String person, Message instead) throws PlatformException {
        platform.closeConsole(room, person, instead);
    }

    @Override
    public void whisper(Room room, String person, String slot, Message message) throws PlatformException {
        pass();
        ledger.measure(message);
        platform.whisper(room, person, slot, message);
    }

    @Override
    public void remove(Room room, String address) throws PlatformException {
        pass();
        platform.remove(room, address);
        ledger.gone(room, address);
    }

    @Override
    public void over(Room room, long lesson, Message message) throws PlatformException {
        pass();
        platform.over(room, lesson, message);
    }

    @Override
    public void begun(Room room, long lesson, Instant since, Supplier<Set<String>> people, Message message)
            throws PlatformException {
        pass();
        platform.begun(room, lesson, since, people, message);
    }

    @Override
    public Reached remind(Room room, String person, Message message) throws PlatformException {
        pass();
        return platform.remind(room, person, message);
    }

    @Override
    public boolean mention(Room room, String key, List<String> people, Message message) throws PlatformException {
        pass();
        return platform.mention(room, key, people, message);
    }

    @Override
    public Optional<URI> link(Room room, String address) {
        return platform.link(room, address);
    }

    @Override
    public void openThread(Room room, String address, String title) throws PlatformException {
        pass();
        platform.openThread(room, address, title);
    }

    @Override
    public void gather(Room room, String title, List<String> people) throws PlatformException {
        pass();
        platform.gather(room, title, people);
    }

    @Override
    public Set<String> away(Room room) throws PlatformException {
        return platform.away(room);
    }

    @Override
    public void whenBack(Runnable again) {
        platform.whenBack(again);
    }

    @Override
    public void forget(Room room, String person) throws PlatformException {
        pass();
        platform.forget(room, person);
    }

    @Override
    public void purge(Instant before, Set<Room> underWay) {
        platform.purge(before, underWay);
    }

    @Override
    public boolean serves(Room room) {
        return platform.serves(room);
    }

    @Override
    public int connections() {
        return platform.connections();
    }

    @Override
    public Duration pace() {
        return platform.pace();
    }
}
