package org.lessonbot.activity;

/**
 * What holds for every round of an activity.
 *
 * @param kind the name by which a plan's step asks for it
 * @param content the class of the step's section in a plan
 * @param deal the class of what is dealt for a round and then never changes: a record that Jackson can write and read
 * @param drawnFrom the entries and rounds that are read to draw a round, to say an entry in words and to deal the next round
 * @param judgedBy those that are read to say what follows from an act
 * @param thread whether people may write under its posts, on platforms that have threads
 */
public record Traits<C, D>(
        String kind, Class<C> content, Class<D> deal, Reach drawnFrom, Reach judgedBy, boolean thread) {

    /** The usual: drawn from what was entered in its round, judged by what its person entered there, without a thread. */
    public static <C, D> Traits<C, D> of(String kind, Class<C> content, Class<D> deal) {
        return new Traits<>(kind, content, deal, Reach.ROUND, Reach.OWN, false);
    }

    public Traits<C, D> drawnFrom(Reach reach) {
        return new Traits<>(kind, content, deal, reach, judgedBy, thread);
    }

    public Traits<C, D> judgedBy(Reach reach) {
        return new Traits<>(kind, content, deal, drawnFrom, reach, thread);
    }

    public Traits<C, D> withThread() {
        return new Traits<>(kind, content, deal, drawnFrom, judgedBy, true);
    }
}
