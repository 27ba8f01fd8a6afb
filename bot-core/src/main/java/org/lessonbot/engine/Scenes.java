package org.lessonbot.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Actor;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.Move;
import org.lessonbot.activity.Outcome;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.Step;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Rosters;

/** Brings facts and content together for the activity whose turn it is, and asks it. */
final class Scenes {
    private final Lessons lessons;
    private final Rosters rosters;
    private final EntryReader entries;
    private final Editions editions;
    private final Function<String, Words> words;

    Scenes(Lessons lessons, Rosters rosters, EntryReader entries, Editions editions, Function<String, Words> words) {
        this.lessons = lessons;
        this.rosters = rosters;
        this.entries = entries;
        this.editions = editions;
        this.words = words;
    }

    Edition edition(Lesson lesson) {
        return editions.get(lesson.edition());
    }

    Words words(Lesson lesson) {
        return words.apply(edition(lesson).plan().language());
    }

    Step step(Lesson lesson, String id) {
        return edition(lesson)
                .plan()
                .step(id)
                .orElseThrow(() -> new IllegalArgumentException("lesson " + lesson.id() + " has no step " + id));
    }

    /** What is seen of a round: the facts are read once. */
    Drawing<?, ?> drawing(Lesson lesson, Round round) {
        return drawing(Activities.of(step(lesson, round.step()).activity()), lesson, round);
    }

    /** What entries of a round say to whoever made them: the facts are read once. */
    Function<Entry, String> recall(Lesson lesson, Round round) {
        return recall(Activities.of(step(lesson, round.step()).activity()), lesson, round);
    }

    private <C, D> Function<Entry, String> recall(Activity<C, D> activity, Lesson lesson, Round round) {
        Scene<C, D> scene = scene(activity, lesson, round, activity.traits().drawnFrom(), "");
        return entry -> activity.recall(scene, entry);
    }

    /** Whoever entered anything for themselves in a round. */
    Set<String> answered(Lesson lesson, Round round) {
        return entries.round(lesson.id(), round.step(), round.number()).all().stream()
                .map(Entry::owner)
                .collect(Collectors.toSet());
    }

    private <C, D> Drawing<C, D> drawing(Activity<C, D> activity, Lesson lesson, Round round) {
        return new Drawing<>(
                activity, scene(activity, lesson, round, activity.traits().drawnFrom(), ""));
    }

    /** What follows from an act on a round. */
    Outcome handle(Lesson lesson, Round round, Actor actor, Interaction.Act act) {
        return handle(Activities.of(step(lesson, round.step()).activity()), lesson, round, actor, act);
    }

    private <C, D> Outcome handle(
            Activity<C, D> activity, Lesson lesson, Round round, Actor actor, Interaction.Act act) {
        return activity.handle(scene(activity, lesson, round, activity.traits().judgedBy(), actor.id()), actor, act);
    }

    /** Deals a step's next round, as JSON; nothing when there is none to be had. */
    Optional<String> deal(Lesson lesson, Step step, int number, Move.Again wish) {
        return deal(Activities.of(step.activity()), lesson, step, number, wish);
    }

    private <C, D> Optional<String> deal(
            Activity<C, D> activity, Lesson lesson, Step step, int number, Move.Again wish) {
        Edition edition = edition(lesson);
        List<Round> all = lessons.rounds(lesson.id());
        Dealing<C, D> dealing = new Dealing<>(
                lesson,
                edition.plan(),
                step,
                activity.traits().content().cast(step.content()),
                edition.bank(),
                dealt(lesson, all),
                rosters.of(lesson.id()),
                activity.traits().drawnFrom() == Reach.LESSON
                        ? entries.lesson(lesson.id())
                        : entries.step(lesson.id(), step.id()),
                wish.own());
        return activity.deal(dealing, wish.request(), random(lesson, step, number))
                .map(Json::write);
    }

    /** The chance of one round: the same whenever this lesson's seed comes to this step and round again. */
    static RandomGenerator random(Lesson lesson, Step step, int number) {
        return new SplittableRandom(lesson.seed() * 31 + step.id().hashCode() * 1_000_003L + number);
    }

    private <C, D> Scene<C, D> scene(Activity<C, D> activity, Lesson lesson, Round round, Reach reach, String person) {
        Edition edition = edition(lesson);
        Step step = step(lesson, round.step());
        Roster roster = rosters.of(lesson.id());
        return new Scene<>(
                lesson,
                edition.plan(),
                edition.bank(),
                step,
                activity.traits().content().cast(step.content()),
                round,
                Json.read(round.deal(), activity.traits().deal()),
                rounds(lesson, round, reach),
                roster,
                entries(lesson, round, reach, roster, step, person),
                words(lesson));
    }

    private Entries entries(Lesson lesson, Round round, Reach reach, Roster roster, Step step, String person) {
        return switch (reach) {
            case LESSON -> entries.lesson(lesson.id());
            case STEP -> entries.step(lesson.id(), round.step());
            case ROUND -> entries.round(lesson.id(), round.step(), round.number());
            case OWN -> {
                List<String> owners = new ArrayList<>(List.of(person));
                roster.group(step.pairing(), person).map(Group::owner).ifPresent(owners::add);
                yield entries.owners(lesson.id(), round.step(), round.number(), owners);
            }
        };
    }

    private List<Dealt<?>> rounds(Lesson lesson, Round round, Reach reach) {
        return switch (reach) {
            case LESSON -> dealt(lesson, lessons.rounds(lesson.id()));
            case STEP ->
                dealt(
                        lesson,
                        lessons.rounds(lesson.id()).stream()
                                .filter(other -> other.step().equals(round.step()))
                                .toList());
            case ROUND, OWN -> dealt(lesson, List.of(round));
        };
    }

    private List<Dealt<?>> dealt(Lesson lesson, List<Round> rounds) {
        List<Dealt<?>> dealt = new ArrayList<>();
        for (Round round : rounds) {
            Activity<?, ?> activity = Activities.of(step(lesson, round.step()).activity());
            dealt.add(
                    new Dealt<>(round, Json.read(round.deal(), activity.traits().deal())));
        }
        return dealt;
    }
}
