package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Reason;

/** What is seen of one round, below the step's heading. */
public record Drawing<C, D>(Activity<C, D> activity, Scene<C, D> scene) {

    /** What everybody in the channel sees, and whoever sees the projector. */
    public Message room() {
        return activity.room(scene);
    }

    /**
     * What one person sees: their own part alone, empty when nothing of theirs is kept; the whole round, as far as it has come for
     * them, if they go at their own pace.
     */
    public Message person(String person) {
        return scene.alone() ? activity.alone(scene, person) : activity.own(scene, person);
    }

    /** The same with somebody else's answer, and why they gave it, beside this person's own. */
    public Message person(String person, Optional<Reason> other) {
        return other.isPresent() && activity instanceof Reasoned<C, D> reasoned
                ? reasoned.alone(scene, person, other)
                : person(person);
    }

    /** The reasons that may be shown for the answers of the round; none if it asks for none. */
    public List<Reason> reasons() {
        return activity instanceof Reasoned<C, D> reasoned
                ? reasoned.reasons(scene.lesson(), scene.deal(), scene.here(), scene.roster())
                : List.of();
    }

    /** The same with those that whoever leads the club has hidden. */
    public List<Reason> given() {
        return activity instanceof Reasoned<C, D> reasoned
                ? reasoned.given(scene.deal(), scene.here(), scene.roster())
                : List.of();
    }

    /** Whether whoever leads the club has hidden this one. */
    public boolean hides(Reason reason) {
        return Reasoned.isHidden(scene.lesson(), scene.here(), reason);
    }

    /** All that one may answer where people give reasons, in the order shown. */
    public List<String> answers() {
        return activity instanceof Reasoned<C, D> reasoned ? reasoned.answers(scene) : List.of();
    }

    /** An answer in words, as those may read it to whom the round is revealed; the answer itself where it has no others. */
    public String chosen(String answer) {
        return activity instanceof Reasoned<C, D> reasoned ? reasoned.chosen(scene, answer) : answer;
    }

    /** What this person answered where it is sealed; nothing if they have not, or it is not. */
    public Optional<String> sealed(String person) {
        return activity instanceof Revealing<C, D> revealing
                ? scene.here().value(person, revealing.commits())
                : Optional.empty();
    }

    /** Whether what this person thinks of somebody else's answer is still open: they have neither kept nor changed theirs. */
    public boolean mayBeSwayed(String person) {
        return scene.open()
                && activity instanceof Reasoned<C, D> reasoned
                && reasoned.again()
                        .flatMap(field -> scene.here().value(person, field))
                        .isEmpty();
    }

    /** How many have answered where answers are sealed. */
    public int answered() {
        return activity instanceof Revealing<C, D> revealing
                ? scene.here().field(revealing.commits()).size()
                : 0;
    }

    /** Whether this person has done what the round asks of everybody: answered, where it asks for an answer that is sealed. */
    public boolean isDone(String person) {
        return !(activity instanceof Revealing<C, D> revealing) || scene.revealedTo(person, revealing.commits());
    }

    /** What a report says of it. */
    public Message report() {
        return activity.report(scene);
    }

    /** What the teachers' console shows of it. */
    public Message console() {
        return activity.console(scene);
    }
}
