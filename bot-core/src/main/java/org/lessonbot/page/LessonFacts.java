package org.lessonbot.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Comparing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Drawing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Reach;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Tastes;
import org.lessonbot.activity.close.CloseContent;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Progress;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;
import org.lessonbot.report.Pseudonyms;
import org.lessonbot.report.Sway;
import org.lessonbot.reward.Lexicon;

/**
 * One lesson as it is kept, with all that pages say of it.
 *
 * @param dealt all rounds with what was dealt for each, in the order in which they were opened
 * @param roster as pages may show it: by pseudonyms, unless names were asked for
 * @param moves in the order in which they were made
 * @param progress of a club
 * @param sways what swayed people in a club
 * @param words in the lesson's language
 * @param zone by whose clocks times are said
 * @param now when the page is made
 */
public record LessonFacts(
        Dossier dossier,
        Edition edition,
        List<Dealt<?>> dealt,
        Roster roster,
        List<Moved> moves,
        Progress progress,
        List<Sway> sways,
        Words words,
        ZoneId zone,
        Instant now) {
    public LessonFacts {
        dealt = List.copyOf(dealt);
        moves = List.copyOf(moves);
        sways = List.copyOf(sways);
    }

    /** The roster with a pseudonym wherever a name would stand. */
    public static Roster masked(Dossier dossier) {
        Pseudonyms pseudonyms = new Pseudonyms(dossier);
        return dossier.roster()
                .with(dossier.roster().participants().stream()
                        .map(one -> new Participant(
                                one.id(), pseudonyms.of(one.id()), one.role(), one.present(), one.joinedAt()))
                        .toList());
    }

    Lesson lesson() {
        return dossier.lesson();
    }

    LessonPlan plan() {
        return edition.plan();
    }

    /** Whether it still goes on, so that all is said so far. */
    boolean goesOn() {
        return lesson().endedAt().isEmpty();
    }

    /** Everybody who takes or took part as a student. */
    List<Participant> students() {
        return roster.participants().stream()
                .filter(one -> one.role() == Participant.Role.STUDENT)
                .toList();
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** A moment by the clocks of {@link #zone}. */
    String said(Instant moment, String pattern) {
        return DateTimeFormatter.ofPattern(words.say(pattern), Locale.forLanguageTag(words.say("language.tag")))
                .format(moment.atZone(zone));
    }

    /** The rounds of a step with deals of this type. */
    <D> List<Dealt<D>> dealt(Class<D> type) {
        return dealt().stream().flatMap(dealt -> dealt.as(type).stream()).toList();
    }

    /** Those of them that may be shown, and that enough people answered for figures about them. */
    <D> List<Dealt<D>> shown(Class<D> type, String field) {
        return dealt(type).stream()
                .filter(dealt -> drawing(dealt).scene().revealed()
                        && lesson().mayCount(of(dealt.round()).field(field).size()))
                .toList();
    }

    /** All that was chosen between two responses in rounds that may be shown. */
    Tastes tastes() {
        List<Dealt<?>> rounds = dealt().stream()
                .filter(dealt -> dealt.deal() instanceof Comparing
                        && drawing(dealt).scene().revealed())
                .toList();
        return Tastes.of(rounds, dossier.entries(), edition.bank(), Lexicon.of(plan().language()));
    }

    /** Whether this person may see what came of a round: with the room, or in a club once their own answer is sealed. */
    boolean mayBeSeen(Dealt<?> round, String person, String commits) {
        return lesson().isClub() && goesOn()
                ? of(round.round()).value(person, commits).isPresent()
                : drawing(round).scene().revealed();
    }

    /** What the class did, as it is said at the close, whether it has come there or not; nothing if the plan has no close. */
    Optional<Drawing<?, ?>> closing() {
        return plan().steps().stream()
                .filter(step -> step.content() instanceof CloseContent)
                .findFirst()
                .map(step -> drawing(new Dealt<>(
                        new Round(step.id(), 1, Phase.OPEN, Json.write(NoDeal.NONE), now, Optional.empty()),
                        NoDeal.NONE)));
    }

    /** In a club everything that has begun may be looked back on, by whoever leads it. */
    private Lesson looked() {
        Lesson it = lesson();
        return !it.isClub() || it.endedAt().isPresent() ? it : it.over(now);
    }

    Step step(Round round) {
        return plan().step(round.step()).orElseThrow();
    }

    Entries of(Round round) {
        return dossier.entries().round(round.step(), round.number());
    }

    /** What is seen of a round. */
    Drawing<?, ?> drawing(Dealt<?> dealt) {
        return drawing(Activities.of(step(dealt.round()).activity()), dealt);
    }

    private <C, D> Drawing<C, D> drawing(Activity<C, D> activity, Dealt<?> dealt) {
        Step step = step(dealt.round());
        Reach reach = activity.traits().drawnFrom();
        return new Drawing<>(
                activity,
                new Scene<>(
                        looked(),
                        plan(),
                        edition.bank(),
                        step,
                        activity.traits().content().cast(step.content()),
                        dealt.round(),
                        activity.traits().deal().cast(dealt.deal()),
                        reach.of(dealt(), dealt),
                        roster,
                        entries(dealt.round(), reach),
                        words));
    }

    private Entries entries(Round round, Reach reach) {
        return switch (reach) {
            case LESSON -> dossier.entries();
            case STEP -> dossier.entries().step(round.step());
            case ROUND, OWN -> of(round);
        };
    }
}
