package org.lessonbot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.lesson.Lesson;

class ReportTest {
    @Test
    void whatIsNotRevealedIsNotInItAndItSaysThatTheLessonGoesOn() {
        PaperClass room = voting();
        String open = report(room);
        room.reveal();
        String revealed = report(room);

        assertThat(open)
                .contains("So far", "6 of 6 answered")
                .doesNotContain("How the class chose", "6 (100 %)", "What to notice");
        assertThat(revealed).contains("So far", "How the class chose", "6 (100 %)");
    }

    @Test
    void peopleGoByPseudonymsUnlessNamesAreAskedFor() {
        PaperClass room = voting();
        room.reveal();

        assertThat(report(room)).containsPattern("p-[0-9a-f]{10}").doesNotContain("Student 1", "Ms T");
        assertThat(Report.of(Pages.facts(room, true), Map.of(), Optional.empty())
                        .html())
                .contains("Student 1");
    }

    @Test
    void whatPeopleWriteIsInert() {
        PaperClass room = new PaperClass("how-ai-learns", 2, Lesson.Pace.LIVE);
        room.open("noticed");
        room.submit("s1", "share", "", Map.of("thought", "<script>alert(\"1\")</script> & <b>bold</b>"));

        assertThat(report(room))
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("<script", "<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"how-ai-learns", "wie-ki-lernt"})
    void aLessonInWhichNothingHappenedYetIsReportedToo(String lesson) {
        PaperClass room = new PaperClass(lesson, 0, Lesson.Pace.LIVE);
        room.open("welcome");

        assertThat(report(room)).contains(room.edition().plan().title()).doesNotContain("NaN");
    }

    private static PaperClass voting() {
        PaperClass room = new PaperClass("how-ai-learns", 6, Lesson.Pace.LIVE);
        room.open("prefer");
        for (int n = 1; n <= 6; n++) {
            room.press("s" + n, "vote", "a");
        }
        return room;
    }

    private static String report(PaperClass room) {
        return Report.of(Pages.facts(room, false), Map.of(), Optional.empty()).html();
    }
}
