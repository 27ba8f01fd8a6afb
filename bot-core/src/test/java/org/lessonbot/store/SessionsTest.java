package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is set for a session of PostgreSQL's, which behind a pooler is somebody else's with their next transaction. */
class SessionsTest {
    @Test
    void sessionsOfOursPreferAnIndexAndLetNobodyWaitForWhoeverHangs() {
        assertThat(settings("")).containsExactly("off", "force_generic_plan", "15min");
        assertThat(settings("?prepareThreshold=10")).containsExactly("off", "force_generic_plan", "15min");
    }

    @Test
    void sessionsThatOthersGetStayAsTheyWere() {
        assertThat(settings("?prepareThreshold=0")).containsExactly("on", "auto", "0");
        assertThat(settings("?sslmode=prefer&prepareThreshold=0&tcpKeepAlive=true"))
                .containsExactly("on", "auto", "0");
    }

    private static List<String> settings(String options) {
        try (TestDatabase server = TestDatabase.fresh();
                Database database = Migrated.open(
                        new Database.Access(server.jdbcUrl() + options, server.user(), server.password()), 1)) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery("select current_setting(name) from unnest(array["
                                    + "'enable_seqscan', 'plan_cache_mode', 'idle_in_transaction_session_timeout'])"
                                    + " with ordinality as wanted (name, place) order by place")
                            .mapTo(String.class)
                            .list());
        }
    }
}
