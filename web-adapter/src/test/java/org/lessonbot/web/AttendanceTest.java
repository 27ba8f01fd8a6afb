package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.Engine;
import org.lessonbot.web.tables.People.Presence;

class AttendanceTest {
    private final MovedClock clock = new MovedClock();
    private final OpenClassroom classroom =
            new OpenClassroom(WebSettings.onLoopback(0).with(OpenClassroom.PATIENT), clock);

    @AfterEach
    void close() {
        classroom.close();
    }

    @Test
    void everybodySeesHowManyAreHereAndTheTeacherWho() throws Exception {
        try (EventStream teacher = classroom.teacher().follow();
                EventStream board = classroom
                        .newBrowser()
                        .follow(classroom.web().boardLink(classroom.room()).getPath(), "");
                EventStream ana = classroom.student("Ana").followAs("a1")) {
            assertThat(ana.awaitHere(here -> text(here).equals("One is here.")).has("here"))
                    .isFalse();
            try (EventStream bo = classroom.student("Bo").followAs("b1")) {
                bo.awaitHere(here -> text(here).equals("2 are here."));
                assertThat(ana.awaitHere(here -> text(here).equals("2 are here."))
                                .size())
                        .isEqualTo(1);
                assertThat(board.awaitHere(here -> text(here).equals("2 are here."))
                                .size())
                        .isEqualTo(1);
                JsonNode seen = teacher.awaitHere(here -> text(here).equals("2 are here."));
                assertThat(names(seen, "here")).containsExactly("Ana", "Bo");
                assertThat(names(seen, "away")).isEmpty();
            }
        }
    }

    @Test
    void whoeverComesInWhileThatCannotBeTakenIsWelcomedOnceItCan() throws Exception {
        classroom.post("entered", Samples.welcome());
        Queue<Boolean> counts = new ConcurrentLinkedQueue<>(List.of(false));
        classroom.answering(joins -> Optional.ofNullable(counts.poll()).orElse(true)
                ? Reply.whisper("You are in.")
                : Engine.notCounted(joins.act(), OpenClassroom.ENGLISH));

        try (EventStream page = classroom.student("Ana").follow()) {
            assertThat(page.awaitText("You are in.").item().path("where").asText())
                    .isEqualTo("own");
        }
    }

    /** What is old goes by the bot's clock alone, whatever the database's says: a rehearsed year is a year. */
    @Test
    void howOldSomethingIsGoesByTheBotsClock() throws Exception {
        clock.move(Duration.ofDays(-800));
        classroom.post("lesson", Message.text("of old"));
        Browser ana = classroom.student("Ana");

        classroom.web().platform().purge(clock.instant(), Set.of());
        assertThat(ana.open(ana.page()).statusCode()).isEqualTo(200);

        clock.move(Duration.ofDays(30));
        classroom.web().platform().purge(clock.instant(), Set.of());
        assertThat(ana.open(ana.page()).statusCode()).isEqualTo(401);
        try (EventStream page = classroom.student("Bo").follow()) {
            assertThat(page.untilReady()).isEmpty();
        }
    }

    @Test
    void whoeverClosedTheirPageIsAwayAfterAMinuteAndBackWhenTheyOpenItAgain() throws Exception {
        classroom.post("lesson", Samples.welcome());
        Browser ana = classroom.student("Ana");
        try (EventStream page = ana.followAs("a1");
                EventStream teacher = classroom.teacher().follow()) {
            page.untilReady();
            ana.leave("a1");
            page.awaitEnd();
            assertThat(away()).isEmpty();

            clock.move(Duration.ofSeconds(70));

            assertThat(away()).containsExactly(idOf("Ana"));
            JsonNode seen = teacher.awaitHere(here -> here.path("away").size() == 1);
            assertThat(names(seen, "away")).containsExactly("Ana");
            long joined = joins("Ana");
            try (EventStream back = ana.followAs("a2")) {
                back.untilReady();
                assertThat(away()).isEmpty();
                awaitJoins("Ana", joined + 1);
            }
        }
    }

