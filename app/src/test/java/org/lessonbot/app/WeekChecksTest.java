package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;

class WeekChecksTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "PT0S, OK, The clocks of this computer and of PostgreSQL agree",
        "PT6M, NOTE, 3[56]\\d seconds ahead",
        "PT-6M, NOTE, 3[56]\\d seconds behind"
    })
    void aComputerWhoseClockIsWrongIsToldSo(Duration wrong, Finding.Status status, String told) throws Exception {
        try (TestDatabase server = TestDatabase.fresh();
                Database database = Migrated.open(server, 1)) {
            Settings settings = Settings.read(home, Optional.empty(), Map.of());
            Finding finding = new WeekChecks(settings, Phrasebook.of("en"), Clock.offset(Clock.systemUTC(), wrong))
                    .clock(database);
            assertThat(finding.status()).isEqualTo(status);
            assertThat(finding.says()).containsPattern(told);
        }
    }
}
