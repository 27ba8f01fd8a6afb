package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.student;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever has not finished a part of a club is reminded, within rules. */
interface ClubReminderRules extends Rules {
    ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    LocalTime MORNING = LocalTime.of(8, 0);
    LocalTime EVENING = LocalTime.of(21, 0);
    Duration STEP = Duration.ofHours(3);
    int MOST = 3;
    /** Somebody who does nothing in the other rules: what they said in one club holds in the next. */
    int NEVER_ASKED = 29;

    @Test
    default void remindersComeByDayOnceADayAndThreeInAll() {
        Club club = waits();
        int before = letters(club).size();

        passUntil(club.end(2));

        isRemindedWithinTheRules(club, before);
    }

    @Test
    default void ofTwoInstancesOneReminds() {
        needs(Feature.SHARED_ROOMS);
        bot().besideAnother(() -> {
            Club club = waits();
            int before = letters(club).size();

            passUntil(club.end(0));

            isRemindedWithinTheRules(club, before);
        });
    }

    @Test
    default void nobodyIsRemindedOfWhatIsOver() {
        Club club = waits();

        bot().crash();
        bot().itBecomes(club.end(2).plus(Duration.ofHours(1)));
        bot().start();
        bot().itBecomes(bot().now());

        club.awaitHub("the close", card -> card.shows(club.say("club.over")));
        assertThat(bot().reminders(club.room().room())).isEmpty();
    }

    @Test
    default void whoeverWantsNoneGetsNone() {
        Club club = waits();
        club.room().command(student(1), "me", Map.of("remind", "none"));

        passUntil(club.end(0));

        assertThat(bot().reminders(club.room().room())).isEmpty();
    }

    @Test
    default void whoseClockSomebodyGoesByIsAskedOnceWhereTheChatDoesNotKnow() {
        Club club = Club.start(bot(), school(), 10);
        Someone newcomer = student(NEVER_ASKED);
        Card first = club.goOn(newcomer);
        if (first.button(club.say("zone.say")).isPresent()) {
            Sheet form =
                    club.room().press(newcomer, first, club.say("zone.say")).sheet();
            Card told = club.room()
                    .submit(newcomer, form, Map.of(club.say("club.form.zone"), TOKYO.getId()))
                    .card();
            assertThat(told.text())
                    .contains(club.say("remind.zone", TOKYO.getId(), "typed"))
                    .contains(club.title(0, 1));
        }

        assertThat(club.goOn(newcomer).text()).doesNotContain(club.say("zone.ask"));
    }

    /** A club of ten days, of which somebody in Tokyo has seen the beginning. What they said in a club before would hold here too. */
    private Club waits() {
        Club club = Club.start(bot(), school(), 10);
        club.goOn(student(1));
        club.room().command(student(1), "me", Map.of("zone", TOKYO.getId(), "remind", "message"));
        return club;
    }

    private void passUntil(Instant end) {
        for (Instant at = bot().now(); at.isBefore(end); at = at.plus(STEP)) {
            bot().itBecomes(at);
        }
    }

    /** @param before the letters that they had from other clubs */
    private void isRemindedWithinTheRules(Club club, int before) {
        List<Instant> times = bot().reminders(club.room().room());
        assertThat(times).isNotEmpty().hasSizeLessThanOrEqualTo(MOST);
        assertThat(times)
                .allSatisfy(at -> assertThat(LocalTime.ofInstant(at, TOKYO)).isBetween(MORNING, EVENING));
        assertThat(times.stream().map(at -> LocalDate.ofInstant(at, TOKYO))).doesNotHaveDuplicates();
        // Where there are no private messages, one takes the place of the one before.
        club.await.until("a reminder to be there", () -> letters(club), letters -> letters.size() > before);
        assertThat(club.room().posts())
                .as("what everybody sees names nobody")
                .noneMatch(post -> post.shows(student(1).name()));
    }

    private List<Card> letters(Club club) {
        String title = club.say("remind.title", Plans.club().plan().title());
        return club.room().letters(student(1)).stream()
                .filter(card -> card.shows(title))
                .toList();
    }
}
