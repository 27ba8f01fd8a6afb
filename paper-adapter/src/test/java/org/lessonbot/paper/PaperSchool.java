package org.lessonbot.paper;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.tck.Adapter;
import org.lessonbot.tck.Classroom;
import org.lessonbot.tck.Feature;
import org.lessonbot.tck.School;
import org.lessonbot.tck.Wiring;

/** A platform in memory, with an adapter that keeps the contract but for one flaw. */
final class PaperSchool implements School {
    static final String PLATFORM = "paper";

    private final Flaw flaw;
    private final DrivenTime time = DrivenTime.leaping();
    private final Map<String, Paper> rooms = new ConcurrentHashMap<>();
    private final List<PaperAdapter> adapters = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Runnable> held = new HashMap<>();
    private final Set<String> unheard = new HashSet<>();
    private Optional<Duration> limit = Optional.empty();
    private int outages;
    private int losses;

    PaperSchool(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public Map<Feature, String> lacks() {
        return Map.of(
                Feature.DEVICES, "paper knows people by their keys",
                Feature.PICTURES, "the numbers are written down");
    }

    @Override
    public Adapter adapter(Wiring wiring) {
        return new PaperAdapter(this, flaw);
    }

    @Override
    public Classroom classroom() {
        return new PaperClassroom(this, flaw, new Room(PLATFORM, fresh("room-")));
    }

    void enter(PaperAdapter adapter) {
        adapters.add(adapter);
    }

    void leave(PaperAdapter adapter) {
        adapters.remove(adapter);
    }

    /** The instance that serves this person. */
    PaperAdapter instance(String person) {
        List<PaperAdapter> open = List.copyOf(adapters);
        return open.get(Math.floorMod(person.hashCode(), open.size()));
    }

    Paper paper(Room room) {
        String id = flaw == Flaw.MIXES_ROOMS ? "all" : room.id();
        return rooms.computeIfAbsent(id, fresh -> new Paper(flaw));
    }

    String fresh(String prefix) {
        return prefix + numbers.incrementAndGet();
    }

    /** Does it once something else was asked for and done. */
    synchronized void later(String address, Runnable work) {
        Runnable earlier = held.remove(address);
        if (earlier == null) {
            held.put(address, work);
        } else {
            work.run();
            earlier.run();
        }
    }

    synchronized void fault() throws PlatformException {
        if (limit.isPresent()) {
            Duration after = limit.get();
            limit = Optional.empty();
            throw new PlatformException.RateLimited("slower", after);
        }
        if (outages > 0) {
            outages--;
            throw new PlatformException.Transient("out of order");
        }
    }

    @Override
    public synchronized void rateLimit(Duration retryAfter) {
        limit = Optional.of(retryAfter);
    }

    @Override
    public synchronized void outage(int times) {
        outages = times;
    }

    @Override
    public synchronized void loseAnswers() {
        losses = 1;
    }

    synchronized void answer() throws PlatformException {
        if (losses > 0) {
            losses--;
            throw new PlatformException.Transient("no answer");
        }
    }

    void sent(String interaction) {
        synchronized (unheard) {
            unheard.add(interaction);
        }
    }

    void acknowledge(String interaction) {
        synchronized (unheard) {
            unheard.remove(interaction);
            unheard.notifyAll();
        }
    }

    @Override
    public void waitForTheBot() {
        long end = System.nanoTime() + patience().toNanos();
        synchronized (unheard) {
            while (!unheard.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("the bot did not say that it heard " + unheard);
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(unheard, left);
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        }
    }

    @Override
    public List<String> complaints() {
        return List.of();
    }

    @Override
    public Time time() {
        return time;
    }

    /** What a flaw keeps from happening is not waited for long. */
    @Override
    public Duration patience() {
        return flaw == Flaw.NONE ? School.super.patience() : Duration.ofSeconds(2);
    }

    @Override
    public void close() {
        adapters.clear();
    }
}
