package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What members of a club have of each other: a partner, and reasons without names. */
interface ClubPeopleRules extends Rules {
    /** As many as the pool of partners waits for. */
    int MEMBERS = 4;

    @Test
    default void partnersAreNamedToEachOtherAndNobodyWaitsForOne() {
        Club club = Club.start(bot(), school(), Plans.partners(), 10);
        List<Someone> members =
                IntStream.rangeClosed(1, MEMBERS).mapToObj(Someone::student).toList();
        members.forEach(club::goOn);
        club.beginNextPart();
        String later = club.say("club.partner-later", MEMBERS);

        for (Someone early : members.subList(0, MEMBERS - 1)) {
            Card seen = club.goOnUntil(early, club.title(1, 1));
            assertThat(seen.text()).contains(later);
            assertThat(seen.button(club.say("investigate.write"))).isPresent();
        }
        club.goOnUntil(members.get(MEMBERS - 1), club.title(1, 1));

        for (Someone member : members) {
            String text = club.goOn(member).text();
            List<Someone> partners = members.stream()
                    .filter(other -> text.contains(club.say("engine.partner", other.name())))
                    .toList();
            assertThat(partners).as("the partner of %s", member).hasSize(1).doesNotContain(member);
            assertThat(club.goOn(partners.get(0)).text()).contains(club.say("engine.partner", member.name()));
        }
        assertThat(club.room().posts()).noneMatch(post -> post.shows(student(1).name()));
    }

    /** In a chat of many channels a club, another one and a class go on at the same time, with some of the same people. */
    @Test
    default void clubsAndAClassGoOnSideBySide() {
        Club one = Club.start(bot(), school(), 10);
        Card mine = one.goOnUntil(student(1), one.title(1, 1));
        Club other = Club.start(bot(), school(), 10);
        Sitting lesson = Sitting.quick(bot(), school());

        assertThat(other.goOn(student(1)).text())
                .as("each club from its beginning")
                .contains(other.title(0, 1));
        lesson.guess(student(1), Plans.DOG);
        one.room().press(student(1), mine, Plans.CAT);

        assertThat(one.entries().count("guess", "cat")).isEqualTo(1);
        assertThat(other.entries().all()).isEmpty();
        assertThat(lesson.entries().count("guess", "dog")).isEqualTo(1);
        one.beginNextPart();
        assertThat(other.goOn(student(1)).text()).contains(other.title(0, 1));
        assertThat(lesson.isRevealed()).isFalse();
        assertThat(other.hub().text()).doesNotContain(other.over(0));
    }

    @Test
    default void whatWhoeverLeadsHidesNobodyReadsAndTheirOwnStandsIn() {
        Club club = Club.start(bot(), school(), Plans.reasons(), 10);
        club.goOn(student(1));
        club.beginNextPart();
        Card question = club.goOnUntil(student(1), club.title(1, 1));
        Card sealed = club.room()
                .press(student(1), question, club.say("preference.side-b"))
                .card();
        assertThat(sealed.text()).contains(club.say("reason.credit"));

        Card console = club.room().command(TEACHER, "console").card();
        Card list =
                club.room().press(TEACHER, console, club.say("reasons.open")).card();
        Card hidden = club.room().press(TEACHER, list, club.say("reasons.hide")).card();
        while (hidden.button(club.say("reasons.hide")).isPresent()) {
            hidden =
                    club.room().press(TEACHER, hidden, club.say("reasons.hide")).card();
        }

        assertThat(club.goOn(student(1)).text()).doesNotContain(club.say("reason.credit"));
        assertThat(hidden.text()).doesNotContain(student(1).name());
        club.room().press(TEACHER, hidden, club.say("reasons.undo"));
    }

    @Test
    default void whoeverWasGivenMoreTimeGoesOnAfterTheClose() {
        Club club = Club.start(bot(), school(), 2);
        club.goOn(student(2));
        club.goOnUntil(student(1), club.title(1, 1));
        bot().itBecomes(club.end(2));
        club.awaitHub("the close", card -> card.shows(club.say("club.over")));

        Card given = club.room()
                .command(TEACHER, "extend", Map.of("person", student(1).key(), "until", "in 3 days"))
                .card();

        assertThat(given.text()).contains(student(1).name());
        club.awaitHub("a way on", card -> card.button(club.say("club.continue")).isPresent());
        Card mine = club.goOn(student(1));
        assertThat(mine.text()).contains(club.title(1, 1));
        assertThat(club.room().press(student(1), mine, Plans.CAT).text()).contains(club.say("stagematch.answer"));
        assertThat(club.entries().count("guess", "cat")).isEqualTo(1);
        assertThat(club.goOn(student(2)).text()).contains(club.say("club.over"));
        club.awaitPosts();
        assertThat(club.room().posts()).noneMatch(post -> post.shows(student(1).name()));
    }
}
