package org.lessonbot.store.backup;

import java.util.List;

/** Why a database is not written into a file, or not taken from one. Nothing was changed. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final List<String> details;

    /** What is wrong; with it come the details that are named here. */
    public enum Reason {
        /** The database holds no tables of ours yet. */
        NOTHING_THERE,
        /** The file is something else. */
        NO_BACKUP,
        /** The file is cut short, or was changed: what is wrong with it. */
        DAMAGED,
        /** The file is of a later version of the program than this one. */
        NEWER,
        /** The database holds something: the tables. */
        NOT_EMPTY,
        /** The database that is to be replaced is of a later version of the program than this one. */
        DATABASE_NEWER,
        /** A bot runs on the database. */
        IN_USE,
        /** The database did not do what was asked: what it says. */
        FAILED
    }

    BackupException(Reason reason, String... details) {
        super(reason + " " + List.of(details));
        this.reason = reason;
        this.details = List.of(details);
    }

    static BackupException failed(Exception cause) {
        BackupException failed = new BackupException(
                Reason.FAILED,
                String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse(""));
        failed.initCause(cause);
        return failed;
    }

    public Reason reason() {
        return reason;
    }

    public List<String> details() {
        return details;
    }
}
