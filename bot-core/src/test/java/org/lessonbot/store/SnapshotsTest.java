package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    @Test
    void aDriverThatAnswersLessThanWasAskedIsNotWaitedForEver() throws SQLException {
        Statement answers = mock(Statement.class);
        when(answers.getUpdateCount()).thenReturn(-1);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Snapshots.each(answers, row -> {}))
                .withMessageContaining("fewer answers");
    }
}
