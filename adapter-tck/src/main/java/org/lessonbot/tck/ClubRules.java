package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.student;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Lesson;

/** A lesson over days, everybody at their own pace. */
interface ClubRules extends Rules {
    /** A club of two days in a room of its own: all rules together take less time than lessons are kept. */
    default Club club() {
        return Club.start(bot(), school(), 2);
    }

    @Test
    default void whatOthersAnsweredInAClubIsSealedUntilOnesOwnAnswerIs() {
        Club club = club();
        Card early = club.goOnUntil(student(2), club.title(1, 1));
        Card mine = club.goOnUntil(student(1), club.title(1, 1));

        Card told = club.room().press(student(1), mine, Plans.CAT).card();

        assertThat(told.text()).as("whoever has answered is told").contains(club.say("stagematch.answer"));
        Card still = club.goOn(student(2));
        assertThat(still.text().replaceAll("\\d+", "0"))
                .as("whoever has not sees what they saw")
                .isEqualTo(early.text().replaceAll("\\d+", "0"))
                .doesNotContain(club.say("stagematch.answer"));
        club.awaitPosts();
        assertThat(club.room().posts())
                .noneMatch(card -> card.shows(club.say("stagematch.answer")) || card.shows("Student 1"));
        club.room().press(student(1), mine, Plans.DOG);
        assertThat(club.entries().count("guess", "cat")).isEqualTo(1);
        assertThat(club.entries().count("guess", "dog"))
                .as("what is sealed stays")
                .isZero();
    }

    @Test
    default void aClubHasOnePostHoweverMuchHappensAndItStandsLast() {
        Club club = club();
        for (int number = 1; number <= 4; number++) {
            Card seen = club.goOnUntil(student(number), club.title(1, 1));
            club.room().press(student(number), seen, Plans.CAT);
        }
        bot().itBecomes(club.end(0));
        club.awaitHub("the second part", card -> card.shows(club.over(0)));
        club.goOn(student(1));
        club.awaitPosts();

        List<Card> posts = club.room().posts();
        assertThat(club.hubs()).hasSize(1);
        assertThat(posts.get(posts.size() - 1).text()).isEqualTo(club.hub().text());
    }

    @Test
    default void continueGoesOnWhereSomebodyLeftOffAfterARestart() {
        Club club = club();
        Card post = club.hub();
        Card guess = club.goOnUntil(student(1), club.title(1, 2));

        bot().crashAndRestart();

        assertThat(club.room()
                        .press(student(1), post, club.say("club.continue"))
                        .text())
                .contains(club.title(1, 2));
        assertThat(club.room().press(student(1), guess, Plans.CAT).text()).contains(club.say("stagematch.answer"));
        assertThat(club.goOn(student(2)).text()).as("each for themselves").contains(club.title(0, 1));
    }

    @Test
    default void continueGoesOnWhereSomebodyLeftOffOnAnotherDevice() {
        needs(Feature.DEVICES);
        Club club = club();
        club.goOnUntil(student(1), club.title(1, 2));

        club.room().otherDevice(student(1));

        assertThat(club.goOn(student(1)).text()).contains(club.title(1, 2));
    }

    @Test
    default void continueGoesOnWhereSomebodyLeftOffWeeksLater() {
        Club club = Club.start(bot(), school(), 60);
        Card post = club.hub();
        club.goOnUntil(student(1), club.title(1, 2));

        bot().itBecomes(bot().now().plus(Duration.ofDays(21)));

        assertThat(club.room()
                        .press(student(1), post, club.say("club.continue"))
                        .text())
                .contains(club.title(1, 2));
    }

    @Test
    default void whoeverComesLateTakesTheSameWay() {
        Club club = club();
        bot().itBecomes(club.end(0));
        club.awaitHub("the second part", card -> card.shows(club.over(0)));

        Card guess = club.goOnUntil(student(1), club.title(1, 1));
        club.room().press(student(1), guess, Plans.CAT);

        assertThat(club.entries().count("guess", "cat")).isEqualTo(1);
        assertThat(club.goOnUntil(student(1), Club.OWLS).text()).contains(club.title(2, 1));
    }

    @Test
    default void aPartEndsByTheClockThoughTheBotWasDown() {
        Club club = club();
        club.goOnUntil(student(1), club.title(1, 2));

        bot().crash();
        bot().itBecomes(club.end(0).plus(Duration.ofHours(1)));
        bot().start();
        bot().itBecomes(bot().now());

        club.awaitHub("the second part", card -> card.shows(club.over(0)) && !card.shows(club.over(1)));
        assertThat(club.goOnUntil(student(1), Club.OWLS).text()).contains(club.title(2, 1));
    }

    @Test
    default void afterALongOutageAClubIsClosedOnce() {
        Club club = club();
        club.goOn(student(1));

        bot().crash();
        bot().itBecomes(club.end(2).plus(Duration.ofDays(1)));
        bot().start();
        bot().itBecomes(bot().now());

        assertThat(club.lesson().status()).isEqualTo(Lesson.Status.ENDED);
        club.awaitHub("the close", card -> card.shows(club.say("club.over")));
        club.awaitPosts();
        assertThat(club.room().posts())
                .filteredOn(card -> card.shows(club.say("club.over.title")))
                .hasSize(1);
        Action onward = Action.of(club.lesson().id(), Verb.CONTINUE, "");
        assertThat(club.room().forge(student(1), onward).text())
                .as("whoever still has an old Continue before them")
                .contains(club.say("club.over"));
    }

    @Test
    default void twoInstancesEndAPartOnce() {
        needs(Feature.SHARED_ROOMS);
        bot().besideAnother(() -> {
            Club club = club();
            club.goOn(student(1));

            bot().itBecomes(club.end(0));

            club.awaitHub("the second part", card -> card.shows(club.over(0)) && !card.shows(club.over(1)));
            club.awaitPosts();
            assertThat(club.hubs()).hasSize(1);
            assertThat(club.lesson().step()).isEqualTo("talk");
        });
    }

    @Test
    default void anOutageOfThePlatformWhenAPartEndsDelaysAndNeverLoses() {
        needs(Feature.OUTAGES);
        Club club = club();
        club.goOn(student(1));
        club.awaitPosts();
        school().outage(1);

        bot().itBecomes(club.end(0));

        club.awaitHub("the second part", card -> card.shows(club.over(0)));
        club.awaitPosts();
        assertThat(club.hubs()).hasSize(1);
        assertThat(club.goOnUntil(student(1), Club.OWLS).text()).contains(club.title(2, 1));
    }
}
