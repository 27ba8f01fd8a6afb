package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDatabaseTest {
    private static final Consumer<TestDatabase> ENTRIES = database -> execute(
            database,
            "CREATE TABLE entry (id int GENERATED ALWAYS AS IDENTITY, word text)",
            "CREATE TABLE known (word text)",
            "INSERT INTO known VALUES ('one')");

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

    /** Nothing is copied while somebody is connected, and PostgreSQL gives those who leave a few seconds. */
    @Test
    void aMigratorThatIsStillConnectedKeepsNobodyWaiting() throws SQLException {
        List<Connection> stragglers = new ArrayList<>();
        try (TestDatabase mine = TestDatabase.fresh(database -> {
            execute(database, "CREATE TABLE entry (id int)");
            stragglers.add(connect(database));
        })) {
            assertThat(count(mine)).isZero();
        }
        assertThat(stragglers.get(0).isValid(0)).isFalse();
    }

    private static Connection connect(TestDatabase database) {
        try {
            return database.connect();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whatATestLeavesIsGoneForTheNext() throws SQLException {
        TestDatabase first = TestDatabase.fresh(ENTRIES);
        execute(first, "INSERT INTO entry (word) VALUES ('left')");
        String files = files(first);
        Connection straggler = first.connect();
        first.close();
        first.close();

        try (TestDatabase second = TestDatabase.fresh(ENTRIES);
                TestDatabase third = TestDatabase.fresh(ENTRIES)) {
            assertThat(files(second)).as("it is the first one's").isEqualTo(files);
            assertThat(files(third)).isNotEqualTo(files);
            assertThat(count(second)).isZero();
            execute(second, "INSERT INTO entry (word) VALUES ('new')");
            assertThat(ask(second, "SELECT id FROM entry")).isEqualTo("1");
        }
        assertThat(straggler.isValid(0)).isFalse();
        assertThatExceptionOfType(SQLException.class).as("its name").isThrownBy(first::connect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE entry",
                "ALTER TABLE entry DROP COLUMN word",
                "ALTER TABLE entry ALTER word SET NOT NULL",
                "CREATE INDEX ON entry (word)",
                "CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "UPDATE known SET word = 'two'",
                "INSERT INTO known VALUES ('two')",
                "DELETE FROM known",
                "INSERT INTO entry (word) SELECT repeat('many', 10) FROM generate_series(1, 200000)"
            })
    void oneThatWasChangedInItselfIsNotUsedAgain(String change) throws SQLException {
        Consumer<TestDatabase> migrator = ENTRIES::accept;
        TestDatabase first = TestDatabase.fresh(migrator);
        String files = files(first);
        execute(first, change);
        first.close();

        try (TestDatabase second = TestDatabase.fresh(migrator)) {
            assertThat(files(second)).isNotEqualTo(files);
            assertThat(count(second)).isZero();
            assertThat(ask(second, "SELECT word FROM known")).isEqualTo("one");
        }
    }

    private static void execute(TestDatabase database, String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        return Integer.parseInt(ask(database, "SELECT count(*) FROM entry"));
    }

    private static String files(TestDatabase database) throws SQLException {
        return ask(database, "SELECT oid FROM pg_database WHERE datname = current_database()");
    }

    private static String ask(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
