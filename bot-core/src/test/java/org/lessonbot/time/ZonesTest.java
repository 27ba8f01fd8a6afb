package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "berl, Europe/Berlin",
        "BERLIN, Europe/Berlin",
        "new yo, America/New_York",
        "New_York, America/New_York",
        "york, America/New_York",
        "kolkata, Asia/Kolkata",
        "calcutta, Asia/Kolkata",
        "india, Asia/Kolkata",
        "nepal, Asia/Kathmandu",
        "saigon, Asia/Ho_Chi_Minh",
        "germany, Europe/Berlin",
        "uk, Europe/London",
        "são p, America/Sao_Paulo",
        "sao p, America/Sao_Paulo",
        "port au, America/Port-au-Prince",
        "Australia/Lord, Australia/Lord_Howe",
        "buenos, America/Argentina/Buenos_Aires",
        "united st, Pacific/Honolulu",
        "utc, UTC",
        "gmt, UTC",
        "cet, Europe/Berlin",
        "est, America/New_York",
    })
    void theFirstThatIsFound(String typed, String zone) {
        assertThat(Zones.find(typed, 25)).first().hasToString(zone);
    }

    @Test
    void aPlaceIsOfferedOnceByTheNameItHasToday() {
        assertThat(Zones.find("calcutta", 25)).containsExactly(ZoneId.of("Asia/Kolkata"));
        assertThat(Zones.find("berlin", 25)).containsExactly(ZoneId.of("Europe/Berlin"));
        assertThat(Zones.find("a", 1000))
                .doesNotHaveDuplicates()
                .extracting(ZoneId::getId)
                .noneMatch(id -> id.matches("(SystemV|Etc|US|Canada|Brazil|Mexico|Chile)/.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "Europe/Bonn", "3", "!", "%", "\u0000"})
    void nothingFits(String typed) {
        assertThat(Zones.find(typed, 25))
                .doesNotContain(ZoneId.of("Asia/Kolkata"))
                .hasSizeLessThanOrEqualTo(25);
        assertThat(Zones.of(typed)).isEmpty();
    }

    @Test
    void beforeAnythingIsTypedWellKnownOnesAreOfferedFromWestToEast() {
        List<ZoneId> offered = Zones.find(" ", 25);

        assertThat(offered).hasSize(25).doesNotHaveDuplicates().contains(ZoneId.of("Europe/Berlin"));
        assertThat(offered).first().hasToString("Pacific/Honolulu");
    }

    @Test
    void noMoreThanWanted() {
        assertThat(Zones.find("america", 25)).hasSize(25);
        assertThat(Zones.find("", 1)).hasSize(1);
    }

    /** What browsers and Slack name are ids, the ones of earlier days among them. */
    @Test
    void everyRegionIsKnownByItsIdInAnyLetters() {
        // Another test's region comes after the world's are gathered, or before.
        assertThat(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                        .filter(id -> !id.equals(ChangingZone.ID)))
                .hasSizeGreaterThan(400)
                .allSatisfy(id ->
                        assertThat(Zones.of(" " + id.toUpperCase(Locale.ROOT))).contains(ZoneId.of(id)));
        assertThat(Zones.of("utc")).contains(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CET", "EST", "MST", "HST", "EST5EDT", "IST", "cst", "SystemV/EST5", "", "Berlin", "+01:00"})
    void anAbbreviationIsNoZone(String typed) {
        assertThat(Zones.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "de, wien, Europe/Vienna",
        "de, Deutschland, Europe/Berlin",
        "de, \u00f6sterreich, Europe/Vienna",
        "de, kopenhagen, Europe/Copenhagen",
        "de, vienna, Europe/Vienna",
        "fr, japon, Asia/Tokyo",
        "en, vienna, Europe/Vienna",
    })
    void placesAreKnownByTheirNamesInALanguage(Locale language, String typed, String zone) {
        assertThat(Zones.find(typed, 3, language)).first().hasToString(zone);
    }
}
