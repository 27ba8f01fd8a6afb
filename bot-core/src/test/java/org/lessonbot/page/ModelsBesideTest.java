package org.lessonbot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Phrasebook;

/** Two classes that like different things rate in a shift, and their teacher lays their lessons side by side. */
class ModelsBesideTest {

    @Test
    void whereTheModelsOfTwoClassesDisagreeIsShown() {
        String page = beside(rated(12, true), rated(12, false));

        assertThat(page)
                .contains("What models of these classes disagree on")
                .containsPattern("Of 6\\d pairs they would choose differently on [3-6]\\d")
                .contains("the one that is ten words longer is chosen")
                .doesNotContain("Student");
    }

    @Test
    void aClassOfFourIsTooFewToSay() {
        assertThat(beside(rated(12, true), rated(12, false), rated(4, true)))
                .contains("In one lesson fewer than 5 people rated in a shift, too few to say");
        assertThat(beside(rated(12, true), rated(4, false)))
                .contains("Two classes in which enough people rated")
                .doesNotContain("would choose differently");
    }

    @Test
    void withoutAShiftNothingIsSaidOfModels() {
        assertThat(beside(noShift(), noShift())).doesNotContain("models");
    }

    @Test
    void whoReadsAboutManyChoosesWhichOfThemAreCompared() {
        List<LessonFacts> all =
                Stream.of(noShift(), noShift(), noShift()).map(Pages::over).toList();
        String page = SideBySide.of(all.subList(1, 3), all, Phrasebook.of("en")).html();
        assertThat(page).contains("Choose which lessons", "2 lessons side by side");
        assertThat(page.split("type=\"checkbox\"", -1)).hasSize(4);
        assertThat(SideBySide.of(all, Phrasebook.of("en")).html()).doesNotContain("<form");
    }

    private static PaperClass noShift() {
        return new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
    }

    private static String beside(PaperClass... rooms) {
        return SideBySide.of(List.of(rooms).stream().map(Pages::over).toList(), Phrasebook.of("en"))
                .html();
    }

    /** Everybody rates ten pairs, and chooses the longer response, or the shorter one. */
    private static PaperClass rated(int people, boolean longer) {
        PaperClass room = new PaperClass("how-ai-learns", people, Lesson.Pace.LIVE);
        room.open("shift");
        for (int person = 1; person <= people; person++) {
            Message pair = said(room, "s" + person, "next-pair", "");
            for (int n = 0; n < 10; n++) {
                List<String> texts = pair.blocks().stream()
                        .filter(Block.Quote.class::isInstance)
                        .map(block -> ((Block.Quote) block).text())
                        .toList();
                boolean first = texts.get(1).length() > texts.get(2).length() == longer;
                Button side = pair.blocks().stream()
                        .filter(Block.Buttons.class::isInstance)
                        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                        .toList()
                        .get(first ? 0 : 1);
                pair = said(room, "s" + person, "rate", side.action().argument());
            }
        }
        room.reveal();
        return room;
    }

    private static Message said(PaperClass room, String person, String verb, String argument) {
        return ((Reply.Whisper) room.press(person, verb, argument).reply()).message();
    }
}
