package org.lessonbot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.store.Aftermath;
import org.lessonbot.store.Database;
import org.lessonbot.store.DatabaseClock;

/** What went wrong while the bot ran, as far as the tables and the log tell. */
final class WeekChecks {
    /** Its time is in both formats of {@link Logs}; the level too. */
    private static final Pattern ERROR =
            Pattern.compile("^(\\S+) ERROR .*|^\\{.*\"timestamp\":(\\d+),.*\"level\":\"ERROR\".*");

    private final Settings settings;
    private final Words words;
    private final Clock clock;

    WeekChecks(Settings settings, Words words, Clock clock) {
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    /** Whether this machine's clock goes with the database's, by which everything happens. */
    Finding clock(Database database) {
        try (DatabaseClock shared = DatabaseClock.of(database, clock)) {
            long seconds = shared.behind().toSeconds();
            return shared.behind().abs().compareTo(DatabaseClock.WRONG) > 0
                    ? Finding.note(words.say(
                            seconds < 0 ? "cli.doctor.clock-ahead" : "cli.doctor.clock-behind", Math.abs(seconds)))
                    : Finding.ok(words.say("cli.doctor.clock"));
        }
    }

    /** @param database with tables of this version */
    List<Finding> all(Database database) {
        Aftermath week = Aftermath.of(database, clock.instant(), Duration.ofDays(settings.retentionDays()));
        List<Finding> findings = new ArrayList<>();
        findings.add(
                week.undrawn() == 0
                        ? Finding.ok(words.say("cli.doctor.drawn"))
                        : Finding.note(words.say("cli.doctor.undrawn", week.undrawn(), week.undrawnLessons())));
        if (week.unreached() > 0) {
            findings.add(Finding.note(words.say("cli.doctor.unreached", week.unreached())));
        }
        if (!week.failing().isEmpty()) {
            findings.add(Finding.fault(words.say("cli.doctor.failing", String.join(", ", week.failing()))));
        }
        findings.add(
                week.overdue() == 0
                        ? Finding.ok(week.purged()
                                .map(when -> words.say(
                                        "cli.doctor.purged",
                                        when.truncatedTo(ChronoUnit.SECONDS).toString()))
                                .orElseGet(() -> words.say("cli.doctor.never-purged")))
                        : Finding.fault(words.say(
                                "cli.doctor.overdue", week.overdue(), Integer.toString(settings.retentionDays()))));
        return findings;
    }

    /** What the log says since it was begun: each day has one of its own. */
    List<Finding> log() {
        Path file = Logs.file(settings.dataDir());
        if (!Files.isReadable(file)) {
            return List.of();
        }
        int errors = 0;
        String last = "";
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher error = ERROR.matcher(line);
                if (error.matches()) {
                    errors++;
                    last = line;
                }
            }
        } catch (IOException unreadable) {
            return List.of(
                    Finding.note(words.say("cli.doctor.log-closed", file, String.valueOf(unreadable.getMessage()))));
        }
        return errors == 0
                ? List.of(Finding.ok(words.say("cli.doctor.log", file)))
                : List.of(Finding.note(words.say("cli.doctor.log-errors", errors, file, last)));
    }
}
