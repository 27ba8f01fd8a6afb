package org.lessonbot.activity;

import java.util.Set;

/**
 * What holds for every round of an activity.
 *
 * @param kind the name by which a plan's step asks for it
 * @param content the class of the step's section in a plan
 * @param deal the class of what is dealt for a round and then never changes, but for what a
 *     {@link Foretelling} keeps with it: a record that Jackson can write and read
 * @param dealtFrom the entries that are read to deal the next round: those of the step, or of the lesson
 * @param drawnFrom the entries and rounds that are read to draw a round, and to say an entry in words
 * @param judgedBy those that are read to say what follows from an act
 * @param kinds the activities at whose steps was entered what is read where the lesson is; empty for all
 * @param afterwards verbs of its buttons that only show something, and so are taken once the lesson is over
 * @param thread whether people may write under its posts, on platforms that have threads
 */
public record Traits<C, D>(
        String kind,
        Class<C> content,
        Class<D> deal,
        Reach dealtFrom,
        Reach drawnFrom,
        Reach judgedBy,
        Set<String> kinds,
        Set<String> afterwards,
        boolean thread) {
    public Traits {
        kinds = Set.copyOf(kinds);
        afterwards = Set.copyOf(afterwards);
    }

    /** The usual: drawn from what was entered in its round, judged by what its person entered there, without a thread. */
    public static <C, D> Traits<C, D> of(String kind, Class<C> content, Class<D> deal) {
        return new Traits<>(kind, content, deal, Reach.STEP, Reach.ROUND, Reach.OWN, Set.of(), Set.of(), false);
    }

    public Traits<C, D> dealtFrom(Reach reach) {
        return new Traits<>(kind, content, deal, reach, drawnFrom, judgedBy, kinds, afterwards, thread);
    }

    /** What is drawn from the whole lesson is dealt from it too. */
    public Traits<C, D> drawnFrom(Reach reach) {
        Reach dealt = reach == Reach.LESSON ? reach : dealtFrom;
        return new Traits<>(kind, content, deal, dealt, reach, judgedBy, kinds, afterwards, thread);
    }

    public Traits<C, D> judgedBy(Reach reach) {
        return new Traits<>(kind, content, deal, dealtFrom, drawnFrom, reach, kinds, afterwards, thread);
    }

    /** Dealt, drawn and judged from what was entered at all steps of these activities. */
    public Traits<C, D> fromStepsOf(String... activities) {
        return new Traits<>(
                kind, content, deal, Reach.LESSON, Reach.LESSON, Reach.LESSON, Set.of(activities), afterwards, thread);
    }

    public Traits<C, D> alsoAfterwards(String... verbs) {
        return new Traits<>(kind, content, deal, dealtFrom, drawnFrom, judgedBy, kinds, Set.of(verbs), thread);
    }

    public Traits<C, D> withThread() {
        return new Traits<>(kind, content, deal, dealtFrom, drawnFrom, judgedBy, kinds, afterwards, true);
    }
}
