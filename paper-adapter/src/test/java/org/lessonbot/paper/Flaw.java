package org.lessonbot.paper;

/** One thing that an adapter may do wrong. */
enum Flaw {
    NONE,
    /** Says that it has heard only when all is done. */
    ACKNOWLEDGES_AFTER_ITS_WORK,
    /** Gives what comes again an id of its own. */
    TAKES_TWICE_FOR_TWO,
    /** Whispers so that everybody hears. */
    SPEAKS_ALOUD,
    /** Sends edits on their way and does not wait: a later one may overtake an earlier. */
    LETS_EDITS_OVERTAKE,
    /** Takes each try to post something for another post. */
    POSTS_TWICE,
    /** Keeps in memory what its buttons do. */
    FORGETS_ITS_BUTTONS,
    /** Takes "not so fast" for "done". */
    LOSES_WHAT_IS_LIMITED,
    /** Takes a post that is gone for one that was edited. */
    OVERLOOKS_THAT_A_POST_IS_GONE,
    /** Shows other people's texts as markup. */
    OBEYS_MARKUP,
    /** Leaves out what stands below a quote. */
    LEAVES_OUT_SOURCES,
    /** Believes everybody to be a teacher. */
    TAKES_ALL_FOR_TEACHERS,
    /** Shows in the room who pressed what. */
    SHOWS_WHO_CHOSE_WHAT,
    /** Says that something counted before it did. */
    PROMISES_TOO_EARLY,
    /** Gives the console to whoever is there. */
    SHOWS_THE_CONSOLE_TO_ALL,
    /** Mistakes one room for another. */
    MIXES_ROOMS
}
