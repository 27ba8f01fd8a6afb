package org.lessonbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.adapter.CommandLine;
import org.lessonbot.suite.Odd;
import org.lessonbot.time.LocalMoment;
import org.lessonbot.time.TimeWords;
import org.lessonbot.time.Window;
import org.lessonbot.time.Zones;

/** Whatever people type, and whatever stands on what they press, is read or said to be unreadable. */
class OddTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void idsOfActionsAreOursOrNone() {
        String right = new Action(7, "match", 3, "guess", "base").id();
        Odd.times(
                2_000,
                odd -> Action.parse(odd.changed(right))
                        .ifPresent(
                                action -> assertThat(Action.parse(action.id())).contains(action)));
    }

    @Test
    void linesThatAreTypedAreCommands() {
        List<String> right = List.of(
                "/lesson start lesson:how-ai-learns pace:self until:\"in 10 days\" zone:Europe/Berlin",
                "lesson me quiet:22:00-7:00 remind:none away:»Friday 18:00«",
                "forget me",
                "ask Why is the sea: blue?");
        Odd.times(300, odd -> {
            var read = CommandLine.read(odd.changed(odd.of(right)), text -> text);
            assertThat(read.name()).isNotNull();
        });
    }

    @Test
    void whatIsSeenOfATextIsSeenOfThat() {
        Odd.times(300, odd -> {
            String text = odd.changed("Zoë said \u201chi\u201d \u202eto 👩\u200d👧 me\u0351");
            String seen = VisibleText.of(text);
            assertThat(VisibleText.of(seen)).isEqualTo(seen);
            assertThat(VisibleText.name(text)).doesNotContain("\n");
            assertThat(Limits.fit(text, 30).length()).isLessThanOrEqualTo(30);
        });
    }

    @Test
    void timesAreUnderstoodOrAskedBack() {
        List<String> moments = List.of(
                "Friday 18:00",
                "in 10 days",
                "the 12th of December 2027, 8 pm",
                "3.4.2027 8:00 +01:00",
                "tonight half past 8");
        List<String> windows = List.of("22:00-7:00", "10 pm - 7 am", "von 8 bis 20 Uhr");
        Odd.times(400, odd -> {
            Locale locale = odd.of(List.of(Locale.ENGLISH, Locale.GERMAN));
            assertThat(TimeWords.read(odd.changed(odd.of(moments)), ZoneId.of("Europe/Berlin"), NOW, locale))
                    .isNotNull();
            assertThat(Window.<Boolean>read(odd.changed(odd.of(windows)), locale, window -> true, unclear -> true))
                    .isTrue();
            assertThat(Zones.of(odd.changed("Europe/Berlin"))).isNotNull();
        });
    }

    @Test
    void momentsAndWindowsOnButtonsAreOursOrNone() {
        Odd.times(300, odd -> {
            ours(() -> LocalMoment.parse(odd.changed("2026-12-04T18:00[Europe/Berlin]"))
                    .instant());
            ours(() -> Window.parse(odd.changed("08:00-21:00")));
        });
    }

    private static void ours(Runnable reading) {
        try {
            reading.run();
        } catch (DateTimeException none) {
            assertThat(none).isNotNull();
        }
    }
}
