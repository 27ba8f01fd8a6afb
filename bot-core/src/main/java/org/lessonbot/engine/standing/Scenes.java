package org.lessonbot.engine.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Foretelling;
import org.lessonbot.activity.Keep;
import org.lessonbot.activity.Move;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Words;
import org.lessonbot.draft.Brought;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;
import org.lessonbot.report.Sway;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.LessonTransaction;

/** Brings facts and content together for the activity whose turn it is, and asks it. */
public final class Scenes {
    private final Standings standings;
    private final EntryReader entries;

    public Scenes(Standings standings, EntryReader entries) {
        this.standings = standings;
        this.entries = entries;
    }

    /** Where a lesson stands now, in a moment of its own: later than what is known of it, or the same. */
    public Standing now(Lesson lesson) {
        return now(lesson.id());
    }

    /** The same of a lesson of which one knows no more than its number. */
    public Standing now(long lesson) {
        return standings.now(lesson).orElseThrow(() -> new IllegalStateException("lesson " + lesson + " is gone"));
    }

    /** The same; nothing if there is no such lesson any more. */
    public Optional<Standing> found(long lesson) {
        return standings.now(lesson);
    }

    /** The clubs that go on. */
    public List<Long> clubs() {
        return standings.clubs();
    }

    public Edition edition(Lesson lesson) {
        return standings.edition(lesson);
    }

    /** The steps that a class leaves out and may add. */
    public List<Step> leftOut(Lesson lesson) {
        return standings.leftOut(lesson);
    }

    public Words words(Lesson lesson) {
        return standings.words(lesson);
    }

    public Step step(Lesson lesson, String id) {
        return edition(lesson)
                .plan()
                .step(id)
                .orElseThrow(() -> new IllegalArgumentException("lesson " + lesson.id() + " has no step " + id));
    }

    /** What is seen of a round: the facts are read once. */
    public Drawing<?, ?> drawing(Lesson lesson, Round round) {
        return drawing(activity(lesson, round), lesson, round);
    }

    private <C, D> Drawing<C, D> drawing(Activity<C, D> activity, Lesson lesson, Round round) {
        return new Drawing<>(activity, scene(activity, lesson, round));
    }

    /** What entries of a round say to whoever made them: the facts are read once. */
    public Function<Entry, String> recall(Lesson lesson, Round round) {
        return recall(activity(lesson, round), lesson, round);
    }

    private <C, D> Function<Entry, String> recall(Activity<C, D> activity, Lesson lesson, Round round) {
        Scene<C, D> scene = scene(activity, lesson, round);
        return entry -> activity.recall(scene, entry);
    }

    /** What swayed people, by what was shown to them. */
    public List<Sway> sways(Standing standing, List<ShownReason> shown) {
        Entries all = entries.lesson(standing.lesson().id());
        return new Sways(standing.lesson(), standing.edition().plan(), standing.roster(), all, shown)
                .of(standing.opened());
    }

    /** How many of a club that is over have entered anything since. */
    public int late(Standing standing) {
        return standing.lesson()
                .endedAt()
                .map(end -> (int) entries.lesson(standing.lesson().id()).all().stream()
                        .filter(entry -> entry.at().isAfter(end) && standing.studies(entry.person()))
                        .map(Entry::person)
                        .distinct()
                        .count())
                .orElse(0);
    }

    /** Whoever entered anything for themselves in a round. */
    public Set<String> answered(Lesson lesson, Round round) {
        return entries.round(lesson.id(), round.step(), round.number()).all().stream()
                .map(Entry::owner)
                .collect(Collectors.toSet());
    }

    /** Deals a step's next round in the middle of a move, as JSON; nothing when there is none to be had. */
    public Optional<String> deal(LessonTransaction tx, Step step, int number, Move.Again wish) {
        return deal(Activities.of(step.activity()), tx, step, number, wish);
    }

    private <C, D> Optional<String> deal(
            Activity<C, D> activity, LessonTransaction tx, Step step, int number, Move.Again wish) {
        Lesson lesson = tx.lesson();
        Dealing<C, D> dealing =
                dealing(activity, lesson, step, Dealt.of(edition(lesson), tx.rounds()), tx.roster(), wish.brought());
        return activity.deal(dealing, wish.request(), random(lesson, step, number))
                .map(Json::write);
    }

    /** A round's deal with what is foretold of it by now, as JSON; nothing where that is no more than is kept with it. */
    public Optional<String> foretold(Standing standing, Dealt<?> dealt) {
        return foretold(Activities.of(standing.step(dealt.round().step()).activity()), standing, dealt);
    }

    private <C, D> Optional<String> foretold(Activity<C, D> activity, Standing standing, Dealt<?> dealt) {
        D deal = activity.traits().deal().cast(dealt.deal());
        return activity instanceof Foretelling<C, D> foretelling && foretelling.mayForetell(deal, standing.rounds())
                ? foretelling
                        .foretold(
                                dealing(
                                        activity,
                                        standing.lesson(),
                                        standing.step(dealt.round().step()),
                                        standing.rounds(),
                                        standing.roster(),
                                        Optional.empty()),
                                deal)
                        .map(Json::write)
                : Optional.empty();
    }

