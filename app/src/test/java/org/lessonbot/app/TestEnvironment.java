package org.lessonbot.app;

import java.util.HashMap;
import java.util.Map;
import org.lessonbot.store.TestDatabase;

/** The environment of a program that is tried on a database of a test's, on any free port. */
final class TestEnvironment {
    private TestEnvironment() {}

    static Map<String, String> on(TestDatabase server) {
        return on(server, Map.of());
    }

    /** @param more goes before the rest */
    static Map<String, String> on(TestDatabase server, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "LESSON_BOT_WEB_PORT", "0",
                "DATABASE_URL", server.jdbcUrl(),
                "DATABASE_USER", server.user(),
                "DATABASE_PASSWORD", server.password()));
        all.putAll(more);
        return all;
    }
}
