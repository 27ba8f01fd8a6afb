package org.lessonbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.plan.Phrasebook;

class TimeWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Wednesday, half past three in Berlin. */
    private static final Instant NOW = Instant.parse("2026-12-02T14:30:20Z");

    /** Each row: a language, what is typed, what is made of it; with several readings, all of them. */
    @ParameterizedTest
    @CsvFileSource(resources = "typed.csv", delimiter = '|', numLinesToSkip = 1)
    void whatPeopleType(String language, String typed, String read) {
        assertThat(read(typed, NOW, Locale.forLanguageTag(language))).isEqualTo(read);
    }

    /** Next Friday is the coming one only where all who say it mean that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-30T09:00:00Z | AMBIGUOUS_WEEKDAY 2026-12-04T23:59, 2026-12-11T23:59",
                "2026-12-04T09:00:00Z | 2026-12-11T23:59",
                "2026-12-05T09:00:00Z | 2026-12-11T23:59",
                "2026-12-06T09:00:00Z | AMBIGUOUS_WEEKDAY 2026-12-11T23:59, 2026-12-18T23:59",
            })
    void nextFriday(Instant now, String read) {
        assertThat(read("next Friday", now, Locale.ENGLISH)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Today is what it is in the zone that was typed.
                "2026-12-02T23:30:00Z | today 20:00 America/New_York | 2026-12-02T20:00[America/New_York]",
                "2026-12-02T23:30:00Z | today 20:00                  | 2026-12-03T20:00",
                "2026-12-31T12:00:00Z | tomorrow                     | 2027-01-01T23:59",
                "2026-12-31T12:00:00Z | 1 January                    | 2027-01-01T23:59",
                "2027-01-10T12:00:00Z | 31 December                  | past 2026-12-31T23:59",
                "2027-01-31T12:00:00Z | in a month                   | 2027-02-28T23:59",
                "2028-01-31T12:00:00Z | in a month                   | 2028-02-29T23:59",
                "2028-02-28T12:00:00Z | tomorrow                     | 2028-02-29T23:59",
                "2027-11-30T12:00:00Z | 29 February                  | 2028-02-29T23:59",
                "2027-01-31T12:00:00Z | the 31st                     | 2027-01-31T23:59",
                "2027-02-01T12:00:00Z | the 31st                     | 2027-03-31T23:59",
                // What is skipped is moved on, of what is repeated the second pass counts.
                "2027-03-27T12:00:00Z | tomorrow 02:30               | 2027-03-28T02:30",
                "2025-10-26T00:45:00Z | 02:30                        | 2025-10-26T02:30",
                "2025-10-26T01:45:00Z | 02:30                        | 2025-10-27T02:30",
                "2025-10-25T23:45:00Z | in 3 hours                   | 2025-10-26T03:45",
                "2026-03-28T17:00:00Z | in 1 day and 3 hours         | 2026-03-29T21:00",
            })
    void atOtherTimes(Instant now, String typed, String read) {
        assertThat(read(typed, now, Locale.ENGLISH)).isEqualTo(read);
    }

    @Test
    void aLanguageBringsItsWordsAndEnglishIsUnderstoodBeside() throws IOException {
        Properties german = new Properties();
        german.load(new StringReader("""
                time.word.in = in
                time.word.at = um
                time.word.filler = am, der, den
                time.word.days = Tag, Tagen
                time.word.next = n\u00e4chster, n\u00e4chsten
                time.word.tomorrow = morgen
                time.word.o-clock = Uhr
                """));
        Properties english = new Properties();
        english.load(TimeWords.class.getResourceAsStream("/locale/en.properties"));
        Vocabulary vocabulary = new Vocabulary(Locale.GERMAN, List.of(english, german));

        assertThat(read("am Freitag um 18 Uhr", NOW, vocabulary)).isEqualTo("2026-12-04T18:00");
        assertThat(read("in zehn Tagen, 18.30 Uhr", NOW, vocabulary)).isEqualTo("2026-12-12T18:30");
        assertThat(read("n\u00e4chsten Freitag", NOW, vocabulary)).startsWith("AMBIGUOUS_WEEKDAY");
        assertThat(read("Morgen um 8 Uhr", NOW, vocabulary)).startsWith("NO_HALF_OF_DAY");
        assertThat(read("tomorrow 8 pm", NOW, vocabulary)).isEqualTo("2026-12-03T20:00");
    }

    /** What is all in a language that ships is read in it, and asked back about with the words as they were typed. */
    @Test
    void anotherLanguageIsReadIfNothingElseFits() {
        assertThat(TimeWords.read("Freitag 18 Uhr", BERLIN, NOW, Locale.ENGLISH))
                .isEqualTo(new Reading.Understood(new LocalMoment(LocalDateTime.parse("2026-12-04T18:00"), BERLIN)));
        assertThat(TimeWords.read("n\u00e4chsten Freitag", BERLIN, NOW, Locale.ENGLISH))
                .isEqualTo(new Reading.Unclear(
                        Reading.Why.AMBIGUOUS_WEEKDAY,
                        "n\u00e4chsten Freitag",
                        List.of("Freitag, 4. Dezember 2026, 23:59", "Freitag, 11. Dezember 2026, 23:59")));
        assertThat(TimeWords.read("Freitag kindly", BERLIN, NOW, Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.part()).isEqualTo("Freitag kindly"));
    }

    @Test
    void longTextsAreShownShortened() {
        Reading read = TimeWords.read("\ud83c\udf89 please ".repeat(5000), BERLIN, NOW, Locale.ENGLISH);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear ->
                                assertThat(unclear.part()).hasSizeLessThan(130).endsWith("\u2026"));
    }

    @Test
    void whatIsShownShortenedEndsWithAWholeCharacter() {
        Reading read = TimeWords.read("\ud83c\uddeb\ud83c\uddf7".repeat(500), BERLIN, NOW, Locale.ENGLISH);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.part()).matches("(\ud83c\uddeb\ud83c\uddf7)+\u2026"));
    }

    /** Whatever is typed, nothing breaks, nothing past is taken, and each example is understood as it stands. */
    @ParameterizedTest
    @CsvSource({"en", "de", "es", "tr", "hi", "ar", "ja", "tlh"})
    void anythingAtAll(String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> words = List.of(
                "friday",
                "sat",
                "next",
                "this",
                "week",
                "in",
                "2",
                "8",
                "18",
                "30",
                "10",
                "days",
                "hours",
                "an",
                "at",
                "am",
                "pm",
                "evening",
                "tonight",
                "tomorrow",
                "today",
                "midnight",
                "noon",
                "dec",
                "february",
                "29th",
                "31.",
                "2027",
                "3/4",
                "25/12/26",
                "12.10",
                "3.4.",
                "2026-12-04",
                "2027-02-30",
                "18:00",
                "8:30",
                "25:61",
                "24:00",
                "europe/berlin",
                "utc+25",
                "cst",
                "new",
                "york",
                "+01:00",
                "the",
                "-",
                ",",
                "//",
                "\u0660",
                "\u202e",
                "9999",
                "0",
                "xyzzy",
                "'",
                "[",
                "]",
                "{0}",
                "h",
                "th",
                ":",
                "2026-13-45");
        Random dice = new Random(7);
        for (int turn = 0; turn < 400; turn++) {
            String typed = IntStream.range(0, 1 + dice.nextInt(6))
                    .mapToObj(word -> words.get(dice.nextInt(words.size())))
                    .collect(Collectors.joining(dice.nextInt(8) == 0 ? "" : " "));
            assertThat(read(typed, NOW, locale)).as("%s: %s", language, typed).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Reading.Why.class)
    void everyReasonHasItsSentence(Reading.Why why) {
        assertThat(Phrasebook.of("en").say(why.key(), "3/4")).isNotEmpty();
    }

    private static String read(String typed, Instant now, Locale locale) {
        return read(typed, now, Vocabulary.of(locale));
    }

    private static String read(String typed, Instant now, Vocabulary vocabulary) {
        return TimeWords.read(typed, BERLIN, now, vocabulary).accept(new Reading.Visitor<>() {
            @Override
            public String understood(LocalMoment moment) {
                assertThat(moment.instant()).isAfter(now);
                return shown(moment);
            }

            @Override
            public String unclear(Reading.Unclear unclear) {
                assertThat(unclear.examples()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
                return unclear.why() + " "
                        + unclear.examples().stream()
                                .map(example -> again(example, now, vocabulary))
                                .map(moment -> shown(moment))
                                .collect(Collectors.joining(", "));
            }

            @Override
            public String past(LocalMoment moment) {
                assertThat(moment.instant()).isBeforeOrEqualTo(now);
                return "past " + shown(moment);
            }
        });
    }

    private static LocalMoment again(String example, Instant now, Vocabulary vocabulary) {
        Reading again = TimeWords.read(example, BERLIN, now, vocabulary);
        assertThat(again).as(example).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) again).moment();
    }

    private static String shown(LocalMoment moment) {
        return moment.zone().equals(BERLIN) ? moment.local().toString() : moment.toString();
    }
}
