package org.lessonbot.engine.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Reasoned;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Path;
import org.lessonbot.lesson.Deadline;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Progress;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;
import org.lessonbot.store.Attended;
import org.lessonbot.store.Version;
import org.lessonbot.time.LocalMoment;

/**
 * Where a lesson stands: all that an act is judged by, of one moment, but for what people entered. Immutable, and kept in memory:
 * by the version one knows whether it still holds.
 *
 * @param rounds in the order in which they were opened, with what was dealt for each
 * @param deadlines of a club's stretches
 * @param endsEarly whether a stretch ends as soon as everybody has finished it
 * @param moreTime by member until when they may answer though the club is over, for those who were given more time
 * @param afterwards whether the club is over, and goes on for the one member whose standing this is
 */
public record Standing(
        Lesson lesson,
        Version version,
        Edition edition,
        Words words,
        List<Dealt<?>> rounds,
        Roster roster,
        List<Deadline> deadlines,
        boolean endsEarly,
        Map<String, LocalMoment> moreTime,
        boolean afterwards) {
    public Standing {
        rounds = List.copyOf(rounds);
        deadlines = List.copyOf(deadlines);
        moreTime = Map.copyOf(moreTime);
    }

    /** The same for one person: for whoever was given more time than the club has, it goes on, and they are the last in it. */
    public Standing of(String person, Instant now) {
        return moreTime(person)
                .filter(until -> lesson.endedAt().isPresent() && studies(person) && now.isBefore(until.instant()))
                .map(until -> new Standing(
                        lesson.goingOn(),
                        version,
                        edition,
                        words,
                        rounds.stream().<Dealt<?>>map(Standing::open).toList(),
                        roster,
                        List.of(new Deadline(stretch(), until)),
                        false,
                        moreTime,
                        true))
                .orElse(this);
    }

    /** Until when somebody may answer though the club is over, if they were given more time. */
    public Optional<LocalMoment> moreTime(String person) {
        return Optional.ofNullable(moreTime.get(person));
    }

    private static <D> Dealt<D> open(Dealt<D> dealt) {
        return dealt.round().led() ? dealt : dealt.open();
    }

    /** Whether it goes on for anybody though it is over. */
    public boolean goesOnForSome(Instant now) {
        return moreTime.keySet().stream().anyMatch(person -> of(person, now).afterwards());
    }

    /** Whether everybody goes at their own pace. */
    public boolean isClub() {
        return lesson.isClub();
    }

    /** Until when a club's stretch goes that it is in now; nothing for a class, or once it is over. */
    public Optional<Deadline> end() {
        return deadlines.stream()
                .filter(deadline -> lesson.endedAt().isEmpty() && deadline.stretch() == stretch())
                .findFirst();
    }

    /** The number of the stretch that a club is in, or that a class would be in, from 0. */
    public int stretch() {
        return edition.plan().stretchOf(lesson.step());
    }

    /** The way of a club as far as it has come. */
    public Path path(Progress progress) {
        return new Path(edition.plan(), opened(), progress);
    }

    /** In which pairs people work now, all at the same time. */
    public Pairing pairing() {
        return isClub() ? Pairing.NONE : step(lesson.step()).pairing();
    }

    public Standing with(Attended now) {
        return new Standing(
                lesson, now.version(), edition, words, rounds, now.roster(), deadlines, endsEarly, moreTime, false);
    }

    public Optional<Dealt<?>> round(String step, int number) {
        for (Dealt<?> dealt : rounds) {
            Round round = dealt.round();
            if (round.number() == number && round.step().equals(step)) {
                return Optional.of(dealt);
            }
        }
        return Optional.empty();
    }

    public List<Round> opened() {
        return rounds.stream().<Round>map(Dealt::round).toList();
    }

    public Step step(String id) {
        return edition.plan()
                .step(id)
                .orElseThrow(() -> new IllegalArgumentException("lesson " + lesson.id() + " has no step " + id));
    }

    /** What is above all that is seen of a round. */
    public String title(Round round) {
        Step step = step(round.step());
        int number = edition.plan().indexOf(step.id()) + 1;
        return step.rounds() > 1 || round.number() > 1
                ? words.say(
                        "engine.title.round",
                        number,
                        step.title(),
                        round.number(),
                        Math.max(step.rounds(), round.number()))
                : words.say("engine.title", number, step.title());
    }

    /** In which pairs a club works at a step: in none in its first stretch, nor where all talk with each other. */
    public Pairing pairing(Step step) {
        boolean alone = edition.plan().stretchOf(step.id()) == 0;
        boolean all = Activities.of(step.activity()).traits().thread();
        return alone || all ? Pairing.NONE : step.pairing();
    }

    /** The pairings in which people work in the stretch that a club is in. */
    public List<Pairing> pairings() {
        return edition.plan().stepsOf(stretch()).stream()
                .map(this::pairing)
                .filter(pairing -> pairing != Pairing.NONE)
                .distinct()
                .toList();
    }

    /** When whoever still waits is dealt round: halfway through a stretch in which people have partners. */
    public Optional<Instant> half() {
        Instant begin = lesson.stepSince();
        return end().filter(end -> !pairings().isEmpty())
                .map(end ->
                        begin.plus(Duration.between(begin, end.at().instant()).dividedBy(2)));
    }

    /** Whether the stretch of a step is half over: then nobody waits for more people to come. */
    public boolean isHalfOver(Step step, Instant now) {
        return edition.plan().stretchOf(step.id()) < stretch()
                || half().filter(half -> !now.isBefore(half)).isPresent();
    }

    /** The rounds in which people are asked for reasons, each at their own pace. */
    public List<Round> reasoned() {
        return opened().stream()
                .filter(round ->
                        !round.led() && Activities.of(step(round.step()).activity()) instanceof Reasoned<?, ?>)
                .toList();
    }

    /** Somebody of the room as this lesson knows them. */
    public Actor actor(Person person) {
        String name = person.name().isEmpty() ? somebody(person.id()) : person.name();
        return new Actor(person.id(), name, person.leads() || roster.wasAskedToLead(person.id()));
    }

    /** What somebody is called whose own name shows nothing: something that can be said, and that nobody else is called. */
    private String somebody(String person) {
        String known = roster.name(person);
        return VisibleText.isSeen(known)
                ? known
                : IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> words.say("engine.somebody", n))
                        .filter(name -> !roster.isTaken(name, person))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether somebody takes part as a student now. */
    public boolean studies(String person) {
        return roster.participant(person).filter(Participant::studies).isPresent();
    }

    /** Whether a button can do something now. */
    public boolean takes(Action action) {
        boolean isThere =
                action.step().isEmpty() || edition.plan().step(action.step()).isPresent();
        return isThere && (lesson.endedAt().isEmpty() || isTakenAfterwards(action));
    }

    /** Whether a button still does something once the lesson is over. */
    public boolean isTakenAfterwards(Action action) {
        return Verb.of(action.verb()).filter(Verb::isAlsoAfterwards).isPresent()
                || edition.plan()
                        .step(action.step())
                        .map(step -> Activities.of(step.activity()).traits().afterwards())
                        .filter(verbs -> verbs.contains(action.verb()))
                        .isPresent();
    }
}
