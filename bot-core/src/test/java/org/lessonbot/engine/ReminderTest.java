package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Wishes;
import org.lessonbot.store.Reminding;

/** The members of a club are reminded as each of them wishes. */
class ReminderTest extends ClubOverDays {
    @BeforeEach
    void startClub() {
        start(ROOM);
    }

    @Test
    void whoeverHasNotBegunIsRemindedPrivatelyAndTheLinkLeadsToTheClub() {
        press(ROOM, ANN, onward(ROOM));
        moveTo(THREE_DAYS_BEFORE);

        assertThat(chat.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .startsWith("a ")
                        .contains(
                                "have not begun part 1, On your own",
                                "2026-10-25T09:00:00Z",
                                "https://paper.example/club/p"));

        moveTo(THREE_DAYS_BEFORE.plus(Duration.ofHours(10)));
        assertThat(chat.letters()).hasSize(1);
        moveTo(BEGIN.plus(Duration.ofDays(3)));
        assertThat(chat.letters()).hasSize(2);
        moveTo(BEGIN.plus(Duration.ofDays(4)));
        assertThat(chat.letters()).hasSize(3);
        chat.await("the line of the last day", room -> room.room().toString().contains("This part ends soon"));
        assertThat(chat.room().toString()).doesNotContain("Ann");

        moveTo(BEGIN.plus(Duration.ofDays(9)));
        assertThat(chat.letters()).as("three in all").hasSize(3);
    }

    @Test
    void twoInstancesSendOneReminder() {
        engine("two").start();
        press(ROOM, ANN, onward(ROOM));
        press(ROOM, BEN, onward(ROOM));
        moveTo(THREE_DAYS_BEFORE);

        assertThat(chat.letters()).hasSize(2);
    }

    @Test
    void oneDayOfOnePersonIsClaimedOnceAndGivenBackIfNothingWasSent() {
        press(ROOM, ANN, onward(ROOM));
        Reminding reminding = new Reminding(store.database().jdbi());
        Reminding.Claim today = new Reminding.Claim(lesson(ROOM).id(), "a", LocalDate.of(2026, 10, 20));
        Reminding.Claim tomorrow = new Reminding.Claim(lesson(ROOM).id(), "a", LocalDate.of(2026, 10, 21));

        assertThat(reminding.claim(today, 0, Wishes.Way.MESSAGE, 1, BEGIN)).isTrue();
        assertThat(reminding.claim(today, 0, Wishes.Way.MESSAGE, 2, BEGIN)).isFalse();
        assertThat(reminding.claim(tomorrow, 0, Wishes.Way.MESSAGE, 1, BEGIN))
                .as("as many as there may be")
                .isFalse();
        reminding.release(today);
        assertThat(reminding.claim(today, 0, Wishes.Way.MESSAGE, 1, BEGIN)).isTrue();
    }

    @Test
    void afterAnOutageNobodyIsRemindedOfWhatIsOver() {
        press(ROOM, ANN, onward(ROOM));
        engines.remove(0).close();
        clock.moveTo(BEGIN.plus(Duration.ofDays(5)).plusSeconds(60));
        engine("two").start();

        chat.await("the second part", room -> room.room().toString().contains("Part 2, Choosing questions: going on"));
        settle();
        assertThat(chat.letters()).isEmpty();
    }

    @Test
    void everybodyHearsInTheirOwnWakingHours() {
        press(ROOM, new Person("a", "Ann", false, Optional.of(ZoneId.of("America/Los_Angeles"))), onward(ROOM));
        press(ROOM, BEN, onward(ROOM));
        say(BEN, Map.of("zone", "asia/tokyo", "quiet", "6 pm - 8 am"));
        moveTo(THREE_DAYS_BEFORE);
        assertThat(chat.letters())
                .as("two in the morning, and six in the evening")
                .isEmpty();

        moveTo(Instant.parse("2026-10-22T14:30:00Z"));
        assertThat(chat.letters()).isEmpty();
        moveTo(Instant.parse("2026-10-22T15:00:00Z"));
        assertThat(chat.letters()).singleElement().asString().startsWith("a ");
        moveTo(Instant.parse("2026-10-22T23:00:00Z"));
        assertThat(chat.letters()).hasSize(2).last().asString().startsWith("b ");
    }

    @Test
    void whoeverAskedForItIsCalledInTheChannelAndNobodyElse() {
        press(ROOM, ANN, onward(ROOM));
        press(ROOM, BEN, onward(ROOM));
        say(ANN, Map.of("remind", "mention"));
        say(BEN, Map.of("remind", "none"));
        moveTo(THREE_DAYS_BEFORE);

        assertThat(chat.mentions())
                .singleElement()
                .asString()
                .startsWith("[a] ")
                .contains("Continue");
        assertThat(chat.letters()).isEmpty();
    }

    /** No chat calls upon more than a hundred in one post. */
    @Test
    void whoeverAskedForItIsCalledByPostsOfAHundred() {
        for (int n = 1; n <= 101; n++) {
            Person member = new Person("m" + n, "Member " + n, false);
            press(ROOM, member, onward(ROOM));
            say(member, Map.of("remind", "mention"));
        }

        assertThat(nudge()).contains("(101)");
        assertThat(chat.mentions()).hasSize(2);
        assertThat(chat.mentions().toString().split("m[0-9]+", -1)).hasSize(102);
    }

