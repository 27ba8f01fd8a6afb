package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;

/** One member of a club has more time than the others. */
class MoreTimeTest extends ClubOverDays {
    private static final Instant CLOSE = Instant.parse("2026-10-30T09:00:00Z");
    private static final String GUESS = "Stage Matcher (1 of 3)";

    @Test
    void whoeverHasMoreTimeAnswersAfterTheCloseAndSeesWhatCameOfIt() {
        Action guess = begun();
        assertThat(command(LEADER, "extend", Map.of("person", "Ann", "until", "1 November 18:00"))
                        .toString())
                .contains("Ann can go on until Sunday, 1 November 2026, 18:00");
        closes();

        chat.await(
                "the word that she has more time",
                room -> room.whispers().toString().contains("You have more time"));
        chat.await("a way on", MoreTimeTest::leadsOn);
        assertThat(press(ANN, button(hub(), "Continue")).toString()).contains("You have time until", GUESS);
        assertThat(press(ANN, guess).toString()).contains("You guessed").doesNotContain("did not count");
        assertThat(press(BEN, button(hub(), "Continue")).toString()).contains("This club is over");
        assertThat(press(BEN, guess).toString()).contains("did not count");
        chat.await(
                "the figures to say so",
                room -> room.room().toString().contains("One of you answered after the close"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.ENDED);
    }

    @Test
    void oncePastTheirTimeNothingCountsAndNothingLeadsOn() {
        Action guess = begun();
        closes();
        Message list = press(LEADER, console("More time for one"));
        givesAnn(list, "in 2 days");
        assertThat(command(LEADER, "me").toString()).doesNotContain("more time");
        assertThat(command(ANN, "me").toString()).contains("You were given more time");
        chat.await("a way on", MoreTimeTest::leadsOn);

        moveTo(clock.instant().plus(Duration.ofDays(3)));

        chat.await("no way on any more", room -> !leadsOn(room));
        assertThat(press(ANN, guess).toString()).contains("did not count");
    }

    @Test
    void whatSomebodyElseGaveMeanwhileIsNotOverwrittenUnseen() {
        begun();
        Block.Picker names = (Block.Picker) press(LEADER, console("More time for one")).blocks().stream()
                .filter(block -> block instanceof Block.Picker)
                .findFirst()
                .orElseThrow();
        Interaction.Pick ann = new Interaction.Pick(names.action(), List.of(ANN.id()));
        Form form = ((Reply.OpenForm) reply(ROOM, LEADER, ann)).form();
        command(LEADER, "extend", Map.of("person", "Ann", "until", "1 November 18:00"));
        Map<String, String> mine = Map.of("until", "2 November 18:00", "zone", "UTC");

        Message told = act(ROOM, LEADER, new Interaction.Submit(form.action(), mine));

        assertThat(told.toString()).contains("NOT taken", "1 November 2026, 18:00", "2 November 18:00");
        Form again = ((Reply.OpenForm) reply(ROOM, LEADER, new Interaction.Press(button(told, "Open the form again"))))
                .form();
        assertThat(act(ROOM, LEADER, new Interaction.Submit(again.action(), mine))
                        .toString())
                .contains("Ann can go on until Monday, 2 November 2026, 18:00");
    }

    @Test
    void beforeTheCloseNobodyNeedsIt() {
        begun();

        assertThat(command(LEADER, "extend", Map.of("person", "Ann", "until", "24 October 18:00"))
                        .toString())
                .contains("the club itself goes on until Friday, 30 October 2026, 09:00");
        assertThat(command(LEADER, "extend", Map.of("person", "Zoe", "until", "1 November 18:00"))
                        .toString())
                .contains("Nobody of that name", "What you wrote", "Zoe");
        assertThat(command(ANN, "extend", Map.of("person", "Ann", "until", "1 November 18:00"))
                        .toString())
                .contains("Only whoever leads");
    }

    @Test
    void aZoneThatWasTypedWithoutATimeStandsInTheFormThatAsksForOne() {
        begun();

        Reply asked =
                reply(ROOM, LEADER, new Interaction.Command("extend", Map.of("person", "Ann", "zone", "Europe/Paris")));

        assertThat(((Reply.OpenForm) asked).form().fields())
                .extracting(Form.Field::value)
                .contains("Europe/Paris");
    }

    @Test
    void whatChangesInAClubThatIsOverLeavesTheNextLessonItsConsole() {
        begun();
        closes();
        Message list = press(LEADER, console("More time for one"));
        long next = goesOnWithTheNext();

        givesAnn(list, "1 November 18:00");
        chat.await("all that it changes", room -> pending() == 0);

        assertThat(chat.console().offers()).extracting(Action::lesson).containsOnly(next);
    }

    /** @return the lesson whose console stands by then */
    private long goesOnWithTheNext() {
        command(LEADER, "start");
        long next = lesson().id();
        chat.await(
                "the next lesson's console",
                room -> room.console().offers().stream().allMatch(action -> action.lesson() == next));
        return next;
    }

    private void givesAnn(Message list, String until) {
        Block.Picker names = (Block.Picker) list.blocks().stream()
                .filter(block -> block instanceof Block.Picker)
                .findFirst()
                .orElseThrow();
        Reply asked = reply(ROOM, LEADER, new Interaction.Pick(names.action(), List.of(ANN.id())));
        Form form = ((Reply.OpenForm) asked).form();
        assertThat(act(ROOM, LEADER, new Interaction.Submit(form.action(), Map.of("until", until, "zone", "UTC")))
                        .toString())
                .contains("Ann can go on until");
    }

    private int pending() {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from post where wanted > shown")
                        .mapTo(Integer.class)
                        .one());
    }

    private static boolean leadsOn(PaperPlatform chat) {
        return chat.room().stream().anyMatch(post -> find(post, "Continue").isPresent());
    }

    /** @return a guess on the round that both have before them */
    private Action begun() {
        start(ROOM);
        untilSeen(BEN, GUESS);
        Message seen = untilSeen(ANN, GUESS);
        return seen.blocks().stream()
                .filter(block -> block instanceof Block.Buttons)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .map(button -> button.action())
                .filter(action -> action.verb().equals("guess"))
                .findFirst()
                .orElseThrow();
    }

    private void closes() {
        moveTo(CLOSE.plus(Duration.ofMinutes(1)));
        chat.await("the close", room -> room.room().toString().contains("The club is over"));
    }

    private Action console(String label) {
        chat.await("the console", room -> find(room.console(), label).isPresent());
        return button(chat.console(), label);
    }
}
