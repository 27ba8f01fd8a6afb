package org.lessonbot.engine.standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lessonbot.activity.Dealt;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.NewLesson;
import org.lessonbot.store.Snapshot;
import org.lessonbot.store.Version;

/**
 * Remembers where lessons stand. What is remembered may have been changed by another instance: whoever writes by it lets the
 * statement that writes compare, and whoever only answers by it asks for {@link #at} or {@link #now}.
 */
public final class Standings {
    /** People of all lessons remembered, and with them what else is: some tens of megabytes. */
    private static final int MOST = 200_000;

    private static final int LESSON = 50;
    /** With what it was dealt, some 4 kB: so much as that many people. */
    private static final int ROUND = 10;

    private final Lessons lessons;
    private final Editions editions;
    private final Function<String, Words> words;
    private final ConcurrentMap<Long, Standing> known = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Long lesson, Standing standing) -> LESSON
                    + ROUND * standing.rounds().size()
                    + standing.roster().size())
            .<Long, Standing>build()
            .asMap();

    public Standings(Lessons lessons, Editions editions, Function<String, Words> words) {
        this.lessons = lessons;
        this.editions = editions;
        this.words = words;
    }

    /** The clubs that go on. */
    public List<Long> clubs() {
        return lessons.clubs();
    }

    public Edition edition(Lesson lesson) {
        return editions.get(lesson.edition());
    }

    /** Keeps the edition by which a class goes on that adds a step it left out, and says its hash. */
    public String adding(Lesson lesson, String step) {
        Edition now = edition(lesson);
        LessonPlan whole = editions.get(now.plan().whole()).plan();
        return editions.pin(new Edition(now.plan().adding(step, whole, lesson.step()), now.bank()));
    }

    /** Keeps the edition by which a class goes on as a club, and says its hash. */
    public String forClub(Lesson lesson) {
        return editions.pinForClub(edition(lesson));
    }

    /** The steps that a class leaves out and may add. */
    public List<Step> leftOut(Lesson lesson) {
        LessonPlan plan = edition(lesson).plan();
        return plan.leftOut().stream()
                .flatMap(id -> editions.get(plan.whole()).plan().step(id).stream())
                .toList();
    }

    /** In which pairs people work where a lesson is, all at the same time. */
    public Pairing pairing(Lesson lesson) {
        return lesson.isClub()
                ? Pairing.NONE
                : edition(lesson).plan().step(lesson.step()).orElseThrow().pairing();
    }

    public Words words(Lesson lesson) {
        Words said = words.apply(edition(lesson).plan().language());
        return lesson.isClub() ? said.inClub() : said;
    }

    /** As it was when it was read last; read if it is not remembered. Nothing if there is no such lesson. */
    public Optional<Standing> recall(long lesson) {
        return Optional.ofNullable(known.computeIfAbsent(lesson, this::read));
    }

    /** As it is now. */
    public Optional<Standing> now(long lesson) {
        return lessons.version(lesson).flatMap(version -> at(lesson, version));
    }

    /** As it was at this version, or later. */
    public Optional<Standing> at(long lesson, Version version) {
        return Optional.ofNullable(known.compute(
                lesson, (id, there) -> there != null && there.version().isSince(version) ? there : read(id)));
    }

    /**
     * Starts a lesson, see {@link Lessons#start}.
     *
     * @return its number, or nothing if a lesson is under way in this room
     */
    public Optional<Long> start(NewLesson lesson, Consumer<LessonTransaction> begin) {
        Optional<Standing> started = lessons.start(lesson, tx -> {
                    begin.accept(tx);
                    return tx.after().orElseThrow();
                })
                .map(this::standing);
        started.ifPresent(this::remember);
        return started.map(standing -> standing.lesson().id());
    }

    /** Moves a lesson, see {@link Lessons#move}. How it stands then is read in the same transaction, or known. */
    public <T> T move(long lesson, Function<LessonTransaction, T> move) {
        Optional<Standing> before = Optional.ofNullable(known.get(lesson));
        Made<T> made;
        try {
            made = lessons.move(
                    lesson,
                    version -> before.filter(there -> there.version().equals(version))
                            .map(Standing::roster),
                    tx -> {
                        T answer = move.apply(tx);
                        return tx.hasMoved()
                                ? new Made<>(answer, tx.after(), Optional.empty())
                                : new Made<>(answer, Optional.empty(), before.flatMap(there -> attended(there, tx)));
                    });
        } catch (RuntimeException failure) {
            known.remove(lesson);
            throw failure;
        }
        made.read().map(this::standing).or(made::after).ifPresentOrElse(this::remember, () -> known.remove(lesson));
        return made.answer();
    }

    private static Optional<Standing> attended(Standing before, LessonTransaction tx) {
        return before.version().moves() == tx.version().moves() ? tx.attended().map(before::with) : Optional.empty();
    }

    /**
     * @param read how the lesson stands by it, if it was moved
     * @param after the same, where that is known without reading
     */
    private record Made<T>(T answer, Optional<Snapshot> read, Optional<Standing> after) {}

    private void remember(Standing standing) {
        known.merge(
                standing.lesson().id(),
                standing,
                (there, now) -> there.version().isSince(now.version()) ? there : now);
    }

    private @Nullable Standing read(long lesson) {
        return lessons.snapshot(lesson).map(this::standing).orElse(null);
    }

    private Standing standing(Snapshot facts) {
        Lesson lesson = facts.lesson();
        Edition edition = edition(lesson);
        return new Standing(
                lesson,
                facts.version(),
                edition,
                words(lesson),
                Dealt.of(edition, facts.rounds()),
                facts.roster(),
                facts.deadlines(),
                facts.endsEarly(),
                facts.moreTime(),
                false);
    }
}