    @Test
    void whoeverTakesNoPrivateMessagesIsToldWhenTheyGoOnAndNotTriedAgainBefore() {
        press(ROOM, ANN, onward(ROOM));
        chat.refuse("a");
        moveTo(THREE_DAYS_BEFORE);
        chat.refuse();
        moveTo(BEGIN.plus(Duration.ofDays(3)));
        assertThat(chat.letters()).isEmpty();
        assertThat(nudge()).contains("Not reminded: they take no private messages (1)", "Ann");

        assertThat(press(ROOM, ANN, onward(ROOM)).toString()).contains("could not write to you privately");
        assertThat(press(ROOM, ANN, onward(ROOM)).toString()).doesNotContain("privately");
        moveTo(BEGIN.plus(Duration.ofDays(4)).plus(Duration.ofHours(1)));
        assertThat(chat.letters()).hasSize(1);
    }

    @Test
    void whatTheChatPutsOffIsSentLater() {
        press(ROOM, ANN, onward(ROOM));
        chat.limitNextReminder(Duration.ofMinutes(7));
        moveTo(THREE_DAYS_BEFORE);
        assertThat(chat.letters()).isEmpty();

        moveTo(THREE_DAYS_BEFORE.plus(Duration.ofMinutes(8)));
        assertThat(chat.letters()).hasSize(1);
    }

    @Test
    void whoeverSnoozesIsLeftAloneUntilThatDayOrUntilTheyAreBack() {
        press(ROOM, ANN, onward(ROOM));
        press(ROOM, BEN, onward(ROOM));
        assertThat(say(ANN, Map.of("snooze", "Friday")).toString())
                .contains("You are not reminded until Friday, 23 October 2026, 00:00");
        Message away = say(BEN, Map.of("away", "until 1 December"));
        moveTo(THREE_DAYS_BEFORE);
        assertThat(chat.letters()).isEmpty();

        assertThat(press(ROOM, BEN, button(away, "Remind me again")).toString())
                .doesNotContain("You are not reminded until");
        settle();
        assertThat(chat.letters()).singleElement().asString().startsWith("b ");
        moveTo(Instant.parse("2026-10-23T08:00:00Z"));
        assertThat(chat.letters()).filteredOn(letter -> letter.startsWith("a ")).hasSize(1);
    }

    @Test
    void whatIsNotClearIsAskedBackAndNothingOfItIsKept() {
        press(ROOM, ANN, onward(ROOM));

        assertThat(say(ANN, Map.of("zone", "Atlantis", "remind", "none")).toString())
                .contains("no time zone called Atlantis", "Did you mean");
        assertThat(say(ANN, Map.of("quiet", "21:00", "remind", "none")).toString())
                .contains("from when until when");
        assertThat(say(ANN, Map.of("snooze", "3/4", "remind", "none")).toString())
                .contains("which number is the month");
        assertThat(say(ANN, Map.of("remind", "carrier pigeon")).toString())
                .contains("remind can be message, mention, none");
        assertThat(say(BEN, Map.of("remind", "none")).toString()).contains("Join first");
        assertThat(say(ANN, Map.of()).toString())
                .contains("privately, but not between 21:00 and 08:00", "Your clock is that of UTC");
    }

    @Test
    void aNewClubBeginsWithWhatSomebodySaidLastAndForgettingErasesIt() {
        press(ROOM, ANN, onward(ROOM));
        say(ANN, Map.of("zone", "Europe/Berlin", "quiet", "22:00-7:00", "remind", "mention", "snooze", "Friday"));
        start(OTHER);
        press(OTHER, ANN, onward(OTHER));

        assertThat(act(OTHER, ANN, new Interaction.Command("me", Map.of())).toString())
                .contains("by name in the channel, but not between 22:00 and 07:00", "Europe/Berlin. You said so")
                .doesNotContain("Friday");

        moveTo(THREE_DAYS_BEFORE.plus(Duration.ofDays(1)));
        assertThat(chat.mentions()).isNotEmpty();
        assertThat(rows()).isEqualTo("2 2");
        for (Room room : List.of(ROOM, OTHER)) {
            press(room, ANN, button(act(room, ANN, new Interaction.Command("forget-me", Map.of())), "Erase it"));
        }
        assertThat(rows()).isEqualTo("0 0");
    }

    @Test
    void whoeverLeadsRemindsOnceADayAndHearsWhoWasReachedAndWhoWasNot() {
        press(ROOM, ANN, onward(ROOM));
        press(ROOM, BEN, onward(ROOM));
        say(BEN, Map.of("remind", "none"));

        assertThat(nudge())
                .contains("Reminded by a private message (1)", "Ann", "Not reminded: they asked for none (1)", "Ben");
        assertThat(nudge()).contains("Not reminded: they were in the last hours already (1)", "Ann");
        assertThat(chat.letters()).hasSize(1);

        clock.moveTo(Instant.parse("2026-10-21T22:00:00Z"));
        assertThat(nudge()).contains("Not reminded: these are their quiet hours (1)", "Ann");
        assertThat(act(ROOM, ANN, new Interaction.Press(new Action(lesson(ROOM).id(), "", 0, "nudge", "")))
                        .toString())
                .contains("Only whoever leads");
    }

    private String nudge() {
        Message console = act(ROOM, LEADER, new Interaction.Command("console", Map.of()));
        return press(ROOM, LEADER, button(console, "Remind them")).toString();
    }

    private Message say(Person who, Map<String, String> options) {
        return act(ROOM, who, new Interaction.Command("me", options));
    }

    private String rows() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select (select count(*) from wish where person = 'a') || ' '"
                                + " || (select count(*) from reminder where person = 'a')")
                        .mapTo(String.class)
                        .one());
    }
}