    /** One room is the room of many classes, and what a console shows may be projected. */
    @Test
    void whoWasOfYesterdaysClassIsNotAwayFromTodays() throws Exception {
        classroom.student("Ana");
        clock.move(Duration.ofHours(20));
        try (EventStream teacher = classroom.teacher().follow();
                EventStream bo = classroom.student("Bo").follow()) {
            bo.untilReady();

            JsonNode seen = teacher.awaitHere(here -> text(here).equals("One is here."));

            assertThat(names(seen, "here")).containsExactly("Bo");
            assertThat(names(seen, "away")).isEmpty();
            assertThat(names(seen, "earlier")).containsExactly("Ana");
        }
    }

    /** A page learns neither the status of a stream nor its body, and would try again for ever. */
    @Test
    void thePageOfSomebodyWhoIsForgottenLearnsItAndRests() throws Exception {
        Browser ana = classroom.student("Ana");
        try (EventStream page = ana.follow()) {
            page.untilReady();
            classroom.web().platform().forget(new Room("web", classroom.room()), idOf("Ana"));
            page.awaitEnd();
        }
        try (EventStream again = ana.follow()) {
            EventStream.Event refused = again.next();
            assertThat(refused.name()).isEqualTo("refused");
            assertThat(refused.item().path("problem").asText()).contains("come in with the code");
            again.awaitEnd();
        }
    }

    @Test
    void aLookThatBeganBeforeSomebodyLeftDoesNotBringThemBack() throws Exception {
        Browser ana = classroom.student("Ana");
        Instant lookBegan = clock.instant();
        clock.move(Duration.ofMillis(1));
        ana.leave("a1");

        classroom.people().seen(List.of(idOf("Ana")), lookBegan);

        clock.move(Duration.ofSeconds(70));
        assertThat(away()).containsExactly(idOf("Ana"));
    }

    @Test
    void aPhoneThatSleepsIsNotAwayBeforeAQuarterOfAnHour() throws Exception {
        classroom.student("Bo");

        clock.move(Duration.ofMinutes(14));
        assertThat(away()).isEmpty();
        clock.move(Duration.ofMinutes(2));
        assertThat(away()).containsExactly(idOf("Bo"));
    }

    @Test
    void whoeverClosesOneOfTwoPagesIsStillHere() throws Exception {
        Browser cy = classroom.student("Cy");
        try (EventStream first = cy.followAs("c1");
                EventStream second = cy.followAs("c2");
                EventStream teacher = classroom.teacher().follow()) {
            second.untilReady();
            cy.leave("c1");
            first.awaitEnd();
            clock.move(Duration.ofMinutes(2));

            // Somebody comes, and it is looked who is there.
            classroom.student("Di").followAs("d1").close();
            assertThat(names(teacher.awaitHere(here -> names(here, "here").contains("Di")), "here"))
                    .contains("Cy");
            assertThat(away()).isEmpty();
        }
    }

    private Set<String> away() throws Exception {
        return classroom.web().platform().away(new Room("web", classroom.room()));
    }

    private String idOf(String name) {
        return classroom.students().stream()
                .filter(student -> student.name().equals(name))
                .map(Presence::id)
                .findFirst()
                .orElseThrow();
    }

    /** The engine hears of somebody who is back once their page has begun to be sent to them. */
    private void awaitJoins(String name, long times) {
        long start = System.nanoTime();
        while (joins(name) < times) {
            assertThat(System.nanoTime() - start)
                    .as("%s joined %s times, in %s", name, joins(name), classroom.heard())
                    .isLessThan(DrivenTime.HANGS.toNanos());
            DrivenTime.lookAgainSoon();
        }
        assertThat(joins(name)).isEqualTo(times);
    }

    private long joins(String name) {
        return classroom.heard().stream()
                .filter(heard -> heard.person().name().equals(name)
                        && heard.act() instanceof Interaction.Command command
                        && command.name().equals("join"))
                .count();
    }

    private static String text(JsonNode here) {
        return here.path("text").asText();
    }

    private static List<String> names(JsonNode here, String part) {
        return StreamSupport.stream(here.path(part).spliterator(), false)
                .map(person -> person.path("name").asText())
                .toList();
    }
}
