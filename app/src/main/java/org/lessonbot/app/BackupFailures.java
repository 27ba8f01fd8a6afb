package org.lessonbot.app;

import java.nio.file.Path;
import org.lessonbot.chat.Words;
import org.lessonbot.store.backup.BackupException;

/** Why there is no backup, or it was not taken in, in words that say what to do. */
final class BackupFailures {
    private BackupFailures() {}

    static FailureException said(BackupException refused, Path file, Words words) {
        String detail = String.join(", ", refused.details());
        String said = switch (refused.reason()) {
            case NOTHING_THERE -> words.say("cli.backup.nothing");
            case NO_BACKUP -> words.say("cli.restore.no-backup", file);
            case DAMAGED -> words.say("cli.restore.damaged", file, detail);
            case NEWER -> words.say("cli.restore.newer", file);
            case NOT_EMPTY -> words.say("cli.restore.not-empty", detail);
            case DATABASE_NEWER -> words.say("cli.database.newer");
            case IN_USE -> words.say("cli.restore.in-use");
            case FAILED -> words.say("cli.backup.failed", detail);
        };
        return new FailureException(said, refused);
    }
}
