package org.lessonbot.activity;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Viewer;
import org.lessonbot.lesson.Entry;

/**
 * One kind of step. Pure: the same facts always give the same message and the same outcome.
 *
 * @param <C> the step's section in the plan's YAML
 * @param <D> what is dealt for one round and then never changes: a record that Jackson can write and read
 */
public interface Activity<C, D> {
    /** The name by which a plan's step asks for it. */
    String kind();

    Class<C> contentType();

    Class<D> dealType();

    /** Whether its rounds have answers that stay hidden until a reveal. */
    default boolean reveals() {
        return false;
    }

    /** Which entries {@link #render} and {@link #deal} need. */
    default Reach reach() {
        return Reach.ROUND;
    }

    /** Which entries {@link #handle} needs. */
    default Reach handleReach() {
        return Reach.OWN;
    }

    /** Whether people may write under its posts, on platforms that have threads. */
    default boolean thread() {
        return false;
    }

    /**
     * Deals the next round, or nothing when there is none to be had.
     *
     * @param request what the teacher asked for, such as an item's id or a pair's number; empty for whatever comes next
     * @param random seeded by the lesson, the step and the round
     */
    Optional<D> deal(Dealing<C, D> dealing, String request, RandomGenerator random);

    /**
     * What this viewer sees of the round, below the step's heading. For {@link Viewer#DESK} only what a teacher needs
     * beyond the room's view. For one person in a live lesson their own part alone, empty when nothing of theirs is kept; for one
     * who goes at their own pace the whole round, as far as it has come for them.
     */
    Message render(Scene<C, D> scene, Viewer viewer);

    /**
     * What an entry of a round says, to whoever made it: in their words, with no key or code of ours, and nothing that the
     * round still hides from them. An activity that keeps entries has to say each of them.
     */
    default String recall(Scene<C, D> scene, Entry entry) {
        return scene.say("recall.other", entry.value());
    }

    /**
     * What follows from an act on a button or form of this activity. Whether the round is still open is checked again
     * when the entries are written, so an outcome is a proposal.
     */
    default Outcome handle(Scene<C, D> scene, Actor actor, Interaction.Act act) {
        return Outcome.reply(Reply.SILENT);
    }
}
