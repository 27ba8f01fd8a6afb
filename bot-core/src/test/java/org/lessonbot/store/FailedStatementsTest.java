package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is said of a statement that failed goes into the log, which holds nothing of people. */
class FailedStatementsTest {
    private static final String INSERT = "insert into edition (hash, body) values (:hash, '{}')";

    @Test
    void whatWasToBeWrittenIsNotToldOfIt() {
        try (Migrated store = Migrated.fresh()) {
            assertThat(insert(store)).isOne();
            assertThatThrownBy(() -> insert(store))
                    .hasMessageContaining("edition_pkey")
                    .hasMessageNotContaining("what Ann wrote");
        }
    }

    private static int insert(Migrated store) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("hash", "what Ann wrote")
                        .execute());
    }
}
