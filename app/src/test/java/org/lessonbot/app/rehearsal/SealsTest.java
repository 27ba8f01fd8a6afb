package org.lessonbot.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Stop;
import org.lessonbot.plan.Phrasebook;

/** What the rehearsal of a club counts as a fault. */
class SealsTest {
    private static final Stop STOP = new Stop("match", 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Phrasebook words = Phrasebook.of("en");
    private final Seals seals = new Seals(words, Stream::of);
    private final Member ann = new Member(1, BERLIN, new SplittableRandom(1), seals, words);

    @Test
    void thatMoreHaveAnsweredMayBeSeen() {
        seals.look(ann, STOP, "Who wrote this? 0 of 3 answered");
        seals.look(ann, STOP, "Who wrote this? 2 of 3 answered");

        assertThat(seals.broken()).isZero();
    }

    @Test
    void whatOnlyLaterOnesSeeIsSeenTooSoon() {
        seals.look(ann, STOP, "Who wrote this?");
        seals.look(ann, STOP, "Who wrote this? Most say A.");

        assertThat(seals.broken()).isEqualTo(1);
    }

    @Test
    void theTruthIsSeenTooSoonEvenIfAllSeeIt() {
        seals.look(ann, STOP, "Who wrote this?\n" + words.say("stagematch.answer") + "\nA");

        assertThat(seals.broken()).isEqualTo(1);
    }

    @Test
    void aResponseMaySayTheWordsOfTheTruth() {
        seals.look(ann, STOP, "Who wrote this?\nI think " + words.say("stagematch.answer") + " you.");

        assertThat(seals.broken()).isZero();
    }

    @Test
    void remindersAreCountedByThePersonsOwnClock() {
        Reminders reminders = new Reminders(List.of(
                sent("2026-10-24T18:59:00Z"), // 20:59 in summer
                sent("2026-10-25T19:59:00Z"), // 20:59 in winter, the next day
                sent("2026-10-26T06:59:00Z"), // 7:59
                sent("2026-10-26T20:00:00Z"))); // 21:00 on the same day

        assertThat(reminders.inQuietHours()).isEqualTo(2);
        assertThat(reminders.twiceADay()).isEqualTo(1);
        assertThat(reminders.toFinished(stretch -> List.of(STOP))).isZero();
        assertThat(reminders.toFinished(stretch -> List.of())).isEqualTo(4);
    }

    private Reminders.Sent sent(String at) {
        return new Reminders.Sent(ann, 0, Instant.parse(at));
    }
}
