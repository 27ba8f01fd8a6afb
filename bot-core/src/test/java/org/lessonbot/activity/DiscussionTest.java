package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Lesson;

class DiscussionTest {
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
