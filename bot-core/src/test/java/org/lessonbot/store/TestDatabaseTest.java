package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void eachTestHasADatabaseOfItsOwn() throws SQLException {
        try (TestDatabase mine = TestDatabase.fresh();
                TestDatabase yours = TestDatabase.fresh()) {
            execute(mine, "CREATE TABLE entry (id int)");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> count(yours));
            assertThat(count(mine)).isZero();
        }
    }

    @Test
    void aMigratorRunsOnceAndEveryDatabaseIsACopy() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        Consumer<TestDatabase> migrator = database -> {
            runs.incrementAndGet();
            execute(database, "CREATE TABLE entry (id int)");
        };
        try (TestDatabase mine = TestDatabase.fresh(migrator);
                TestDatabase yours = TestDatabase.fresh(migrator)) {
            execute(mine, "INSERT INTO entry VALUES (1)");

            assertThat(count(mine)).isEqualTo(1);
            assertThat(count(yours)).isZero();
            assertThat(runs).hasValue(1);
        }
    }

    private static void execute(TestDatabase database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM entry")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
