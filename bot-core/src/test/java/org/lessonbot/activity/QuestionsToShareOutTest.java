package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;

/** From a pair's first question to its answer before the class. */
class QuestionsToShareOutTest {
    private final PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);

    @BeforeEach
    void openQuestions() {
        room.open("ask");
    }

    @Test
    void aFormSentTwiceWritesTheSameQuestions() {
        Interaction.Submit form = fill("s1", "Why?", "Who?", "");
        room.act("s1", form);
        room.act("s1", form);
        assertThat(room.entries().owner("pair:1").all())
                .extracting(Entry::value)
                .containsExactly("Why?", "Who?");
    }

    @Test
    void partnersWhoWriteAtTheSameTimeKeepBothLists() {
        Interaction.Submit one = fill("s1", "Why?", "", "");
        Interaction.Submit other = fill("s8", "Who?", "", "");
        room.act("s1", one);
        room.act("s8", other);
        assertThat(room.entries().owner("pair:1").size()).isEqualTo(2);
    }

    @Test
    void theRoomSeesOnlyHowManyPairsAreThere() {
        room.act("s1", fill("s1", "A secret question?", "Two?", "Three?"));
        assertThat(Fits.all(room.drawing().room()))
                .contains("1 of 4 pairs has 3 questions")
                .doesNotContain("secret");
    }

    @Test
    void eitherPartnerMayChangeAQuestionOrTakeItBackAndNobodyElse() {
        room.act("s1", fill("s1", "Why?", "Who?", ""));
        String why =
                pickers(room.drawing().person("s8")).get(0).options().get(0).value();
        assertThat(room.pick("s2", "edit", why).reply()).isInstanceOf(Reply.Whisper.class);
        room.act("s8", edit("s8", why, "Why not?"));
        assertThat(room.entries().owner("pair:1").all())
                .extracting(Entry::value)
                .contains("Why not?");
        room.act("s1", edit("s1", why, ""));
        assertThat(room.entries().owner("pair:1").all())
                .extracting(Entry::value)
                .containsExactly("Who?");
    }

    @Test
    void anUpvoteDeliveredTwiceCountsOnceAndCanBeTakenBack() {
        room.open("board");
        String top = rows().get(0).button().action().argument();
        room.press("s1", "up", top);
        room.press("s1", "up", top);
        assertThat(rows().get(0).note()).isEqualTo("1 upvote");
        room.press("s1", "down", top);
        assertThat(rows().get(0).note()).isEqualTo("0 upvotes");
    }

    @Test
    void theBoardStandsByPinsThenUpvotes() {
        room.act("s1", fill("s1", "Mine?", "", ""));
        room.open("board");
        String mine = code("Mine?");
        room.press("s1", "up", mine);
        assertThat(rows()).hasSize(6);
        assertThat(rows().get(0).text()).isEqualTo("Mine?");
        String last = rows().get(5).button().action().argument();
        room.pick(PaperClass.TEACHER, "pin", last);
        assertThat(rows().get(0).button().action().argument()).isEqualTo(last);
    }

    @Test
    void everybodyIsToldWhichQuestionTheyDidWhatTo() {
        room.act("s1", fill("s1", "One?", "Uno?", ""));
        room.open("board");
        String one = code("One?");
        assertThat(room.press("s2", "up", one).reply().toString()).contains("Upvoted: One?");
        assertThat(room.press("s2", "down", one).reply().toString()).contains("Upvote taken back: One?");
        room.press("s3", "up", one);
        room.pick(PaperClass.TEACHER, "pin", one);
        room.pick(PaperClass.TEACHER, "choose", one);
        room.pick(PaperClass.TEACHER, "hide", code("Uno?"));
        assertThat(room.entries().step("board").all().stream().map(room::recall))
                .containsExactlyInAnyOrder(
                        "You upvoted: One?",
                        "You pinned a question to the top: One?",
                        "You chose a question to investigate: One?",
                        "You hid a question: Uno?");
    }

    @Test
    void mergedQuestionsUniteTheirUpvoters() {
        room.act("s1", fill("s1", "One?", "Uno?", ""));
        room.open("board");
        String one = code("One?");
        String uno = code("Uno?");
        room.press("s1", "up", one);
        room.press("s2", "up", one);
        room.press("s2", "up", uno);
        room.press("s3", "up", uno);
        room.pick(PaperClass.TEACHER, "merge", one, uno);
        assertThat(rows().get(0).note()).isEqualTo("3 upvotes");
        assertThat(rows()).hasSize(6);
        assertThat(room.drawing().console().blocks())
                .contains(new Block.Text("1 question has been merged into another, with its upvotes."));
    }

    @Test
    void aQuestionStandsByItselfAgainOnceTheOneItWasMergedIntoIsGone() {
        room.act("s1", fill("s1", "One?", "", ""));
        room.act("s2", fill("s2", "Uno?", "", ""));
        room.open("board");
        room.press("s3", "up", code("One?"));
        room.press("s4", "up", code("Uno?"));
        room.pick(PaperClass.TEACHER, "merge", code("One?"), code("Uno?"));
        assertThat(texts(rows())).containsOnlyOnce("One?").doesNotContain("Uno?");

        room.forget("pair:1");

        assertThat(rows().get(0).text()).isEqualTo("Uno?");
        assertThat(rows().get(0).note()).isEqualTo("1 upvote");
        assertThat(room.drawing().console().toString()).doesNotContain("merged into another");
    }

    /** What others did with a question hangs on its field. */
    @Test
    void aNewQuestionIsNotTheOneThatWasTakenBackBeforeIt() {
        room.act("s1", fill("s1", "Why?", "", ""));
        String why = picked("s1", 0);
        room.act("s1", edit("s1", why, "Why not?"));
        assertThat(picked("s1", 0)).as("a changed one is the same").isEqualTo(why);
        room.act("s1", fill("s1", "Why?", "", ""));
        assertThat(picked("s1", 1)).as("both stand").isNotEqualTo(why);
        room.act("s1", edit("s1", why, ""));
        room.act("s1", edit("s1", picked("s1", 0), ""));

        room.act("s1", fill("s1", "Who?", "", ""));

        assertThat(picked("s1", 0)).isNotEqualTo(why);
    }

    @Test
    void studentsCannotDoWhatTeachersDoToTheBoard() {
        room.open("board");
        String top = rows().get(0).button().action().argument();
        for (String verb : List.of("hide", "show", "pin", "unpin", "choose", "unchoose", "merge", "stays", "unmerge")) {
            assertThat(room.pick("s1", verb, top, top).entries()).as(verb).isEmpty();
        }
        assertThat(room.pick(PaperClass.TEACHER, "hide", top).entries()).hasSize(1);
    }

    @Test
    void theWholeBoardIsWhisperedInPagesWithOnesOwnVotes() {
        threePairsAskNineQuestions();
        assertThat(rows()).hasSize(8);
        String upvote = rows(whispered(room.press("s1", "page", "1")))
                .get(3)
                .button()
                .action()
                .argument();
        Message page = whispered(room.press("s1", "up", upvote));
        assertThat(Fits.all(page)).contains("page 1 of 2", "1 upvote").doesNotContain("2 upvotes");
        assertThat(page.blocks().stream().flatMap(Fits::buttons))
                .anyMatch(button -> button.action().verb().equals("down"));
    }

    @Test
    void anUpvoteMovesNothingOnAPageOfTheWholeBoard() {
        threePairsAskNineQuestions();
        List<Block.Row> before = rows(whispered(room.press("s1", "page", "2")));
        assertThat(before).hasSizeGreaterThan(1);
        for (Block.Row row : before) {
            String upvote = row.button().action().argument();
            assertThat(rows(whispered(room.press("s1", "up", upvote))))
                    .extracting(Block.Row::text)
                    .containsExactlyElementsOf(texts(before));
        }
        assertThat(rows().get(0).text())
                .as("the room sees the most wanted first")
                .isIn(texts(before));
    }

    @Test
    void whatTheTeacherChoseIsInvestigatedElseWhatTheClassWantsMost() {
        room.act("s1", fill("s1", "Wanted?", "Chosen?", ""));
        room.open("board");
        room.press("s1", "up", code("Wanted?"));
        room.open("investigate");
        assertThat(Fits.all(room.drawing().room())).contains("Wanted?").doesNotContain("Chosen?");
        PaperClass other = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
        other.open("board");
        Option second = pickers(other.drawing().console()).get(0).options().get(1);
        other.pick(PaperClass.TEACHER, "choose", second.value());
        other.open("investigate");
        assertThat(Fits.all(other.drawing().room())).contains(second.label().replace("…", ""));
    }

    @Test
    void pairsAnswerTogetherAndShareOutDifferentAnswersFirst() {
        room.open("investigate");
        room.submit("s1", "write", "", Map.of("answer-1", "the raters decide what is good"));
        room.submit("s8", "write", "", Map.of("answer-1", "the raters decide what is good for us"));
        room.submit("s2", "write", "", Map.of("answer-1", "the raters decide what is good too"));
        room.submit("s3", "write", "", Map.of("answer-1", "nobody knows"));
        assertThat(Fits.all(room.drawing().room()))
                .contains("3 of 4 pairs have answered")
                .doesNotContain("nobody knows");
        room.open("share");
        assertThat(Fits.all(room.drawing().room())).contains("nobody knows");
        Outcome called = room.pick(PaperClass.TEACHER, "call", "pair:2");
        assertThat(called.move()).contains(new Move.Again("pair:2"));
        assertThat(room.pick("s1", "call", "pair:2").move()).isEmpty();
        assertThat(room.open("share", "2")).isTrue();
        assertThat(Fits.all(room.drawing().room())).contains("Pair 2 (Student 3, Student 6): your turn!");
    }

    private String picked(String person, int place) {
        return pickers(room.drawing().person(person))
                .get(0)
                .options()
                .get(place)
                .value();
    }

    private Interaction.Submit fill(String person, String... questions) {
        Form form = ((Reply.OpenForm) room.press(person, "ask", "").reply()).form();
        Map<String, String> values = new HashMap<>();
        for (int n = 0; n < questions.length; n++) {
            values.put(form.fields().get(n).name(), questions[n]);
        }
        return new Interaction.Submit(form.action(), values);
    }

    private Interaction.Submit edit(String person, String question, String text) {
        Form form = ((Reply.OpenForm) room.pick(person, "edit", question).reply()).form();
        return new Interaction.Submit(form.action(), Map.of("edit", text));
    }

    private void threePairsAskNineQuestions() {
        for (String person : List.of("s1", "s2", "s3")) {
            room.act(person, fill(person, person + " a?", person + " b?", person + " c?"));
        }
        room.open("board");
    }

    private static Message whispered(Outcome outcome) {
        return ((Reply.Whisper) outcome.reply()).message();
    }

    private static List<String> texts(List<Block.Row> rows) {
        return rows.stream().map(Block.Row::text).toList();
    }

    private List<Block.Row> rows() {
        return rows(room.drawing().room());
    }

    private static List<Block.Row> rows(Message message) {
        return message.blocks().stream()
                .filter(Block.Row.class::isInstance)
                .map(Block.Row.class::cast)
                .toList();
    }

    private static List<Block.Picker> pickers(Message message) {
        return message.blocks().stream()
                .filter(Block.Picker.class::isInstance)
                .map(Block.Picker.class::cast)
                .toList();
    }

    private String code(String text) {
        return pickers(room.drawing().console()).get(0).options().stream()
                .filter(option -> option.label().equals(text))
                .map(Option::value)
                .findFirst()
                .orElseThrow();
    }
}
