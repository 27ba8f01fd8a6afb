package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.lessonbot.chat.Verb;

/** Whoever leads a club looks through the reasons that others read, hides some, and prepares their own. */
class ReasonControlsTest extends ClubOverDays {
    private static final Person ANN = person("ann");
    private static final List<String> THREE = List.of("cleo", "dan", "eve");

    @BeforeEach
    void startClub() {
        start(ROOM);
    }

    @Test
    void whatOthersReadIsListedWithoutNamesAndWhatNobodyReadsIsNot() {
        reason("cleo", "a", "This is what moves cleo");
        assertThat(list().toString()).contains("prepared for the lesson").doesNotContain("moves cleo");

        reason("dan", "a", "This is what moves dan");
        reason("eve", "a", "This is what moves eve");

        assertThat(list().toString())
                .contains("This is what moves cleo", "This is what moves dan", "This is what moves eve", "not read yet")
                .doesNotContain("name-of");
    }

    @Test
    void whatIsHiddenNobodyReadsFromThenOnUntilItIsShownAgain() {
        THREE.forEach(name -> reason(name, "a", "This is what moves " + name));
        reason("finn", "a", "This is what moves finn");
        press(ANN, button(untilSeen(ANN, VOTE), "B"));
        String read = again(ANN).toString().replaceAll("(?s).*This is what moves (\\w+).*", "$1");

        Message hidden = press(LEADER, row(list(), "moves " + read).action());

        assertThat(row(hidden, "moves " + read).label()).isEqualTo("Undo");
        assertThat(again(ANN).toString()).contains("This is what moves").doesNotContain("moves " + read);
        press(LEADER, row(hidden, "moves " + read).action());
        assertThat(row(list(), "moves " + read).label()).isEqualTo("Hide");
    }

    @Test
    void whatWasPreparedIsHiddenTheSameWay() {
        press(ANN, button(untilSeen(ANN, VOTE), "B"));
        assertThat(again(ANN).toString()).contains("One could also choose A (");

        for (Block.Row row : rows(list())) {
            press(LEADER, row.button().action());
        }

        assertThat(again(ANN).toString()).doesNotContain("One could also choose");
    }

    @Test
    void aReasonOfTheLeadersStandsInUntilThreeMembersGaveTheirOwn() {
        assertThat(seed("a", "no").toString()).contains("three words");
        assertThat(seed("a", "Somebody might find this one calmer").toString()).contains("Your reason is ready");

        press(ANN, button(untilSeen(ANN, VOTE), "B"));
        assertThat(again(ANN).toString())
                .contains("Somebody might find this one calmer", "Prepared by your leader, and said by nobody")
                .doesNotContain("Prepared for this lesson");
        assertThat(row(list(), "calmer").toString()).isNotEmpty();
        assertThat(list().toString()).contains("prepared by you, read by fewer than 5");

        THREE.forEach(name -> reason(name, "a", "This is what moves " + name));
        Person ben = person("ben");
        assertThat(press(ben, button(untilSeen(ben, VOTE), "B")).toString())
                .contains("This is what moves")
                .doesNotContain("Somebody might find this one calmer");
    }

    @Test
    void whatTwoWhoLeadPrepareAtOneTimeIsNotOverwrittenUnseen() {
        Action open = button(list(), "Prepare one");
        Form early = form(open);
        Form late = form(open);
        assertThat(send(early, "a", "Somebody might find this one calmer").toString())
                .contains("Your reason is ready");

        Message told = send(late, "a", "Somebody might find this one kinder");

        assertThat(told.toString()).contains("NOT taken", "this one calmer", "this one kinder");
        Form again = form(button(told, "Open the form again"));
        assertThat(again.about()).contains("this one calmer");
        assertThat(send(again, "a", "Somebody might find this one kinder").toString())
                .contains("Your reason is ready");
        assertThat(form(open).about()).contains("kinder").doesNotContain("calmer");
    }

