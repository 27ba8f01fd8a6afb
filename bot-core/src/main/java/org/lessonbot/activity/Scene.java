package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.List;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/**
 * One round with the facts around it: all that an activity draws from.
 *
 * @param rounds all rounds within the activity's {@link Reach}, this one among them, oldest first
 * @param entries within the same reach
 */
public record Scene<C, D>(
        Lesson lesson,
        LessonPlan plan,
        Bank bank,
        Step step,
        C content,
        Round round,
        D deal,
        List<Dealt<?>> rounds,
        Roster roster,
        Entries entries,
        Words words) {
    public Scene {
        rounds = List.copyOf(rounds);
    }

    /** The entries of this round alone. */
    public Entries here() {
        return entries.round(step.id(), round.number());
    }

    /**
     * Whether the room may see answers: the round was revealed once, or at one's own pace the lesson is over or the round is
     * closed.
     */
    public boolean revealed() {
        boolean over = lesson.endedAt().isPresent() || round.phase() == Phase.CLOSED;
        return round.phase() == Phase.REVEALED || round.revealedAt().isPresent() || alone() && over;
    }

    /**
     * Whether this person may see answers: with the room, or at their own pace once they have committed theirs.
     *
     * @param commits the field that commits somebody
     */
    public boolean revealedTo(String person, String commits) {
        return revealed() || alone() && here().value(person, commits).isPresent();
    }

    /**
     * Whether this person's answer counts now.
     *
     * @param commits the field that commits somebody
     */
    public boolean counts(String person, String commits) {
        return open() && !revealedTo(person, commits);
    }

    /** What somebody hears whose answer no longer counts. */
    public String tooLate() {
        return say(alone() && open() ? "sealed" : "late");
    }

    /** Whether people go on alone, so that a person's own view is all they see of the round. */
    public boolean alone() {
        return lesson.isClub();
    }

    /** Whether the lesson is at this step now, so that another round of it may follow. */
    public boolean current() {
        return lesson.step().equals(step.id());
    }

    /** Whether entries count now. */
    public boolean open() {
        return round.phase() == Phase.OPEN;
    }

    /**
     * Under whom entries that a group shares are kept: the group, or the person while they have none. At one's own pace everybody
     * writes for themselves and then sees what the partner wrote, because nobody is there at the same time.
     */
    public String sharedOwner(String person) {
        return alone()
                ? person
                : roster.group(step.pairing(), person).map(Group::owner).orElse(person);
    }

    /** This scene as it will be once the entry is kept. */
    public Scene<C, D> with(Keep keep, Actor actor) {
        List<Entry> after = new ArrayList<>(entries.where(entry -> entry.round() != round.number()
                        || !entry.step().equals(step.id())
                        || !entry.owner().equals(keep.owner())
                        || !entry.field().equals(keep.field()))
                .all());
        if (!keep.value().isEmpty()) {
            after.add(new Entry(
                    step.id(), round.number(), keep.owner(), keep.field(), keep.value(), actor.id(), round.openedAt()));
        }
        return new Scene<>(lesson, plan, bank, step, content, round, deal, rounds, roster, new Entries(after), words);
    }

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** An action on this round. */
    public Action action(String verb, String argument) {
        return new Action(lesson.id(), step.id(), round.number(), verb, argument);
    }

    public Button button(String verb, String argument, String label) {
        return Button.plain(action(verb, argument), label);
    }

    /** The button that shows whoever presses it their own part of this round. */
    public Button mine(String label) {
        return button(Verb.MINE.word(), "", label);
    }

    /** All deals of this type within reach, oldest first. */
    public <X> List<Dealt<X>> all(Class<X> type) {
        return ofType(rounds, type);
    }

    /**
     * The deals of this type that one may look back on: those that were revealed to the class; in a club those for which this
     * person's answer is sealed, and once the lesson is over all.
     *
     * @param person empty for what everybody may see
     * @param commits the field that commits somebody
     */
    public <X> List<Dealt<X>> past(Class<X> type, String person, String commits) {
        return all(type).stream()
                .filter(dealt -> alone()
                        ? lesson.endedAt().isPresent()
                                || of(dealt).value(person, commits).isPresent()
                        : dealt.round().revealedAt().isPresent())
                .toList();
    }

    /** The entries of a round within reach. */
    public Entries of(Dealt<?> dealt) {
        return entries.round(dealt.round().step(), dealt.round().number());
    }

    static <X> List<Dealt<X>> ofType(List<Dealt<?>> rounds, Class<X> type) {
        return rounds.stream().flatMap(dealt -> dealt.as(type).stream()).toList();
    }
}
