package org.lessonbot.engine.posting;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Meters;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.Time;
import org.lessonbot.engine.drawing.Drawings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets posts follow facts. One loop a lesson draws its stale posts one after another, in the order in which they appear,
 * so edits never overtake each other; what changes meanwhile is drawn in the next turn. A sweep takes up what the dead left
 * behind, and says that we live.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private final Posts posts;
    private final Lessons lessons;
    private final Drawings drawings;
    private final Map<String, Platform> platforms;
    private final Time time;
    private final Meters meters;
    private final ScheduledExecutorService threads;
    private final Map<Long, Loop> loops = new ConcurrentHashMap<>();
    private boolean away;

    public Publisher(
            Posts posts,
            Lessons lessons,
            Drawings drawings,
            Map<String, Platform> platforms,
            Time time,
            Meters meters) {
        this.posts = posts;
        this.lessons = lessons;
        this.drawings = drawings;
        this.platforms = platforms;
        this.time = time;
        this.meters = meters;
        this.threads = time.threads("publisher", 4);
        meters.watch(
                "lessonbot.lessons.drawn",
                "Lessons of which something is being drawn, or waits to be",
                () -> loops.values().stream()
                        .filter(loop -> !loop.rhythm.rests())
                        .count());
    }

    public void start() {
        var unused = threads.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something of this lesson is to be drawn again, at the platform's pace. Returns at once. */
    public void poke(long lesson) {
        with(lesson, loop -> loop.rhythm.ask(false));
    }

    /** Wants a post drawn again, at the platform's pace. */
    public void want(long lesson, String slot) {
        posts.want(lesson, slot);
        poke(lesson);
    }

    /** Wants what a club came to drawn again, after its close: somebody answered, or is through. */
    public void wantResults(long lesson) {
        want(lesson, Slot.SUMMARY);
        want(lesson, Slot.OVER);
    }

    /** The lesson has moved, and a class waits to see it: its posts are drawn again now. Returns at once. */
    public void hurry(long lesson) {
        with(lesson, loop -> loop.rhythm.ask(true));
    }

    /** What failed may work now: whatever waits after a failure is tried at once. Returns at once. */
    public void again() {
        loops.values().forEach(loop -> loop.rhythm.again());
    }

    /**
     * Does this once the lesson's posts are up to date, at the platform's pace. It is a courtesy: after a crash it is not made up
     * for.
     */
    void afterwards(long lesson, Runnable courtesy) {
        with(lesson, loop -> {
            loop.courtesies.add(courtesy);
            loop.rhythm.ask(false);
        });
    }

    /** Nothing forgets a loop while it is asked for something. */
    private void with(long lesson, Consumer<Loop> ask) {
        loops.compute(lesson, (id, there) -> {
            Loop loop = there == null ? new Loop(id) : there;
            ask.accept(loop);
            return loop;
        });
    }

    private void forgetWhatRests() {
        loops.keySet()
                .forEach(lesson -> loops.computeIfPresent(lesson, (id, loop) -> loop.rhythm.rests() ? null : loop));
    }

    private void sweep() {
        forgetWhatRests();
        posts.renew();
        try {
            posts.staleLessons().forEach(this::poke);
            if (away) {
                away = false;
                log.warn("the database is back, and lessons go on");
            }
        } catch (RuntimeException failure) {
            if (!away) {
                away = true;
                log.warn(
                        "the database is out of reach, and no click counts until it is back: {}", failure.getMessage());
            }
        }
    }

    /** The one loop that draws a lesson's posts in this instance. */
    private final class Loop {
        private final long lesson;
        private final Rhythm rhythm = new Rhythm(time, threads, this::turn);
        private final Queue<Runnable> courtesies = new ConcurrentLinkedQueue<>();
        private int failures;

        Loop(long lesson) {
            this.lesson = lesson;
        }

        private Rhythm.Rest turn() {
            try {
                Duration pace = publishStale();
                failures = 0;
                runCourtesies();
                return Rhythm.Rest.pace(pace);
            } catch (PlatformException.RateLimited limited) {
                return Rhythm.Rest.pause(limited.after());
            } catch (PlatformException | RuntimeException failure) {
                return backOff(failure);
            }
        }

        /** @return how long nothing more need be drawn now */
        private Duration publishStale() throws PlatformException {
            Duration pace = Duration.ZERO;
            for (Posts.Key key : posts.stale(lesson)) {
                Optional<Posts.Claim> claim = posts.claim(key, LEASE);
                if (claim.isPresent()) {
                    Duration after = publish(claim.get());
                    pace = after.isZero() ? pace : after;
                }
            }
            return pace;
        }

        private void runCourtesies() {
            for (Runnable courtesy = courtesies.poll(); courtesy != null; courtesy = courtesies.poll()) {
                courtesy.run();
            }
        }

        private Rhythm.Rest backOff(Exception failure) {
            failures++;
            Duration pause = BackOff.after(failure, failures);
            log.warn(
                    "lesson {}: posts wait {} s after failure {}: {}",
                    lesson,
                    pause.toSeconds(),
                    failures,
                    failure.getMessage());
            return Rhythm.Rest.failure(pause);
        }
    }

    /**
     * @return how long nothing more need be drawn, also where nothing new was to be seen: what a burst asks for is drawn a few
     *     times; zero if the room is served elsewhere
     */
    private Duration publish(Posts.Claim claim) throws PlatformException {
        Lesson lesson = lessons.find(claim.key().lesson()).orElseThrow();
        Platform platform = platforms.get(lesson.room().platform());
        if (platform == null || !platform.serves(lesson.room())) {
            posts.putBack(claim);
            return Duration.ZERO;
        }
        try {
            Message message = drawings.post(lesson, claim);
            String digest = Edition.hash(message.toString());
            if (claim.key().slot().equals(Slot.CONSOLE)) {
                if (!digest.equals(claim.digest()) && hasTheConsole(lesson)) {
                    platform.console(lesson.room(), lesson.id(), message);
                    meters.drawn(platform.name(), Meters.Drawn.CONSOLE);
                }
                posts.shown(claim, Slot.CONSOLE, digest);
                return platform.pace();
            }
            String address = claim.address();
            boolean changed = address.isEmpty() || !digest.equals(claim.digest());
            if (!claim.retired().isEmpty()) {
                platform.remove(lesson.room(), claim.retired());
            }
            if (address.isEmpty()) {
                String key = claim.key().lesson() + "/" + claim.key().slot() + "/" + claim.standing();
                address = platform.post(lesson.room(), key, message);
                meters.drawn(platform.name(), Meters.Drawn.POSTED);
                if (drawings.hasThread(lesson, claim)) {
                    platform.openThread(lesson.room(), address, drawings.title(lesson, claim));
                }
                if (claim.triedBefore()) {
                    // What stands there may be an earlier try, with what was true then.
                    posts.stands(claim, address);
                    meters.drawn(platform.name(), Meters.Drawn.AGAIN);
                    hurry(lesson.id());
                    return platform.pace();
                }
            } else if (changed) {
                platform.edit(lesson.room(), address, message);
                meters.drawn(platform.name(), Meters.Drawn.EDITED);
            }
            posts.shown(claim, address, digest);
            gatherPairs(platform, lesson, claim);
            return platform.pace();
        } catch (PlatformException.Gone gone) {
            meters.drawn(platform.name(), Meters.Drawn.GONE);
            if (claim.address().isEmpty()) {
                posts.release(claim);
                throw gone;
            }
            log.info(
                    "lesson {}: {} is gone and will be posted anew",
                    lesson.id(),
                    claim.key().slot());
            posts.lost(claim);
            hurry(lesson.id());
            return platform.pace();
        } catch (PlatformException | RuntimeException failure) {
            meters.drawn(
                    platform.name(),
                    failure instanceof PlatformException.RateLimited ? Meters.Drawn.LIMITED : Meters.Drawn.FAILED);
            posts.release(claim);
            throw failure;
        }
    }

    /** A room has one console: what changes in a lesson that is over leaves it to the one under way, or to the one that ended last. */
    private boolean hasTheConsole(Lesson lesson) {
        return lesson.endedAt().isEmpty()
                || lessons.latestIn(lesson.room())
                        .filter(latest -> latest.id() == lesson.id())
                        .isPresent();
    }

    /** Gives each pair a place to talk in. It is a courtesy: the list of pairs is posted anyway. */
    private void gatherPairs(Platform platform, Lesson lesson, Posts.Claim claim) {
        drawings.places(lesson, claim).forEach((title, people) -> {
            try {
                platform.gather(lesson.room(), title, people);
            } catch (PlatformException failure) {
                log.warn("lesson {}: no place for {}: {}", lesson.id(), title, failure.getMessage());
            }
        });
    }

    /**
     * Where a room's console is for whoever leads: {@code beside} where they have it before them all the time, {@code asked} where they
     * ask for it. So sentences choose.
     *
     * @param byOwnRight whether they may lead by themselves, and were not asked to
     */
    public String console(Room room, boolean byOwnRight) {
        Platform platform = platforms.get(room.platform());
        return byOwnRight && platform != null && platform.consoleStandsBeside() ? "beside" : "asked";
    }

    /** Finishes the call that is under way; what is still to be drawn is drawn at the next start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
