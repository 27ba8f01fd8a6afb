package org.lessonbot.activity;

import org.lessonbot.chat.Message;

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

    /** Whether this person has done what the round asks of everybody: answered, where it asks for an answer that is sealed. */
    public boolean isDone(String person) {
        return !(activity instanceof Revealing<C, D> revealing) || scene.revealedTo(person, revealing.commits());
    }

    /** What the teachers' console shows of it. */
    public Message console() {
        return activity.console(scene);
    }
}
