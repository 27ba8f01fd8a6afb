package org.lessonbot.slack.tables;

import org.lessonbot.store.Database;

/** Brings the adapter's tables to this version's state. */
final class Migrations {
    private Migrations() {}

    static void run(Database database) {
        database.migrate("slack", "classpath:org/lessonbot/slack/migrations");
    }
}
