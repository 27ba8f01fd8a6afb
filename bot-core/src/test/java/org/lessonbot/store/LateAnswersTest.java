package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that answers late is not away. */
class LateAnswersTest {
    private static final Database.Access LATE = new Database.Access("jdbc:late://server/lessons", "bot", "secret");

    /** The pool's own question may take half of it, and so is told from ours. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Driver driver = mock();
    private final Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
    private final ResultSet taken = mock();

    @BeforeEach
    void answerLate() throws SQLException {
        when(driver.acceptsURL(LATE.url())).thenReturn(true);
        when(driver.connect(any(), any())).thenReturn(connection);
        when(connection.isValid(4)).thenReturn(true);
        when(connection.isValid(1)).thenReturn(false, true);
        when(connection.prepareStatement(anyString()).executeQuery()).thenReturn(taken);
        when(taken.next()).thenReturn(true);
        when(taken.getBoolean(1)).thenReturn(true);
        DriverManager.registerDriver(driver);
    }

    @AfterEach
    void close() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    @Test
    void oneLateAnswerIsNoFaultWhereItIsAskedAgain() {
        try (Database database = Database.open(LATE, 1, 1, PATIENCE)) {
            assertThat(database.fault(2)).isEmpty();
        }
    }

    @Test
    void aLateAnswerIsSaidToBeLate() {
        try (Database database = Database.open(LATE, 1, 1, PATIENCE)) {
            assertThat(database.fault()).contains("it did not answer within a second");
        }
    }

    @Test
    void anInstanceLivesAsLongAsAStatementMayTake() throws SQLException {
        try (Database database = Database.open(LATE, 1, 1, PATIENCE);
                SignOfLife life = new SignOfLife(database)) {
            when(connection.isValid(Math.toIntExact(database.answersWithin().toSeconds())))
                    .thenReturn(true);
            life.renew();
            String before = life.owner();

            life.renew();

            assertThat(before).startsWith(SignOfLife.LIVES);
            assertThat(life.owner()).isEqualTo(before);
        }
    }
}
