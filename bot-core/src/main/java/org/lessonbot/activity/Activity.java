package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.draft.Cast;
import org.lessonbot.lesson.Entry;

/**
 * One kind of step. Pure: the same facts always give the same message and the same outcome. One whose answers stay hidden
 * until a reveal is a {@link Revealing}.
 *
 * @param <C> the step's section in the plan's YAML
 * @param <D> what is dealt for one round and then never changes, but for what a {@link Foretelling} keeps with it: a record that Jackson can write and read
 */
public interface Activity<C, D> {
    /** What holds for all of its rounds. */
    Traits<C, D> traits();

    /**
     * Deals the next round, or nothing when there is none to be had.
     *
     * @param request what the teacher asked for, such as an item's id or a pair's number; empty for whatever comes next
     * @param random seeded by the lesson, the step and the round
     */
    Optional<D> deal(Dealing<C, D> dealing, String request, RandomGenerator random);

    /** What models may be asked for a round of this step; none where its rounds are made of nothing that a model could say. */
    default List<Cast> casts(C content) {
        return List.of();
    }

    /** What everybody in the channel sees of the round, and whoever sees the projector. */
    Message room(Scene<C, D> scene);

    /** One person's part of the round: what they entered and what it led to. Empty when nothing of theirs is kept. */
    default Message own(Scene<C, D> scene, String person) {
        return Message.of();
    }

    /** What a teacher needs beyond the room's view. A console gets projected too: it shows no answers before the reveal. */
    default Message console(Scene<C, D> scene) {
        return Message.of();
    }

    /**
     * What a report says of the round, to whoever leads and to nobody else: nothing that is still hidden from the room. What can be
     * pressed in it is left out there.
     */
    default Message report(Scene<C, D> scene) {
        return room(scene);
    }

    /** All of the round, for one person who goes at their own pace. */
    default Message alone(Scene<C, D> scene, String person) {
        return room(scene).then(own(scene, person));
    }

    /** Whether its rounds have answers that stay hidden until a reveal: then it is a {@link Revealing}. */
    default boolean reveals() {
        return false;
    }

    /** Whether a class's round is revealed when its planned time is over, if the teacher has not done so before. */
    default boolean endsByTheClock() {
        return false;
    }

    /**
     * What an entry of a round says, to whoever made it: in their words, with no key or code of ours, and nothing that the
     * round still hides from them. An activity that keeps entries has to say each of them.
     */
    default String recall(Scene<C, D> scene, Entry entry) {
        return scene.say("recall.other", entry.value());
    }

    /**
     * What follows from an act on a button, list or form of this activity, or from a command that falls to it; each kind of act
     * has a method. Whether the round is still open is checked again when the entries are written, so an outcome is a
     * proposal.
     */
    default Outcome handle(Scene<C, D> scene, Actor actor, Interaction.Act act) {
        return act.accept(new Interaction.Visitor<>() {
            @Override
            public Outcome command(Interaction.Command command) {
                return Activity.this.command(scene, actor, command);
            }

            @Override
            public Outcome press(Interaction.Press press) {
                return Activity.this.press(scene, actor, press);
            }

            @Override
            public Outcome pick(Interaction.Pick pick) {
                return Activity.this.pick(scene, actor, pick);
            }

            @Override
            public Outcome submit(Interaction.Submit submit) {
                return Activity.this.submit(scene, actor, submit);
            }
        });
    }

    default Outcome command(Scene<C, D> scene, Actor actor, Interaction.Command command) {
        return Outcome.SILENT;
    }

    default Outcome press(Scene<C, D> scene, Actor actor, Interaction.Press press) {
        return Outcome.SILENT;
    }

    default Outcome pick(Scene<C, D> scene, Actor actor, Interaction.Pick pick) {
        return Outcome.SILENT;
    }

    default Outcome submit(Scene<C, D> scene, Actor actor, Interaction.Submit submit) {
        return Outcome.SILENT;
    }
}
