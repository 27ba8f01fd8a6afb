package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that answers late is not away. */
class LateAnswersTest {
    private static final Database.Access LATE = new Database.Access("jdbc:late://server/lessons", "bot", "secret");

    /** The pool's own question may take half of it, and so is told from ours. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Driver driver = mock();
    private final AtomicInteger opened = new AtomicInteger();

    @BeforeEach
    void answerLate() throws SQLException {
        when(driver.acceptsURL(LATE.url())).thenReturn(true);
        when(driver.connect(any(), any())).thenAnswer(call -> connection(opened.getAndIncrement() > 0));
        DriverManager.registerDriver(driver);
    }

    /** @param prompt whether it answers within a second; PostgreSQL's driver has closed one that did not, so it never does again */
    private static Connection connection(boolean prompt) throws SQLException {
        Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
        ResultSet taken = mock();
        when(taken.next()).thenReturn(true);
        when(taken.getBoolean(1)).thenReturn(true);
        when(connection.prepareStatement(anyString()).executeQuery()).thenReturn(taken);
        when(connection.isValid(anyInt())).thenReturn(true);
        when(connection.isValid(1)).thenReturn(prompt);
        when(connection.isValid(2)).thenReturn(prompt);
        return connection;
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
        Connection late = connection(false);
        when(driver.connect(any(), any())).thenReturn(late);
        try (Database database = Database.open(LATE, 1, 1, PATIENCE);
                SignOfLife life = new SignOfLife(database)) {
            life.renew();
            String before = life.owner();

            life.renew();

            assertThat(before).startsWith(SignOfLife.LIVES);
            assertThat(life.owner()).isEqualTo(before);
        }
    }
}
