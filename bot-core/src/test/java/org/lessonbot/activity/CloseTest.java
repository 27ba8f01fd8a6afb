package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.close.CloseContent;
import org.lessonbot.activity.preference.PreferenceContent;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Step;

/** The figures at the end, against figures worked out by hand, and in classes that are hardly there. */
class CloseTest {
    private static final String LESSON = "how-ai-learns";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void aClassThatAnsweredNothingIsToldSoInsteadOfEmptyTables(int students) {
        PaperClass room = new PaperClass(LESSON, students, Lesson.Pace.LIVE);
        room.open("match");
        room.reveal();
        room.open("prefer");
        room.reveal();
        assertThat(closing(room)).contains("Nobody answered today");
        assertThat(room.drawing().room().blocks()).noneMatch(Block.Figure.class::isInstance);
    }

    @Test
    void oneVoterHasNobodyToAgreeWith() {
        PaperClass room = voted(1, "a");
        assertThat(closing(room))
                .contains("Which values won")
                .doesNotContain("agreed", "alpha", "NaN", "Infinity", "Nobody answered");
    }

    @Test
    void agreementOfAllAndOfPartnersAreTwoThings() {
        // Of the six pairs that four people make, A-A and B-B agree. Of the two pairs of partners none does.
        PaperClass room = voted(4, "a", "b", "a", "b");
        assertThat(closing(room))
                .contains(
                        "Two of you, picked at random, agreed on the better response 3 of 10 times.",
                        "Partners agreed 0 of 10 times.",
                        "to always agreeing (10) you came to 0.",
                        "Krippendorff’s alpha, here 0 (",
                        // Wilson's interval of 2 in 4.
                        "15 to 85 %",
                        "Side A was chosen 50 % of the time.");
        assertThat(closing(voted(4, "a", "a", "b", "b"))).contains("3 of 10 times", "Partners agreed 10 of 10 times.");
    }

    @Test
    void valuesThatMetOnlyThroughOthersAreRankedWhereTheGraphIsConnected() {
        PaperClass room = new PaperClass(threeValues(), 4, Lesson.Pace.LIVE);
        for (String pair : List.of("brief-direct", "direct-warm")) {
            String lesser = pair.split("-", 2)[0];
            room.open("prefer", pair);
            boolean lesserIsA = room.here().deal().contains("\"a\":\"" + lesser + "\"");
            // Three of four prefer the latter.
            for (int n = 1; n <= 4; n++) {
                room.press("s" + n, "vote", (n == 1) == lesserIsA ? "a" : "b");
            }
            room.reveal();
        }
        assertThat(closing(room)).contains("did meet: Warm > Direct > Brief");
        assertThat(closing(voted(4, "a", "b", "a", "b"))).doesNotContain("Bradley");
    }

    private static PaperClass voted(int students, String... sides) {
        PaperClass room = new PaperClass(LESSON, students, Lesson.Pace.LIVE);
        room.open("prefer");
        for (int n = 1; n <= sides.length; n++) {
            room.press("s" + n, "vote", sides[n - 1]);
        }
        room.reveal();
        return room;
    }

    private static String closing(PaperClass room) {
        room.open("close");
        Message summary = room.drawing().room();
        Fits.message(summary);
        return Fits.all(summary);
    }

    private static Edition threeValues() {
        List<Step> steps = List.of(
                step("prefer", "preference", new PreferenceContent("manners", "Which?", "Why?", List.of())),
                step("close", "close", new CloseContent("Thanks.", List.of())));
        return new Edition(
                new LessonPlan("manners", "Manners", "", "en", 10, steps),
                new Bank(List.of(item("brief", "direct"), item("direct", "warm"))));
    }

    private static Step step(String id, String activity, Object content) {
        return new Step(id, activity, id, 5, Pairing.EXPLORE, 2, true, Step.Notes.NONE, content);
    }

    private static Item item(String one, String other) {
        Provenance written = Provenance.of(Provenance.Origin.WRITTEN);
        Map<String, Item.Value> names = Map.of(
                "brief", new Item.Value("Brief", ""),
                "direct", new Item.Value("Direct", ""),
                "warm", new Item.Value("Warm", ""));
        return new Item(
                one + "-" + other,
                "manners",
                "everyday",
                one,
                "Well?",
                Map.of(one, new Response("Yes.", written), other, new Response("No.", written)),
                names,
                "");
    }
}
