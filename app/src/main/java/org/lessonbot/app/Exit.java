package org.lessonbot.app;

/** What the program says to the shell. Ended by Ctrl-C it is 130, by SIGTERM 143, as shells expect. */
final class Exit {
    /** Done, and nothing is wrong. */
    static final int DONE = 0;

    /** Something failed, or a check found a fault. */
    static final int FAILED = 1;

    /** The command line or the configuration is not understood; nothing was started. */
    static final int MISUSED = 2;

    private Exit() {}
}
