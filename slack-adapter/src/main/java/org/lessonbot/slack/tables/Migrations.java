package org.lessonbot.slack.tables;

import org.lessonbot.store.Database;
import org.lessonbot.store.Schema;

/** The adapter's tables, and how they come to this version's state. */
public final class Migrations {
    public static final Schema SCHEMA = new Schema("slack", "classpath:org/lessonbot/slack/migrations");

    private Migrations() {}

    static void run(Database database) {
        database.migrate(SCHEMA);
    }
}
