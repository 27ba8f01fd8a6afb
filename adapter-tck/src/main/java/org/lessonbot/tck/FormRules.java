package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;

/** Forms are opened, filled in, corrected and opened again. */
interface FormRules extends Rules {
    @Test
    default void aFormShowsItsFieldsAndWhatStandsInThem() {
        Sheet sheet = opened(school().classroom(), "as before", "5");

        assertThat(sheet.title()).isEqualTo("A form");
        assertThat(sheet.fields()).extracting(Sheet.Field::label).containsExactly("A line", "A text", "A choice");
        assertThat(sheet.fields()).extracting(Sheet.Field::required).containsExactly(true, false, true);
        assertThat(sheet.fields()).extracting(Sheet.Field::value).containsExactly("as before", "", "Five stars");
        assertThat(sheet.fields()).extracting(Sheet.Field::limit).containsExactly(60, 1000, 0);
        assertThat(sheet.fields().get(2).options()).containsExactly("One star", "Five stars");
    }

    @Test
    default void aFormSaysWhatItIsAbout() {
        assertThat(opened(school().classroom(), "", "").source()).contains("What the form is about");
    }

    @Test
    default void whatIsFilledInComesBackByFieldAsItWasWritten() {
        Classroom room = school().classroom();
        Sheet sheet = opened(room, "", "");
        String written = "Two lines,\n**and** <more> & \"quotes\" 🎈";
        bot().script().answerNext(Reply.whisper("Taken"));

        Seen seen =
                room.submit(student(1), sheet, Map.of("A line", "short", "A text", written, "A choice", "One star"));

        assertThat(seen.says("Taken")).isTrue();
        assertThat(bot().script().lastHeard().act())
                .isEqualTo(new Interaction.Submit(
                        Blocks.action("form"), Map.of("line", "short", "text", written, "rating", "1")));
    }

    @Test
    default void aFieldLeftEmptyComesBackEmpty() {
        Classroom room = school().classroom();
        Sheet sheet = opened(room, "kept", "1");
        bot().script().answerNext(Reply.whisper("Taken"));

        room.submit(student(1), sheet, Map.of("A line", "kept", "A choice", "One star"));

        Interaction.Submit submit =
                (Interaction.Submit) bot().script().lastHeard().act();
        assertThat(submit.value("line")).isEqualTo("kept");
        assertThat(submit.value("text")).isEmpty();
    }

    @Test
    default void aFormThatIsRefusedSaysWhyAndCanBeCorrected() {
        Classroom room = school().classroom();
        Sheet sheet = opened(room, "", "");
        Map<String, String> values = Map.of("A line", "bad", "A text", "", "A choice", "One star");
        bot().script()
                .answerNext(new Reply.FixForm(
                        Map.of("line", "Not that one"), Message.text("Not that one. You wrote: bad")));

        Seen refused = room.submit(student(1), sheet, values);

        assertThat(refused.text()).contains("Not that one");
        if (school().lacks().containsKey(Feature.CORRECTIONS)) {
            assertThat(refused.text()).as("what is gone with the form").contains("You wrote: bad");
        } else {
            assertThat(refused.faults()).isEqualTo(Map.of("A line", "Not that one"));
            bot().script().answerNext(Reply.whisper("Now it is taken"));
            Seen taken = room.submit(student(1), sheet, Map.of("A line", "good", "A text", "", "A choice", "One star"));
            assertThat(taken.says("Now it is taken")).isTrue();
        }
    }

    @Test
    default void aFormCanBeOpenedAgain() {
        Classroom room = school().classroom();
        opened(room, "first", "");
        Sheet second = opened(room, "second", "");
        assertThat(second.fields().get(0).value()).isEqualTo("second");
        bot().script().answerNext(Reply.whisper("Taken"));
        assertThat(room.submit(student(1), second, Map.of("A line", "third", "A choice", "Five stars"))
                        .says("Taken"))
                .isTrue();
    }

    @Test
    default void aMomentStandsInAFormAndComesBackAsADayAndATime() {
        Classroom room = school().classroom();
        bot().script().answerNext(Reply.whisper(Blocks.formButton()));
        Card card = room.command(student(1), "help").card();
        bot().script().answerNext(new Reply.OpenForm(Blocks.momentForm("2026-12-04T18:00")));
        Sheet sheet = room.press(student(1), card, "Open the form").sheet();
        assertThat(sheet.fields()).extracting(Sheet.Field::value).containsExactly("2026-12-04T18:00");
        bot().script().answerNext(Reply.whisper("Taken"));

        room.submit(student(1), sheet, Map.of("Until when", "2026-12-24T17:30"));

        assertThat(bot().script().lastHeard().act())
                .isEqualTo(new Interaction.Submit(Blocks.action("moment"), Map.of("moment", "2026-12-24T17:30")));
    }

    @Test
    default void hostileTextsInAFormStandThereAsTheyWereWritten() {
        Classroom room = school().classroom();
        for (String text : List.of("*a* <@1> & `b`", "\"><script>alert(1)</script>", "&lt;b&gt; \\*")) {
            assertThat(opened(room, text, "").fields().get(0).value()).isEqualTo(text);
        }
    }

    /** A form is opened by a button, as every form is. */
    private Sheet opened(Classroom room, String line, String choice) {
        Message button = Blocks.formButton();
        bot().script().answerNext(Reply.whisper(button));
        Card card = room.command(student(1), "help").card();
        bot().script().answerNext(new Reply.OpenForm(Blocks.form(line, choice)));
        return room.press(student(1), card, "Open the form").sheet();
    }
}