    /** The deals of rounds with what is foretold of each from what is left, as JSON, where that is something else than is kept. */
    public Map<Round, String> foretoldAnew(Standing standing) {
        Map<Round, String> deals = new LinkedHashMap<>();
        Entries all = entries.lesson(standing.lesson().id());
        for (Dealt<?> dealt : standing.rounds()) {
            Activity<?, ?> activity =
                    Activities.of(standing.step(dealt.round().step()).activity());
            foretoldAnew(activity, standing, dealt, all)
                    .filter(deal -> !deal.equals(dealt.round().deal()))
                    .ifPresent(deal -> deals.put(dealt.round(), deal));
        }
        return deals;
    }

    private <C, D> Optional<String> foretoldAnew(
            Activity<C, D> activity, Standing standing, Dealt<?> dealt, Entries all) {
        D deal = activity.traits().deal().cast(dealt.deal());
        if (!(activity instanceof Foretelling<C, D> foretelling) || !foretelling.isForetold(deal)) {
            return Optional.empty();
        }
        Step step = standing.step(dealt.round().step());
        Optional<Instant> answered = all.round(step.id(), dealt.round().number()).all().stream()
                .filter(entry -> !entry.owner().equals(Keep.TEACHERS))
                .map(Entry::at)
                .min(Comparator.naturalOrder());
        Entries before = answered.map(first -> all.where(entry -> entry.at().isBefore(first)))
                .orElse(all);
        return Optional.of(Json.write(foretelling.foretoldAnew(
                dealing(
                        activity,
                        standing.lesson(),
                        step,
                        standing.rounds(),
                        standing.roster(),
                        before,
                        Optional.empty()),
                deal)));
    }

    private <C, D> Dealing<C, D> dealing(
            Activity<C, D> activity,
            Lesson lesson,
            Step step,
            List<Dealt<?>> rounds,
            Roster roster,
            Optional<Brought> brought) {
        Entries within = activity.traits().dealtFrom() == Reach.LESSON
                ? entries.steps(lesson.id(), lookedAt(edition(lesson).plan(), step))
                : entries.steps(lesson.id(), Set.of(step.id()));
        return dealing(activity, lesson, step, rounds, roster, within, brought);
    }

    private <C, D> Dealing<C, D> dealing(
            Activity<C, D> activity,
            Lesson lesson,
            Step step,
            List<Dealt<?>> rounds,
            Roster roster,
            Entries within,
            Optional<Brought> brought) {
        Edition edition = edition(lesson);
        return new Dealing<>(
                lesson,
                edition.plan(),
                step,
                activity.traits().content().cast(step.content()),
                edition.bank(),
                rounds,
                roster,
                within,
                brought);
    }

    /** The steps at which was entered what is read for a round of this one where its reach is the lesson; empty for all. */
    static Set<String> lookedAt(LessonPlan plan, Step step) {
        Set<String> kinds = Activities.of(step.activity()).traits().kinds();
        return kinds.isEmpty()
                ? Set.of()
                : plan.steps().stream()
                        .filter(other -> kinds.contains(other.activity()))
                        .map(Step::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The chance of one round: the same whenever this lesson's seed comes to this step and round again. */
    static RandomGenerator random(Lesson lesson, Step step, int number) {
        return new SplittableRandom(lesson.seed() * 31 + step.id().hashCode() * 1_000_003L + number);
    }

    private Activity<?, ?> activity(Lesson lesson, Round round) {
        return Activities.of(step(lesson, round.step()).activity());
    }

    private <C, D> Scene<C, D> scene(Activity<C, D> activity, Lesson lesson, Round round) {
        Entries within = switch (activity.traits().drawnFrom()) {
            case LESSON -> entries.steps(lesson.id(), lookedAt(edition(lesson).plan(), step(lesson, round.step())));
            case STEP -> entries.steps(lesson.id(), Set.of(round.step()));
            case ROUND, OWN -> entries.round(lesson.id(), round.step(), round.number());
        };
        Standing standing = now(lesson);
        Dealt<?> dealt =
                standing.round(round.step(), round.number()).orElseThrow().with(round);
        return scene(
                activity, standing, lesson, dealt, within, activity.traits().drawnFrom());
    }

    static <C, D> Scene<C, D> scene(
            Activity<C, D> activity, Standing standing, Lesson lesson, Dealt<?> dealt, Entries entries, Reach reach) {
        Round round = dealt.round();
        Step step = standing.step(round.step());
        return new Scene<>(
                lesson,
                standing.edition().plan(),
                standing.edition().bank(),
                step,
                activity.traits().content().cast(step.content()),
                round,
                activity.traits().deal().cast(dealt.deal()),
                reach.of(standing.rounds(), dealt),
                standing.roster(),
                entries,
                standing.words());
    }
}
