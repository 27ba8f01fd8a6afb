package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.app.rehearsal.ClubRehearsal;
import org.lessonbot.app.rehearsal.MovedClock;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;

/** A club over days through the whole program, by a clock that is moved. */
class ClubRehearsalTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");

    private final TestDatabase server = TestDatabase.fresh();

    @TempDir
    private Path home;

    private final Started started = new Started();

    @AfterEach
    void end() {
        started.close();
    }

    @Test
    void aClubOverADaylightChangeLosesNothingTellsNothingTooSoonAndEndsOnTime() throws Exception {
        ClubRehearsal.Result result = rehearse(10, 10, "");

        assertThat(result.lateDeadlinesSMax()).isZero();
        assertThat(result.lost()).isZero();
        assertThat(result.seenBeforeSealing()).isZero();
        assertThat(result.waitedForNobody()).isZero();
        assertThat(result.answersAcknowledged()).isGreaterThan(50).isEqualTo(result.answersStored());
        assertThat(result.finished()).isPositive();
        assertThat(result.report()).contains("This club is over");
        assertThat(report(result, Exit.DONE))
                .matches("\\{\"students\":10,\"days\":10,\"finished\":\\d+,\"answers_sent\":\\d+,"
                        + "\"answers_acknowledged\":\\d+,\"answers_stored\":\\d+,\"lost\":0,\"reminders\":\\d+,"
                        + "\"reminders_to_finished\":0,\"reminders_in_quiet_hours\":0,\"reminders_twice_a_day\":0,"
                        + "\"seen_before_sealing\":0,\"waited_for_nobody\":0,\"late_deadlines_s_max\":0\\}");
    }

    /** The database drops every guess as soon as it is committed, and puts every end off by an hour. */
    @Test
    void whatIsLostAndWhatIsLateIsCountedAndFailsTheRehearsal() throws Exception {
        ClubRehearsal.Result result = rehearse(2, 4, """
                create function vanish() returns trigger language plpgsql as
                    'begin delete from entry where field = ''guess''; return null; end';
                create trigger vanish after insert on entry execute function vanish();
                create function tarry() returns trigger language plpgsql as
                    'begin new.execution_time = new.execution_time + interval ''1 hour''; return new; end';
                create trigger tarry before insert or update of execution_time on scheduled_tasks for each row
                    when (new.task_name = 'stretch') execute function tarry();
                """);

        assertThat(result.lost()).isPositive();
        assertThat(result.lateDeadlinesSMax()).isEqualTo(3600);
        assertThat(report(result, Exit.FAILED)).contains("\"lost\":" + result.lost());
    }

    private ClubRehearsal.Result rehearse(int members, int days, String sabotage) throws Exception {
        Settings settings = Settings.read(home, Optional.empty(), TestEnvironment.on(server));
        MovedClock clock = new MovedClock(ClubRehearsal.begin(days));
        Bot.Running running = new Bot(settings, Rehearse.LIMITS, ENGLISH, started, clock).start(progress -> {});
        running.database()
                .jdbi()
                .useHandle(handle -> handle.createScript(sabotage).execute());
        String room = running.web().openRoom("Room");
        return new ClubRehearsal(HttpClient.newHttpClient(), running.database(), running.engine(), clock, ENGLISH)
                .play(
                        new ClubRehearsal.Script(
                                room,
                                running.web().teacherLink(room),
                                running.web().studentLink(room),
                                Shelf.of(settings, ENGLISH)
                                        .get()
                                        .get(settings.lesson())
                                        .plan(),
                                members,
                                days,
                                7),
                        (day, all) -> {});
    }

    private String report(ClubRehearsal.Result result, int exit) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        assertThat(new Rehearse(new Terminal(stream, stream, ENGLISH, Map.of(), home)).report(result, true))
                .isEqualTo(exit);
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
