package org.lessonbot.activity;

import org.lessonbot.chat.Message;

/**
 * An activity whose answers stay hidden until a reveal: the teacher's for all, or at one's own pace one's own answer. What is
 * seen before and after are two methods each, and this decides which it is; what is drawn before may count who answered, and
 * show nothing else of it.
 */
public interface Revealing<C, D> extends Activity<C, D> {
    /** The field of the answer that commits somebody. */
    String commits();

    /** What the room sees before the reveal. */
    Message question(Scene<C, D> scene);

    /** What the room sees from the reveal on. */
    Message answer(Scene<C, D> scene);

    /** What is kept of this person, before the reveal; empty if nothing is. */
    Message soFar(Scene<C, D> scene, String person);

    /** What came of this person's answer, from the reveal on. */
    Message result(Scene<C, D> scene, String person);

    @Override
    default boolean reveals() {
        return true;
    }

    @Override
    default Message room(Scene<C, D> scene) {
        return scene.revealed() ? answer(scene) : question(scene);
    }

    @Override
    default Message own(Scene<C, D> scene, String person) {
        return scene.revealedTo(person, commits()) ? result(scene, person) : soFar(scene, person);
    }

    @Override
    default Message alone(Scene<C, D> scene, String person) {
        Message round = scene.revealedTo(person, commits()) ? answer(scene) : question(scene);
        return round.then(own(scene, person));
    }
}
