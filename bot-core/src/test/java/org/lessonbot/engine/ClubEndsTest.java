package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;

/** The forms by which a club is started and its ends are moved, and the commands that do the same. */
class ClubEndsTest extends ClubOverDays {
    /** The leader, as a chat knows them that knows people's zones. */
    private static final Person ZONED = new Person("t", "Ms Rivers", true, Optional.of(ZoneId.of("Europe/Berlin")));

    @Test
    void withoutAnEndAFormAsksForItInTheLeadersOwnZone() {
        Form form = form(reply(ROOM, ZONED, new Interaction.Command("start", Map.of("pace", "self"))));

        assertThat(form.fields()).extracting(Form.Field::name).containsExactly("until", "zone");
        assertThat(form.fields().get(0).kind()).isEqualTo(Form.Kind.MOMENT);
        assertThat(form.fields().get(1).value()).isEqualTo("Europe/Berlin");

        Message offer = said(submit(form, Map.of("until", "2026-10-30T10:00", "zone", "Europe/Berlin")));
        assertThat(offer.toString()).contains("Friday, 30 October 2026, 10:00", "Europe/Berlin");
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        reply(ROOM, ZONED, new Interaction.Press(button(offer, "Start the club")));
        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);
    }

    @Test
    void whatTheFormDoesNotUnderstandIsSaidAtItsFieldAndNothingTypedIsLost() {
        Form form = form(reply(ROOM, ZONED, new Interaction.Command("start", Map.of("pace", "self"))));

        Reply.FixForm when = (Reply.FixForm) submit(form, Map.of("until", "3/4 18:00", "zone", "Europe/Berlin"));
        assertThat(when.reasons()).containsOnlyKeys("until");
        assertThat(when.otherwise().toString()).contains("For example", "3/4 18:00", "Open the form again");

        Reply.FixForm where = (Reply.FixForm) submit(form, Map.of("until", "Friday 18:00", "zone", "Berlino"));
        assertThat(where.reasons()).containsOnlyKeys("zone");

        assertThat(form(reply(ROOM, ZONED, new Interaction.Press(button(where.otherwise(), "Open the form again"))))
                        .fields())
                .hasSize(2);
    }

    @Test
    void withoutAnEndAFormAsksAlsoUntilWhenAClassFinishesAtHome() {
        reply(ROOM, ZONED, start(Map.of()));
        Form form = form(reply(ROOM, ZONED, new Interaction.Command("finish-later", Map.of())));
        assertThat(form.fields()).extracting(Form.Field::name).containsExactly("until", "zone");

        Reply.FixForm when = (Reply.FixForm) submit(form, Map.of("until", "3/4 18:00", "zone", "Europe/Berlin"));
        assertThat(when.reasons()).containsOnlyKeys("until");
        assertThat(form(reply(ROOM, ZONED, new Interaction.Press(button(when.otherwise(), "Open the form again"))))
                        .fields())
                .hasSize(2);
        Reply forged =
                reply(ROOM, ANN, new Interaction.Submit(form.action(), Map.of("until", "Friday", "zone", "UTC")));
        assertThat(said(forged).toString()).contains("Only a teacher");

        Message offer = said(submit(form, Map.of("until", "2026-10-25T20:00", "zone", "Europe/Berlin")));
        assertThat(offer.toString()).contains("Sunday, 25 October 2026, 20:00", "Europe/Berlin");
        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.LIVE);
        reply(ROOM, ZONED, new Interaction.Press(button(offer, "Finish later")));
        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);

        assertThat(said(submit(form, Map.of("until", "2026-10-25T20:00", "zone", "Europe/Berlin")))
                        .toString())
                .contains(Phrasebook.of("en").say("club.is-one"));
    }

    @Test
    void whoeverHasTheConsoleBesideIsNotToldToTypeForIt() {
        chat.consoleStandsBeside = true;
        Message offer = said(reply(ROOM, ZONED, start(Map.of("until", "30 October 09:00"))));
        Message started = said(reply(ROOM, ZONED, new Interaction.Press(button(offer, "Start the club"))));
        assertThat(started.toString()).contains("Started: ").doesNotContain("/lesson console");
        chat.await("the post", room -> !room.room().isEmpty());
        assertThat(said(reply(ROOM, ZONED, new Interaction.Press(button(hub(), "Continue"))))
                        .toString())
                .contains("You lead this club", "Your console");

        chat.consoleStandsBeside = false;
        assertThat(said(reply(ROOM, ZONED, new Interaction.Press(button(hub(), "Continue"))))
                        .toString())
                .contains("/lesson console");
    }

    /** What was typed is never left aside without a word: a class that began instead could not be taken back. */
    @Test
    void anEndMeansAClubAndWhatDoesNotFitStartsNothing() {
        Message offer = said(reply(ROOM, ZONED, start(Map.of("until", "30 October 18:00", "zone", "london"))));
        assertThat(offer.toString()).contains("30 October 2026, 18:00", "Europe/London", "Start the club");

        assertThat(said(reply(ROOM, ZONED, start(Map.of("until", "Friday", "pace", "live"))))
                        .toString())
                .contains("no end by the clock", "Friday");
        assertThat(said(reply(ROOM, ZONED, start(Map.of("pace", "slef")))).toString())
                .contains("pace can be live, self");
        assertThat(said(reply(ROOM, ZONED, start(Map.of("until", "yesterday")))).toString())
                .contains("over already", "For example");
        assertThat(said(reply(ROOM, ZONED, start(Map.of("until", "Friday", "lesson", "no-such-lesson"))))
                        .toString())
                .contains("no-such-lesson", "Friday");
        assertThat(form(reply(ROOM, ZONED, start(Map.of("pace", "self", "zone", "Atlantis"))))
                        .fields()
                        .get(1)
                        .value())
                .isEqualTo("Atlantis");
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        startClub();
        assertThat(said(reply(ROOM, ZONED, start(Map.of("until", "30 October 18:00"))))
                        .toString())
                .contains("30 October 18:00");
        assertThat(said(reply(ROOM, ZONED, new Interaction.Command("finish-later", Map.of("until", "28 October 8:00"))))
                        .toString())
                .contains(Phrasebook.of("en").say("club.is-one"), "28 October 8:00");
    }

    private static long count(List<Message> posts, String text) {
        return posts.stream().filter(post -> post.toString().contains(text)).count();
    }

    private static Interaction.Command start(Map<String, String> options) {
        return new Interaction.Command("start", options);
    }

    /** Posts stand for months, and an update must not make their buttons lie. */
    @Test
    void anOfferFromBeforeResponsesCouldBeChosenStillStartsItsClub() {
        press(ROOM, LEADER, Action.of(0, Verb.START_CLUB, "how-ai-learns/2026-10-30T10:00[Europe/Berlin]"));

        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);
        chat.await("the post", room -> room.room().toString().contains("2026-10-30T09:00:00Z"));
    }

    @Test
    void anOfferOfALessonThatIsNoLongerHereSaysWhatToDo() {
        Message told = press(ROOM, LEADER, Action.of(0, Verb.START_CLUB, "of-old/any/2026-10-30T10:00[UTC]"));

        assertThat(told.toString()).contains("does not hold any more");
        assertThat(form(reply(ROOM, LEADER, new Interaction.Press(button(told, "Start the club"))))
                        .fields())
                .isNotEmpty();
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();
    }

    @Test
    void aStudentStartsNoClubByAForgedForm() {
        Form form = form(reply(ROOM, ZONED, new Interaction.Command("start", Map.of("pace", "self"))));

        Reply refused =
                reply(ROOM, ANN, new Interaction.Submit(form.action(), Map.of("until", "Friday", "zone", "UTC")));

        assertThat(said(refused).toString()).contains("Only a teacher");
    }

    @Test
    void anEndIsMovedByCommandAndByForm() {
        startClub();

        assertThat(extend(Map.of("until", "24 October 18:00")).toString())
                .contains("Saturday, 24 October 2026, 18:00", "Europe/Berlin");
        assertThat(end(0)).isEqualTo("2026-10-24 18:00:00Europe/Berlin");

        Form form = form(reply(ROOM, ZONED, new Interaction.Press(button(console(), "Move the end"))));
        assertThat(form.fields()).extracting(Form.Field::name).containsExactly("part", "until", "zone");
        assertThat(form.fields().get(1).value()).isEqualTo("2026-10-24T18:00");
        submit(form, Map.of("part", "1", "until", "2026-10-27T12:00", "zone", "Asia/Tokyo"));
        assertThat(end(1)).isEqualTo("2026-10-27 12:00:00Asia/Tokyo");
        assertThat(end(0)).isEqualTo("2026-10-24 18:00:00Europe/Berlin");
    }

    @Test
    void anEndThatSomebodyElseMovedMeanwhileIsNotOverwrittenUnseen() {
        startClub();
        Form form = form(reply(ROOM, ZONED, new Interaction.Press(button(console(), "Move the end"))));
        extend(Map.of("until", "24 October 18:00"));
        Map<String, String> mine = Map.of("part", "0", "until", "23 October 12:00", "zone", "Europe/Berlin");

        Message told = said(submit(form, mine));

        assertThat(told.toString()).contains("NOT taken", "24 October 2026, 18:00", "23 October 12:00");
        assertThat(end(0)).isEqualTo("2026-10-24 18:00:00Europe/Berlin");
        Form again = form(reply(ROOM, ZONED, new Interaction.Press(button(told, "Open the form again"))));
        submit(again, mine);
        assertThat(end(0)).isEqualTo("2026-10-23 12:00:00Europe/Berlin");
    }

    @Test
    void anEndThatCannotBeIsRefusedWithTheReason() {
        startClub();
        String before = end(0);

        assertThat(extend(Map.of("until", "31 October 18:00")).toString())
                .contains("before the end of “Choosing questions”");
        assertThat(extend(Map.of("until", "2026-10-01 18:00")).toString()).contains("is over already");
        assertThat(extend(Map.of("until", "8")).toString()).contains("For example");
        for (Map<String, String> both : List.of(
                Map.of("until", "24 October 18:00", "minutes", "5"),
                Map.of("until", "24 October 18:00", "step", "shift"),
                Map.of("minutes", "7", "step", "shift"))) {
            assertThat(extend(both).toString()).contains("only one of them").contains(both.values());
        }
        assertThat(extend(Map.of("step", "no-such-step")).toString()).contains("no-such-step");
        assertThat(end(0)).isEqualTo(before);
    }

    @Test
    void aClassHasNoEndToMove() {
        reply(ROOM, ZONED, new Interaction.Command("start", Map.of()));

        assertThat(extend(Map.of("until", "24 October 18:00")).toString())
                .contains("only in a club", "24 October 18:00");
    }

    @Test
    void aClubThatIsOverGoesOnAgainAndAnswersCount() {
        startClub();
        reply(ROOM, ANN, new Interaction.Press(button(hub(), "Continue")));
        clock.moveTo(BEGIN.plus(Duration.ofDays(11)));
        chat.await("the close", room -> room.room().toString().contains("The club is over"));

        assertThat(extend(Map.of("until", "in 3 days")).toString()).contains("now ends");

        chat.await(
                "the hub",
                room -> room.room().toString().contains("going on until")
                        && !room.room().toString().contains("The club is over")
                        && !room.room().toString().contains("What you did together")
                        && count(room.room(), "The club goes on again") == 1
                        && count(room.room(), "stands here again once it is over") == 1);
        assertThat(lesson().status()).isEqualTo(Lesson.Status.RUNNING);
        assertThat(new Lessons(store.database().jdbi())
                        .round(lesson().id(), "welcome", 1)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Phase.OPEN);

        clock.move(Duration.ofDays(4));
        chat.await("the second close", room -> room.room().toString().contains("The club is over"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.ENDED);
    }

    @Test
    void aClubIsNotOpenedAgainWhereAnotherLessonIsUnderWay() {
        startClub();
        reply(ROOM, ZONED, new Interaction.Command("end", Map.of()));
        reply(ROOM, ZONED, new Interaction.Press(Action.of(lesson().id(), Verb.END_NOW, "")));
        chat.await("the console", room -> room.console().toString().contains("Open it again"));
        Action again = button(chat.console(), "Open it again");
        reply(ROOM, ZONED, new Interaction.Command("start", Map.of()));

        Form form = form(reply(ROOM, ZONED, new Interaction.Press(again)));
        Reply refused = submit(form, Map.of("until", "in 3 days", "zone", "UTC"));

        assertThat(said(refused).toString()).contains("not opened again", "in 3 days");
    }

    private void startClub() {
        Message offer = said(reply(
                ROOM, ZONED, new Interaction.Command("start", Map.of("pace", "self", "until", "30 October 09:00"))));
        reply(ROOM, ZONED, new Interaction.Press(button(offer, "Start the club")));
        chat.await("the post", room -> !room.room().isEmpty());
    }

    private Message extend(Map<String, String> options) {
        return said(reply(ROOM, ZONED, new Interaction.Command("extend", options)));
    }

    private Message console() {
        return said(reply(ROOM, ZONED, new Interaction.Command("console", Map.of())));
    }

    private Reply submit(Form form, Map<String, String> values) {
        return reply(ROOM, ZONED, new Interaction.Submit(form.action(), values));
    }

    private static Form form(Reply reply) {
        return ((Reply.OpenForm) reply).form();
    }

    private static Message said(Reply reply) {
        return reply instanceof Reply.Console console ? console.message() : ((Reply.Whisper) reply).message();
    }

    private String end(int stretch) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select local::text || zone from deadline where stretch = :stretch")
                        .bind("stretch", stretch)
                        .mapTo(String.class)
                        .one());
    }
}
