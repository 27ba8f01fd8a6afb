package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.store.TestDatabase;

/**
 * Why nobody else is asked for an instant. Java, PostgreSQL and db-scheduler read a time that clocks repeat differently; only in a gap
 * do they agree. All of it is about days that are over, so no new rule changes it.
 */
class ClocksOfOthersTest {

    @ParameterizedTest
    @CsvSource({
        // zone, local time, our law and PostgreSQL's, Java's and db-scheduler's
        "Europe/Berlin,       2025-10-26T02:30, 2025-10-26T01:30:00Z, 2025-10-26T00:30:00Z",
        "America/New_York,    2025-11-02T01:30, 2025-11-02T06:30:00Z, 2025-11-02T05:30:00Z",
        "Australia/Lord_Howe, 2025-04-06T01:45, 2025-04-05T15:15:00Z, 2025-04-05T14:45:00Z",
        "Europe/Dublin,       2025-10-26T01:30, 2025-10-26T01:30:00Z, 2025-10-26T00:30:00Z",
        "Europe/Berlin,       2025-03-30T02:30, 2025-03-30T01:30:00Z, 2025-03-30T01:30:00Z",
        "Australia/Lord_Howe, 2025-10-05T02:15, 2025-10-04T15:45:00Z, 2025-10-04T15:45:00Z",
        "Asia/Kathmandu,      2025-12-04T18:00, 2025-12-04T12:15:00Z, 2025-12-04T12:15:00Z",
    })
    void whatATimeMeans(ZoneId zone, LocalDateTime local, Instant later, Instant earlier) throws SQLException {
        assertThat(new LocalMoment(local, zone).instant()).isEqualTo(later);
        assertThat(postgresql(local, zone)).isEqualTo(later);
        assertThat(local.atZone(zone).toInstant()).isEqualTo(earlier);
        assertThat(daily(local.toLocalDate().atStartOfDay(zone).toInstant(), zone, local.toLocalTime()))
                .isEqualTo(earlier);
    }

    /** PostgreSQL's driver reads a time without a zone by the computer's zone, which is Kathmandu's in these tests. */
    @Test
    void aTimestampWithoutItsZoneIsTheComputersOwn() throws SQLException {
        assertThat(ask(
                        "select timestamp '2025-12-04 18:00'",
                        result -> result.getTimestamp(1).toInstant()))
                .isEqualTo(Timestamp.valueOf("2025-12-04 18:00:00").toInstant())
                .isEqualTo(Instant.parse("2025-12-04T12:15:00Z"));
    }

    /** Two times a day; where the first is skipped, db-scheduler moves it behind the second, and the second is never done. */
    @Test
    void aDailyScheduleLosesATimeThatThereIs() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant midnight = Instant.parse("2025-03-29T23:00:00Z");

        Instant first = daily(midnight, berlin, LocalTime.of(2, 30), LocalTime.of(3, 15));
        Instant second = daily(first, berlin, LocalTime.of(2, 30), LocalTime.of(3, 15));

        assertThat(first.atZone(berlin).toLocalDateTime()).isEqualTo("2025-03-30T03:30");
        assertThat(second.atZone(berlin).toLocalDateTime()).isEqualTo("2025-03-31T02:30");
        Window opensAtThree = new Window(LocalTime.of(2, 30), LocalTime.of(4, 0));
        assertThat(opensAtThree.next(midnight, berlin)).isEqualTo(Instant.parse("2025-03-30T01:00:00Z"));
    }

    private static Instant daily(Instant done, ZoneId zone, LocalTime... times) {
        Execution execution = new Execution(done, new TaskInstance<>("any", "1"));
        return new Daily(zone, times).getNextExecutionTime(ExecutionComplete.success(execution, done, done));
    }

    private static Instant postgresql(LocalDateTime local, ZoneId zone) throws SQLException {
        return ask(
                "select timestamp '" + local + "' at time zone '" + zone + "'",
                result -> result.getObject(1, OffsetDateTime.class).toInstant());
    }

    private interface Answer {
        Instant read(ResultSet result) throws SQLException;
    }

    private static Instant ask(String question, Answer answer) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return answer.read(result);
        }
    }
}