    @Test
    void ofTwoWhoSendInTheSameInstantOneIsToldWhatTheOtherPrepared() {
        Form form = form(button(list(), "Prepare one"));
        engine("two");

        List<Reply> told = store.held(
                "select from lesson for update",
                () -> sent(0, form, "Somebody might find this one calmer"),
                () -> sent(1, form, "Somebody might find this one kinder"));

        assertThat(told)
                .extracting(Reply::toString)
                .filteredOn(one -> one.contains("Your reason is ready"))
                .hasSize(1);
        assertThat(told)
                .extracting(Reply::toString)
                .filteredOn(one -> one.contains("NOT taken"))
                .singleElement()
                .asString()
                .contains("this one calmer", "this one kinder");
    }

    private CompletableFuture<Reply> sent(int engine, Form form, String text) {
        String answer = form.fields().get(0).options().get(0).value();
        Interaction.Submit sent = new Interaction.Submit(form.action(), Map.of("answer", answer, "reason", text));
        return engines.get(engine).handle(new Interaction("sent-" + engine, ROOM, LEADER, clock.instant(), sent));
    }

    @Test
    void atTheCloseWhatIsHiddenStandsInNoSummaryAlsoIfItIsHiddenAfterwards() {
        for (int n = 1; n <= 5; n++) {
            press(person("r" + n), button(untilSeen(person("r" + n), VOTE), "B"));
        }
        press(LEADER, button(command(LEADER, "end"), "End it"));
        chat.await("the close", room -> room.room().toString().contains("(prepared for this lesson): 5 read it"));

        press(LEADER, row(list(), "read by 5").action());

        chat.await("the close without it", room -> !room.room().toString().contains("prepared for this lesson"));
    }

    @Test
    void noMemberSeesOrChangesTheList() {
        press(ANN, button(untilSeen(ANN, VOTE), "B"));
        Block.Row prepared = rows(list()).get(0);

        for (Action forged : List.of(
                Action.of(lesson().id(), Verb.REASONS, "prefer/1"),
                prepared.button().action(),
                Action.of(lesson().id(), Verb.SEED, "prefer/1"))) {
            assertThat(press(ANN, forged).toString())
                    .contains("Only whoever leads")
                    .doesNotContain(prepared.text());
        }
        assertThat(row(list(), prepared.text()).label()).isEqualTo("Hide");
    }

    /** The list of the round of the vote, by the console's button and the list of rounds. */
    private Message list() {
        Action open = Action.of(lesson().id(), Verb.REASONS, "");
        assertThat(command(LEADER, "console").toString() + lesson().endedAt()).containsAnyOf("Reasons", "Optional[");
        assertThat(press(LEADER, open).toString()).contains("Reasons that others read", "Another round");
        return act(ROOM, LEADER, new Interaction.Pick(open, List.of("prefer/1")));
    }

    private Message seed(String side, String text) {
        return send(form(button(list(), "Prepare one")), side, text);
    }

    private Form form(Action open) {
        return ((Reply.OpenForm) reply(ROOM, LEADER, new Interaction.Press(open))).form();
    }

    private Message send(Form form, String side, String text) {
        String answer =
                form.fields().get(0).options().get(side.equals("a") ? 0 : 1).value();
        Reply reply =
                reply(ROOM, LEADER, new Interaction.Submit(form.action(), Map.of("answer", answer, "reason", text)));
        return reply instanceof Reply.FixForm fix ? Message.text(fix.reasons().toString()) : seen(reply);
    }

    private static List<Block.Row> rows(Message list) {
        return list.blocks().stream()
                .filter(block -> block instanceof Block.Row)
                .map(block -> (Block.Row) block)
                .toList();
    }

    private static Button row(Message list, String text) {
        return rows(list).stream()
                .filter(row -> row.toString().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + text + " in " + list))
                .button();
    }
}
