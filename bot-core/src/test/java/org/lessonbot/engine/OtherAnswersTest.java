package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.Results;
import org.lessonbot.report.Export;

/** What people in a club are shown of others' reasons, and what comes of it. */
class OtherAnswersTest extends ClubOverDays {
    private static final Person ANN = person("ann");

    private static final List<String> THREE = List.of("cleo", "dan", "eve");

    @BeforeEach
    void startClub() {
        start(ROOM);
    }

    @Test
    void theFirstReadsWhatWasPreparedAfterTheirOwnAnswerAndKeepsOrChanges() {
        Message question = untilSeen(ANN, VOTE);
        assertThat(question.toString())
                .doesNotContain("Prepared for this lesson", "How your club chose", "Do you keep your choice");

        Message sealed = press(ANN, button(question, "B"));

        List<String> shown = texts(sealed);
        assertThat(sealed.toString())
                .contains("Your choice: B. It counts.", "One could also choose A (", "said by nobody in your club")
                .doesNotContain("Somebody else", "until the reveal");
        assertThat(place(shown, "You chose B")).isLessThan(place(shown, "How your club chose so far: 1 person"));
        assertThat(place(shown, "How your club chose so far")).isLessThan(place(shown, "One could also choose"));
        assertThat(place(shown, "One could also choose")).isLessThan(place(shown, "Do you keep your choice"));
        assertThat(press(ANN, button(sealed, "Keep B")).toString()).contains("You kept B.");
        assertThat(press(ANN, button(sealed, "Change to A")).toString()).contains("You changed to A.");
        assertThat(shownTo(ANN)).containsExactly("");
    }

    @Test
    void fromThreeReasonsOnSomebodyElsesIsReadAndNobodyIsNamed() {
        reason("cleo", "a", "Cleo would say this one is kinder");
        reason("dan", "a", "Dan thinks it answers the question");
        reason("eve", "a", "idk");
        assertThat(press(ANN, button(untilSeen(ANN, VOTE), "B")).toString()).contains("Prepared for this lesson");

        reason("finn", "a", "Finn likes that it is short");
        Message ben = press(person("ben"), button(untilSeen(person("ben"), VOTE), "B"));

        assertThat(ben.toString())
                .contains("Somebody else in your club chose A (")
                .containsAnyOf("is kinder", "answers the question", "it is short")
                .doesNotContain("idk", "Prepared for this lesson", "name-of");
        assertThat(again(ANN).toString()).as("the first one stays").contains("Prepared for this lesson");
        assertThat(press(person("gil"), button(untilSeen(person("gil"), VOTE), "A"))
                        .toString())
                .as("their own side")
                .doesNotContain("Somebody else")
                .contains("One could also choose B (");
    }

    @Test
    void theReasonOfWhoeverLeavesOrIsForgottenGivesWay() {
        for (String name : List.of("cleo", "dan", "eve", "finn", "gil")) {
            reason(name, "a", "This is what moves " + name);
        }
        press(ANN, button(untilSeen(ANN, VOTE), "B"));
        String first = shownTo(ANN).get(0);
        assertThat(again(ANN).toString()).contains("what moves " + first);

        command(person(first), "leave", Map.of());
        assertThat(again(ANN).toString()).contains("This is what moves").doesNotContain("what moves " + first);
        String second = shownTo(ANN).get(0);
        assertThat(second).isNotEqualTo(first);
        press(person(second), Action.of(lesson().id(), Verb.FORGET_NOW, ""));

        assertThat(again(ANN).toString())
                .contains("This is what moves")
                .doesNotContain("what moves " + first, "what moves " + second);
        assertThat(shownTo(ANN)).hasSize(1).doesNotContain(first, second);
    }

    @Test
    void everybodySeesWhichReasonsOfOthersTheyWereShownAndNoName() {
        THREE.forEach(name -> reason(name, "a", "This is what moves " + name));
        press(ANN, button(untilSeen(ANN, VOTE), "B"));

        assertThat(kept(ANN))
                .contains("Preference Rater, round 1: you read a reason for A (", "This is what moves")
                .doesNotContain("name-of-c", "name-of-d", "name-of-e");
        command(person(shownTo(ANN).get(0)), "leave");
        assertThat(kept(ANN))
                .contains("you read a reason for A (", "which is shown no longer")
                .doesNotContain("what moves");
    }

    private String kept(Person who) {
        Message page = command(who, "me");
        String all = page.toString();
        while (find(page, "More").isPresent()) {
            page = press(who, button(page, "More"));
            all += page;
        }
        return all;
    }

    @Test
    void afterTheMindIsMadeUpNothingElseIsShown() {
        for (String name : List.of("cleo", "dan", "eve", "finn")) {
            reason(name, "a", "This is what moves " + name);
        }
        Message sealed = press(ANN, button(untilSeen(ANN, VOTE), "B"));
        press(ANN, button(sealed, "Change to A"));
        String read = shownTo(ANN).get(0);

        command(person(read), "leave", Map.of());

        assertThat(again(ANN).toString()).doesNotContain("This is what moves").contains("You changed to A.");
        assertThat(shownTo(ANN)).containsExactly(read);
    }

    @Test
    void theCloseSaysWhatSwayedPeopleAndNamesNobody() {
        for (int n = 1; n <= 6; n++) {
            Person reader = person("reader-" + n);
            Message sealed = press(reader, button(untilSeen(reader, VOTE), "B"));
            press(reader, button(sealed, n <= 2 ? "Change to A" : "Keep B"));
        }
        reason("cleo", "a", "Cleo would say this one is kinder");
        press(ANN, button(untilSeen(ANN, VOTE), "A"));

        press(LEADER, button(command(LEADER, "end"), "End it"));

        chat.await("the close", room -> room.room().toString().contains("What swayed people"));
        String room = chat.room().toString();
        assertThat(room)
                .contains("On your own: 0 of 8", "(prepared for this lesson): 6 read it, 2 of them then changed.")
                // Ann and Cleo read what was prepared for the other side.
                .contains("1 other reason was read by fewer than 5: too few to say.")
                .doesNotContain("name-of", "Cleo would say");
        Export export =
                new Results(store.database()).lesson(lesson().id(), true).orElseThrow();
        assertThat(export.reasons(Export.Separator.COMMA))
                .contains("\"true\",\"6\",\"2\"", "\"true\",\"2\",\"\"")
                .doesNotContain("name-of", "reader-")
                // A pseudonym begins a word; an item's name may have the same two signs within.
                .doesNotContainPattern("\\bp-");
        assertThat(export.json())
                .contains("\"stretches\":[{\"finished\":0,\"stretch\":\"On your own\",\"students\":8}", "\"shown\":6")
                .contains("\"changed\":2", "\"shown\":2")
                .containsOnlyOnce("\"changed\":");
    }

    private List<String> shownTo(Person viewer) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(owner, '') from reason_shown where viewer = :viewer and step = 'prefer'")
                        .bind("viewer", viewer.id())
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> texts(Message message) {
        return message.blocks().stream().map(Block::toString).toList();
    }

    private static int place(List<String> shown, String text) {
        for (int n = 0; n < shown.size(); n++) {
            if (shown.get(n).contains(text)) {
                return n;
            }
        }
        throw new AssertionError("no " + text + " in " + shown);
    }
}
