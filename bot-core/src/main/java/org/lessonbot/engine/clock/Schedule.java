package org.lessonbot.engine.clock;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lessonbot.engine.Meters;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.moves.Cause;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Alarms;
import org.lessonbot.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by the clock: once over all instances, and after a crash all the same. When a step's planned time is over
 * the teachers' console is drawn again, and says so; lessons that are old enough are erased.
 */
public final class Schedule implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Schedule.class);
    private static final Duration PURGE_EVERY = Duration.ofHours(6);
    private static final Duration CLOCKS_EVERY = Duration.ofHours(6);

    /** How soon something due is noticed, and how often an instance says that it is alive. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** After so many missed beats another instance takes over. */
    private static final int BEATS_MISSED = 4;

    private static final Duration LAST_TASKS = Duration.ofSeconds(5);

    private final Scenes scenes;
    private final Deadlines deadlines;
    private final Clock clock;
    private final CustomTask<Void> wrapUp;
    private final CustomTask<Void> stretch;
    private final Map<ClubAlarm, CustomTask<Void>> alarms = new LinkedHashMap<>();
    private final Alarms table;
    private final Scheduler scheduler;
    private final Semaphore completed = new Semaphore(0);

    /**
     * @param deadlines what the clock moves
     * @param alarms what else is to be done in clubs
     * @param purge done every few hours
     */
    public Schedule(
            Database database,
            Setting setting,
            Scenes scenes,
            Deadlines deadlines,
            List<ClubAlarm> alarms,
            Runnable purge) {
        this.scenes = scenes;
        this.deadlines = deadlines;
        this.clock = setting.clock();
        this.table = new Alarms(database.jdbi());
        Timer late = Meters.late(setting.meters());
        this.wrapUp = untilDone("wrap-up", (lesson, id) -> deadlines.wrapUp(lesson, id[1]));
        this.stretch = untilDone(
                "stretch",
                (club, id) -> endStretch(club, Integer.parseInt(id[1])),
                (club, id) -> club.stretch() == Integer.parseInt(id[1]));
        Stream.concat(alarms.stream(), Stream.of(deadlines.moreTimeOver()))
                .forEach(alarm -> this.alarms.put(alarm, untilDone(alarm.name(), (club, id) -> alarm.ring(club))));
        RecurringTask<Void> clubs =
                Tasks.recurring("clubs", FixedDelay.of(CLOCKS_EVERY)).execute((task, context) -> followClubs());
        RecurringTask<Void> purging =
                Tasks.recurring("purge", FixedDelay.of(PURGE_EVERY)).execute((task, context) -> purge.run());
        List<Task<?>> known = new ArrayList<>(this.alarms.values());
        known.addAll(List.of(wrapUp, stretch));
        this.scheduler = Scheduler.create(database.dataSource(), known)
                .startTasks(purging, clubs)
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
                        Instant begun = one.getTimeDone().minus(one.getDuration());
                        Duration by = Duration.between(one.getExecution().executionTime, begun);
                        late.record(by.isNegative() ? Duration.ZERO : by);
                        completed.release();
                    }
                })
                .build();
    }

    private CustomTask<Void> untilDone(String name, BiFunction<Standing, String[], Optional<Instant>> work) {
        return untilDone(name, work, (lesson, id) -> true);
    }

    /**
     * A task that is done again for as long as it says when. Done too soon, it does nothing but say that.
     *
     * @param work takes how the lesson stands, and the parts of the task's id, of which the first is the lesson
     * @param isOpen whether the task may still be to do for a lesson as it stands afterwards; else whoever moved that has looked at
     *     what comes next
     */
    private CustomTask<Void> untilDone(
            String name,
            BiFunction<Standing, String[], Optional<Instant>> work,
            BiPredicate<Standing, String[]> isOpen) {
        return Tasks.custom(name, Void.class).execute((task, context) -> {
            String[] id = task.getId().split("/", -1);
            Optional<Instant> later = unlessErased(Long.parseLong(id[0]), standing -> work.apply(standing, id));
            return (complete, operations) -> {
                later.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::stop);
                // Whatever changed since the work looked left it alone, as it was under way.
                follow(Long.parseLong(id[0]), clock.instant(), standing -> isOpen.test(standing, id));
            };
        });
    }

    /** A club that ended early may be erased before its last end has come, or just while that is looked at. */
    private Optional<Instant> unlessErased(long lesson, Function<Standing, Optional<Instant>> work) {
        try {
            return scenes.found(lesson).flatMap(work);
        } catch (RuntimeException failure) {
            if (scenes.found(lesson).isEmpty()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    public void start() {
        scheduler.start();
    }

    /** Does what is due by the clock as it stands, on whichever instance, and returns when it is done: when it will be next. */
    public Optional<Instant> catchUp() throws InterruptedException {
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
    public void follow(long lesson) {
        follow(lesson, Instant.MIN, standing -> true);
    }

    /** @param after what was due by then was done already */
    private void follow(long lesson, Instant after, Predicate<Standing> wanted) {
        try {
            scenes.found(lesson)
                    .filter(wanted)
                    .filter(standing -> standing.isClub() || standing.lesson().running())
                    .map(standing -> (standing.isClub() ? ofClub(standing) : ofClass(standing.lesson()))
                            .stream().filter(alarm -> alarm.at().isAfter(after)).toList())
                    .filter(due -> !due.isEmpty())
                    .ifPresent(table::set);
        } catch (RuntimeException missed) {
            // The console says it all the same once it is drawn for another reason.
            log.warn("lesson {}: nobody will be reminded to wrap up: {}", lesson, missed.getMessage());
        }
    }

    private List<Alarms.Alarm> ofClass(Lesson lesson) {
        Step step = scenes.step(lesson, lesson.step());
        return step.minutes() > 0
                ? List.of(new Alarms.Alarm(wrapUp.getName(), lesson.id() + "/" + step.id(), lesson.wrapUp(step)))
                : List.of();
    }

    private List<Alarms.Alarm> ofClub(Standing club) {
        String id = Long.toString(club.lesson().id());
        List<Alarms.Alarm> all = new ArrayList<>();
        club.end()
                .filter(end -> club.lesson().running())
                .ifPresent(end -> all.add(new Alarms.Alarm(
                        stretch.getName(), id + "/" + end.stretch(), end.at().instant())));
        alarms.keySet()
                .forEach(alarm ->
                        alarm.next(club).ifPresent(instant -> all.add(new Alarms.Alarm(alarm.name(), id, instant))));
        return all;
    }

    /** Everybody is through with the stretch that a club is in, and nobody need wait for its end. */
    void endEarly(Standing club) {
        Lesson lesson = club.lesson();
        club.end()
                .ifPresent(end -> end(
                        club,
                        new Cause.Finished(
                                lesson.step(), lesson.round(), end.at().instant())));
    }

    private void end(Standing club, Cause cause) {
        deadlines.end(club, cause);
        follow(club.lesson().id());
    }

    /** Which instant an end is follows from its zone's rules, and those may have changed since it was noted. */
    private void followClubs() {
        scenes.clubs().forEach(this::follow);
    }

    /**
     * Ends a stretch if it is due.
     *
     * @return when to look again; nothing if there is nothing more to do
     */
    private Optional<Instant> endStretch(Standing club, int number) {
        Optional<Deadline> end = club.end().filter(now -> now.stretch() == number);
        if (end.isEmpty()) {
            follow(club.lesson().id()); // whoever ended it may have died before this
            return Optional.empty();
        }
        if (!club.lesson().running()) {
            return Optional.empty();
        }
        Instant at = end.get().at().instant();
        if (clock.instant().isBefore(at)) {
            return Optional.of(at);
        }
        end(club, new Cause.Deadline(club.lesson().step(), club.lesson().round(), at));
        return Optional.empty();
    }

    /** Lets what is under way end, and starts nothing more. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
