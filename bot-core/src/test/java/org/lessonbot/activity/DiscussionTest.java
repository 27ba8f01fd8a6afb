package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.lesson.Lesson;

class DiscussionTest {
    @Test
    void aNewThoughtHasNothingOfOneThatWasTakenOutAndTakenBack() {
        PaperClass room = new PaperClass("how-ai-learns", 2, Lesson.Pace.LIVE);
        room.open("noticed");
        room.submit("s1", "share", "", Map.of("thought", "First"));
        room.submit("s1", "share", "", Map.of("thought", "Kept"));
        Block.Picker hide = (Block.Picker) room.drawing().console().blocks().get(0);
        room.pick(PaperClass.TEACHER, "hide", hide.options().get(1).value());
        assertThat(Fits.all(room.drawing().room())).doesNotContain("First").contains("Kept");
        Block.Row first = (Block.Row) room.drawing().person("s1").blocks().get(0);
        assertThat(first.text()).isEqualTo("First");
        room.act("s1", new Interaction.Press(first.button().action()));

        room.submit("s1", "share", "", Map.of("thought", "Second"));

        assertThat(Fits.all(room.drawing().room())).contains("Second", "Kept");
    }

    @Test
    void whoIsForgottenIsNotCountedAmongThoseWhoWereDivided() {
        PaperClass room = new PaperClass("how-ai-learns", 9, Lesson.Pace.LIVE);
        room.open("prefer");
        for (int n = 1; n <= 9; n++) {
            room.press("s" + n, "vote", n <= 4 ? "a" : "b");
        }
        room.reveal();
        room.open("good");
        assertThat(Fits.all(room.drawing().room())).containsPattern("\\b4\\b.*\\b5\\b");

        room.forget("s1");
        assertThat(Fits.all(room.drawing().room())).containsPattern("\\b3\\b.*\\b5\\b");
        assertThat(room.here().deal()).doesNotContain("for_a");
    }
}
