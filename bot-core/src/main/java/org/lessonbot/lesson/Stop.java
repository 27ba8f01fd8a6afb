package org.lessonbot.lesson;

/** One round on the way of somebody who goes at their own pace. */
public record Stop(String step, int round) {
    /** Whether this round is the one. */
    public boolean is(Round other) {
        return other.step().equals(step) && other.number() == round;
    }

    public static Stop of(Round round) {
        return new Stop(round.step(), round.number());
    }
}
