package org.lessonbot.app;

/**
 * What a check found.
 *
 * @param says in words, with what to do about it
 */
record Finding(Status status, String says) {
    /** How bad it is; the names are printed. */
    enum Status {
        OK,
        NOTE,
        FAULT
    }

    static Finding ok(String says) {
        return new Finding(Status.OK, says);
    }

    static Finding note(String says) {
        return new Finding(Status.NOTE, says);
    }

    static Finding fault(String says) {
        return new Finding(Status.FAULT, says);
    }
}
