package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** The forms by which a club is started and its ends are moved, and the commands that do the same. */
class ClubEndsTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "club");
    private static final Person LEADER = new Person("t", "Ms Rivers", true, Optional.of(ZoneId.of("Europe/Berlin")));
    private static final Person ANN = new Person("a", "Ann", false);
    private static final Instant BEGIN = Instant.parse("2026-10-20T09:00:00Z");

    private final Migrated store = Migrated.fresh();
    private final PaperPlatform chat = new PaperPlatform();
    private final MovedClock clock = new MovedClock(BEGIN);
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new LessonEngine.Setting(
                    "one", "en", 2, () -> Map.of("how-ai-learns", ShippedLesson.edition()), Phrasebook::of, clock),
            List.of(chat));
    private int interactions;

    @BeforeEach
    void begin() {
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.close();
        store.close();
    }

    @Test
    void withoutAnEndAFormAsksForItInTheLeadersOwnZone() {
        Form form = form(act(LEADER, new Interaction.Command("start", Map.of("pace", "self"))));

        assertThat(form.fields()).extracting(Form.Field::name).containsExactly("until", "zone");
        assertThat(form.fields().get(0).kind()).isEqualTo(Form.Kind.MOMENT);
        assertThat(form.fields().get(1).value()).isEqualTo("Europe/Berlin");

        Message offer = said(submit(form, Map.of("until", "2026-10-30T10:00", "zone", "Europe/Berlin")));
        assertThat(offer.toString()).contains("Friday, 30 October 2026, 10:00", "Europe/Berlin");
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        act(LEADER, new Interaction.Press(button(offer, "Start the club")));
        assertThat(lesson().pace()).isEqualTo(Lesson.Pace.SELF);
    }

    @Test
    void whatTheFormDoesNotUnderstandIsSaidAtItsFieldAndNothingTypedIsLost() {
        Form form = form(act(LEADER, new Interaction.Command("start", Map.of("pace", "self"))));

        Reply.FixForm when = (Reply.FixForm) submit(form, Map.of("until", "3/4 18:00", "zone", "Europe/Berlin"));
        assertThat(when.reasons()).containsOnlyKeys("until");
        assertThat(when.otherwise().toString()).contains("For example", "3/4 18:00", "Open the form again");

        Reply.FixForm where = (Reply.FixForm) submit(form, Map.of("until", "Friday 18:00", "zone", "Berlino"));
        assertThat(where.reasons()).containsOnlyKeys("zone");

        assertThat(form(act(LEADER, new Interaction.Press(button(where.otherwise(), "Open the form again"))))
                        .fields())
                .hasSize(2);
    }

    @Test
    void aStudentStartsNoClubByAForgedForm() {
        Form form = form(act(LEADER, new Interaction.Command("start", Map.of("pace", "self"))));

        Reply refused = act(ANN, new Interaction.Submit(form.action(), Map.of("until", "Friday", "zone", "UTC")));

        assertThat(said(refused).toString()).contains("Only a teacher");
    }

    @Test
    void anEndIsMovedByCommandAndByForm() {
        startClub();

        assertThat(extend(Map.of("until", "24 October 18:00")).toString())
                .contains("Saturday, 24 October 2026, 18:00", "Europe/Berlin");
        assertThat(end(0)).isEqualTo("2026-10-24 18:00:00Europe/Berlin");

        Form form = form(act(LEADER, new Interaction.Press(button(console(), "Move the end"))));
        assertThat(form.fields()).extracting(Form.Field::name).containsExactly("part", "until", "zone");
        assertThat(form.fields().get(1).value()).isEqualTo("2026-10-24T18:00");
        submit(form, Map.of("part", "1", "until", "2026-10-27T12:00", "zone", "Asia/Tokyo"));
        assertThat(end(1)).isEqualTo("2026-10-27 12:00:00Asia/Tokyo");
        assertThat(end(0)).isEqualTo("2026-10-24 18:00:00Europe/Berlin");
    }

    @Test
    void anEndThatCannotBeIsRefusedWithTheReason() {
        startClub();
        String before = end(0);

        assertThat(extend(Map.of("until", "31 October 18:00")).toString())
                .contains("before the end of “Choosing questions”");
        assertThat(extend(Map.of("until", "2026-10-01 18:00")).toString()).contains("is over already");
        assertThat(extend(Map.of("until", "8")).toString()).contains("For example");
        assertThat(extend(Map.of("until", "24 October 18:00", "minutes", "5")).toString())
                .contains("not both");
        assertThat(end(0)).isEqualTo(before);
    }

    @Test
    void aClassHasNoEndToMove() {
        act(LEADER, new Interaction.Command("start", Map.of()));

        assertThat(extend(Map.of("until", "24 October 18:00")).toString())
                .contains("only in a club", "24 October 18:00");
    }

    @Test
    void aClubThatIsOverGoesOnAgainAndAnswersCount() {
        startClub();
        act(ANN, new Interaction.Press(button(hub(), "Continue")));
        clock.moveTo(BEGIN.plus(Duration.ofDays(11)));
        chat.await("the close", room -> room.room().toString().contains("The lesson is over"));

        assertThat(extend(Map.of("until", "in 3 days")).toString()).contains("now ends");

        chat.await(
                "the hub",
                room -> room.room().toString().contains("going on until")
                        && !room.room().toString().contains("The lesson is over")
                        && !room.room().toString().contains("What this class did"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.RUNNING);
        assertThat(new Lessons(store.database().jdbi())
                        .round(lesson().id(), "welcome", 1)
                        .orElseThrow()
                        .phase())
                .isEqualTo(Phase.OPEN);

        clock.move(Duration.ofDays(4));
        chat.await("the second close", room -> room.room().toString().contains("The lesson is over"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.ENDED);
    }

    @Test
    void aClubIsNotOpenedAgainWhereAnotherLessonIsUnderWay() {
        startClub();
        act(LEADER, new Interaction.Command("end", Map.of()));
        act(LEADER, new Interaction.Press(Action.of(lesson().id(), Verb.END_NOW, "")));
        chat.await("the console", room -> room.console().toString().contains("Open it again"));
        Action again = button(chat.console(), "Open it again");
        act(LEADER, new Interaction.Command("start", Map.of()));

        Form form = form(act(LEADER, new Interaction.Press(again)));
        Reply refused = submit(form, Map.of("until", "in 3 days", "zone", "UTC"));

        assertThat(said(refused).toString()).contains("not opened again", "in 3 days");
    }

    private void startClub() {
        Message offer = said(
                act(LEADER, new Interaction.Command("start", Map.of("pace", "self", "until", "30 October 09:00"))));
        act(LEADER, new Interaction.Press(button(offer, "Start the club")));
        chat.await("the post", room -> !room.room().isEmpty());
    }

    private Message extend(Map<String, String> options) {
        return said(act(LEADER, new Interaction.Command("extend", options)));
    }

    private Message console() {
        return said(act(LEADER, new Interaction.Command("console", Map.of())));
    }

    private Reply submit(Form form, Map<String, String> values) {
        return act(LEADER, new Interaction.Submit(form.action(), values));
    }

    private static Form form(Reply reply) {
        return ((Reply.OpenForm) reply).form();
    }

    private static Message said(Reply reply) {
        return reply instanceof Reply.Console console ? console.message() : ((Reply.Whisper) reply).message();
    }

    private Message hub() {
        return chat.room().stream()
                .filter(post -> post.toString().contains("a club"))
                .findFirst()
                .orElseThrow();
    }

    private static Action button(Message message, String label) {
        return message.blocks().stream()
                .filter(block -> block instanceof Block.Buttons)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .filter(button -> button.label().equals(label))
                .map(Button::action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " in " + message));
    }

    private Reply act(Person who, Interaction.Act act) {
        return engine.handle(new Interaction("i" + ++interactions, ROOM, who, clock.instant(), act))
                .join();
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

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }
}
