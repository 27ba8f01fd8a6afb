package org.lessonbot.engine;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Move;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by the clock: once over all instances, and after a crash all the same. When a step's planned time is over
 * the teachers' console is drawn again, and says so; lessons that are old enough are erased.
 */
final class Schedule implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Schedule.class);
    private static final Duration PURGE_EVERY = Duration.ofHours(6);
    private static final Duration CLOCKS_EVERY = Duration.ofHours(6);

    /** How soon something due is noticed, and how often an instance says that it is alive. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** After so many missed beats another instance takes over. */
    private static final int BEATS_MISSED = 4;

    private static final Duration LAST_TASKS = Duration.ofSeconds(5);

    private final Lessons lessons;
    private final Scenes scenes;
    private final Moves moves;
    private final Pools pools;
    private final Whispers whispers;
    private final Publisher publisher;
    private final Collection<Platform> platforms;
    private final Duration retention;
    private final Clock clock;
    private final OneTimeTask<Void> wrapUp;
    private final CustomTask<Void> stretch;
    private final CustomTask<Void> half;
    private final CustomTask<Void> remind;
    private final Bell bell;
    private final Scheduler scheduler;
    private final Semaphore completed = new Semaphore(0);

    Schedule(
            Database database,
            Setting setting,
            Lessons lessons,
            Scenes scenes,
            Moves moves,
            Pools pools,
            Whispers whispers,
            Publisher publisher,
            Bell bell,
            Collection<Platform> platforms) {
        this.lessons = lessons;
        this.scenes = scenes;
        this.moves = moves;
        this.pools = pools;
        this.whispers = whispers;
        this.publisher = publisher;
        this.bell = bell;
        this.platforms = List.copyOf(platforms);
        this.retention = setting.retention();
        this.clock = setting.clock();
        this.wrapUp = Tasks.oneTime("wrap-up")
                .execute((task, context) -> wrapUp(Long.parseLong(task.getId().split("/", -1)[0])));
        this.stretch = untilDone("stretch", id -> endStretch(Long.parseLong(id[0]), Integer.parseInt(id[1])));
        this.half = untilDone("half-time", id -> halfTime(Long.parseLong(id[0])));
        this.remind = untilDone("remind", id -> bell.ring(Long.parseLong(id[0])));
        RecurringTask<Void> clubs =
                Tasks.recurring("clubs", FixedDelay.of(CLOCKS_EVERY)).execute((task, context) -> followClubs());
        RecurringTask<Void> purge =
                Tasks.recurring("purge", FixedDelay.of(PURGE_EVERY)).execute((task, context) -> purge());
        this.scheduler = Scheduler.create(database.dataSource(), wrapUp, stretch, half, remind)
                .startTasks(purge, clubs)
                .schedulerName(new SchedulerName.Fixed(setting.instance()))
                .clock(clock::instant)
                .threads(2)
                .pollingInterval(BEAT)
                .heartbeatInterval(BEAT)
                .missedHeartbeatsLimit(BEATS_MISSED)
                .shutdownMaxWait(LAST_TASKS)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete one) {
                        completed.release();
                    }
                })
                .build();
    }

    /**
     * A task that is done again for as long as it says when.
     *
     * @param work takes the parts of the task's id
     */
    private static CustomTask<Void> untilDone(String name, Function<String[], Optional<Instant>> work) {
        return Tasks.custom(name, Void.class).execute((task, context) -> {
            Optional<Instant> later = work.apply(task.getId().split("/", -1));
            return (complete, operations) ->
                    later.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::stop);
        });
    }

    void start() {
        scheduler.start();
    }

    /** Does what is due by the clock as it stands, on whichever instance, and returns when it is done: when it will be next. */
    Optional<Instant> catchUp() throws InterruptedException {
        Optional<Instant> next = next();
        while (next.filter(due -> !due.isAfter(clock.instant())).isPresent()) {
            scheduler.triggerCheckForDueExecutions();
            var unused = completed.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            completed.drainPermits();
            next = next();
        }
        return next;
    }

    private Optional<Instant> next() {
        return scheduler.getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                .map(ScheduledExecution::getExecutionTime)
                .min(Comparator.naturalOrder());
    }

    /** Notes when the step that a lesson is at now should be wrapped up, or when a club's stretch ends. */
    void follow(long lessonId) {
        try {
            Standing standing = scenes.now(lessonId);
            if (standing.isClub()) {
                follow(standing);
                return;
            }
            Lesson lesson = standing.lesson();
            Step step = scenes.step(lesson, lesson.step());
            if (step.minutes() > 0) {
                scheduler.schedule(
                        wrapUp.instance(lesson.id() + "/" + step.id()),
                        lesson.wrapUp(step),
                        ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            }
        } catch (RuntimeException missed) {
            // The console says it all the same once it is drawn for another reason.
            log.warn("lesson {}: nobody will be reminded to wrap up: {}", lessonId, missed.getMessage());
        }
    }

    private void follow(Standing club) {
        if (club.lesson().running()) {
            club.end()
                    .ifPresent(end -> at(
                            stretch.instance(club.lesson().id() + "/" + end.stretch()),
                            end.at().instant()));
            Pools.half(club)
                    .ifPresent(instant ->
                            at(half.instance(Long.toString(club.lesson().id())), instant));
            bell.next(club)
                    .ifPresent(instant ->
                            at(remind.instance(Long.toString(club.lesson().id())), instant));
        }
    }

    /** Everybody is through with the stretch that a club is in, and nobody need wait for its end. */
    void endEarly(Standing club) {
        club.end().ifPresent(end -> end(club, end.at().instant()));
    }

    private void end(Standing club, Instant at) {
        Lesson lesson = club.lesson();
        Moves.Result result =
                moves.make(lesson.id(), new Cause.Deadline(lesson.step(), lesson.round(), at), new Move.Next());
        if (result == Moves.Result.ENDED) {
            whispers.over(club);
        }
        publisher.hurry(lesson.id());
        follow(lesson.id());
    }

    /** One that is under way is left alone: it looks for itself at what it is for, and rescheduled now it would be lost. */
    private void at(TaskInstance<Void> task, Instant instant) {
        if (scheduler.scheduleIfNotExists(task, instant)) {
            return;
        }
        Optional<ScheduledExecution<Object>> there = scheduler.getScheduledExecution(task);
        if (there.isPresent()
                && !there.get().isPicked()
                && !there.get().getExecutionTime().equals(instant)) {
            try {
                var unused = scheduler.reschedule(task, instant);
            } catch (RuntimeException justPicked) {
                log.debug("{} begins at this very moment", task, justPicked);
            }
        }
    }

    /**
     * Deals partners round where a stretch is half over.
     *
     * @return when to look again; nothing if there is nothing more to do
     */
    private Optional<Instant> halfTime(long lesson) {
        Standing club = scenes.now(lesson);
        Optional<Instant> at = Pools.half(club).filter(instant -> club.lesson().running());
        if (at.isPresent() && !clock.instant().isBefore(at.get())) {
            pools.deal(club);
            return Optional.empty();
        }
        return at;
    }

    /** Which instant an end is follows from its zone's rules, and those may have changed since it was noted. */
    private void followClubs() {
        lessons.clubs().forEach(this::follow);
    }

    /**
     * Ends a stretch if it is due.
     *
     * @return when to look again; nothing if there is nothing more to do
     */
    private Optional<Instant> endStretch(long lesson, int number) {
        Standing club = scenes.now(lesson);
        Optional<Deadline> end = club.end().filter(now -> now.stretch() == number);
        if (end.isEmpty()) {
            follow(lesson); // whoever ended it may have died before this
            return Optional.empty();
        }
        if (!club.lesson().running()) {
            return Optional.empty();
        }
        Instant at = end.get().at().instant();
        if (clock.instant().isBefore(at)) {
            return Optional.of(at);
        }
        end(club, at);
        return Optional.empty();
    }

    /** The console says that time is over; a step that ends by the clock is revealed. */
    private void wrapUp(long lessonId) {
        Optional<Lesson> lesson = scenes.found(lessonId).map(Standing::lesson);
        lesson.filter(this::isOver).ifPresent(over -> {
            Instant at = over.wrapUp(scenes.step(over, over.step()));
            Cause clock = new Cause.Deadline(over.step(), over.round(), at);
            if (moves.make(lessonId, clock, new Move.Reveal()) == Moves.Result.REVEALED) {
                publisher.hurry(lessonId);
                whispers.ownPart(over);
            }
        });
        publisher.want(lessonId, Slot.CONSOLE);
    }

    private boolean isOver(Lesson lesson) {
        Step step = scenes.step(lesson, lesson.step());
        return !lesson.isClub()
                && lesson.endedAt().isEmpty()
                && step.minutes() > 0
                // Of further rounds that a teacher asks for, the step's time is over before they begin.
                && lesson.round() == 1
                && Activities.of(step.activity()).endsByTheClock()
                && !clock.instant().isBefore(lesson.wrapUp(step));
    }

    private void purge() {
        Instant before = clock.instant().minus(retention);
        List<Lessons.Purged> purged = lessons.purge(before);
        Set<Room> underWay = lessons.rooms();
        for (Platform platform : platforms) {
            platform.purge(before, underWay);
        }
        purged.forEach(one -> log.info(
                "lesson {} was over for {} days and is erased, with {} entries",
                one.lesson(),
                retention.toDays(),
                one.entries()));
    }

    /** Lets what is under way end, and starts nothing more. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
