package org.lessonbot.activity;

import java.util.List;
import java.util.Optional;

/**
 * An activity of whose rounds something is foretold from what people did before, and kept with the deal. A class's round is foretold as it
 * is dealt. What people come to at their own pace was dealt before anybody did anything, so it is foretold when somebody comes to it.
 */
public interface Foretelling<C, D> extends Activity<C, D> {
    /**
     * Whether asking may tell more than is kept; it is asked before entries are read.
     *
     * @param rounds all rounds of the lesson so far
     */
    boolean mayForetell(D deal, List<Dealt<?>> rounds);

    /** The deal with what is foretold of its round by now; nothing where that is no more than is kept. */
    Optional<D> foretold(Dealing<C, D> dealing, D deal);

    /** Whether anything foretold is kept with it. */
    boolean isForetold(D deal);

    /**
     * The deal with what is foretold anew in place of what is kept with it: somebody was erased.
     *
     * @param dealing from what is left of what was there before anybody answered
     */
    D foretoldAnew(Dealing<C, D> dealing, D deal);
}
