package org.lessonbot.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.Setting;
import org.lessonbot.plan.Phrasebook;

/** Times in a lesson are read and said in the lesson's language, whatever the bot speaks elsewhere. */
class WhenTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Wednesday. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-02T14:30:20Z"), BERLIN);

    private final Setting english = new Setting("one", "en", 1, Map::of, Phrasebook::of, NOW);

    @Test
    void aTimeIsSaidBackAsItIsSaidInTheLanguage() {
        assertThat(understood("de", "Freitag um 18 Uhr"))
                .isEqualTo("Freitag, 4. Dezember 2026, 18:00, nach der Uhr von Europe/Berlin");
        assertThat(understood("en", "Friday 18:00"))
                .isEqualTo("Friday, 4 December 2026, 18:00, by the clocks of Europe/Berlin");
    }

    @Test
    void whatIsNotClearIsAskedBackInTheLanguageToo() {
        assertThat(understood("de", "Freitag um 8"))
                .contains(
                        "morgens oder abends?", "Freitag, 4. Dezember 2026, 08:00", "Freitag, 4. Dezember 2026, 20:00");
    }

    private String understood(String language, String typed) {
        When when = When.of(english, Phrasebook.of(language));
        return when.in(typed, BERLIN).map(when::said, why -> why);
    }
}
