package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.picture.DotPlot;
import org.lessonbot.plan.Json;
import org.lessonbot.reward.Feature;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.Profile;

/** A class with a taste that is known trains a model on the shipped bank, votes together, and looks at what came of it. */
class ClassModelTest {
    private static final Lexicon ENGLISH = Lexicon.of("en");

    /** What this class likes, in log odds a unit. */
    private static final Map<Feature, Double> TASTE =
            Map.of(Feature.QUESTIONS, 1.2, Feature.WARMTH, 0.9, Feature.NUMBERS, -0.8);

    private final Random random = new Random(12);

    @Test
    void theModelsGuessStandsBesideTheVoteAndNowhereBefore() {
        PaperClass room = trained(24, 11);
        room.open("prefer");
        vote(room);
        assertThat(room.here().deal()).contains("\"forecast\":{");
        for (Message seen : List.of(
                room.drawing().room(), room.drawing().console(), room.drawing().person("s1"))) {
            assertThat(Fits.all(seen)).doesNotContain("A model trained on");
        }
        room.reveal();

        assertThat(Fits.all(room.drawing().room()))
                .containsPattern("A model trained on (your choices expected ([AB], \\d+ of 100|an even vote)"
                        + "|\\d+ choices of yours knows too little)");
    }

    @Test
    void withFewVotesItSaysThatItKnowsTooLittleAndHowManyItWouldNeed() {
        PaperClass room = trained(5, 2);
        room.open("prefer");
        vote(room);
        room.reveal();

        assertThat(Fits.all(room.drawing().room()))
                .containsPattern("A model trained on 10 choices of yours knows too little about this pair\\. "
                        + "(With about [\\d,]+ choices it might|You have not chosen between anything)");
    }

    @Test
    void withoutAShiftThereIsNoModel() {
        PaperClass room = new PaperClass("how-ai-learns", 8, Lesson.Pace.LIVE);
        room.open("prefer");
        vote(room);
        room.reveal();
        assertThat(Json.read(room.here().deal(), PreferenceDeal.class).expected())
                .isEmpty();
        assertThat(Fits.all(room.drawing().room())).doesNotContain("trained on");
        room.open("close");
        assertThat(Fits.all(room.drawing().room())).doesNotContain("The model that learned");
    }

    @Test
    void theCloseSaysHowOftenItWasRightAndShowsItsFavouriteTurnOdd() {
        PaperClass room = trained(24, 11);
        for (int round = 0; round < 5; round++) {
            room.open("prefer");
            vote(room);
            room.reveal();
        }
        room.open("close");
        Message close = room.drawing().room();
        Fits.message(close);

        assertThat(Fits.all(close))
                .contains(
                        "The model that learned from your choices",
                        "it named the response that more of you chose",
                        "asks back once more")
                .containsPattern("Two halves of you.* They would choose differently on \\d+ of 6\\d pairs\\.")
                .contains("Where these two are farthest apart", "One half", "The other half")
                .contains("The best of more and more responses, by your model: “What can I do on a rainy Sunday?”")
                .doesNotContain("Student");
        Block.Quote favourite = close.blocks().stream()
                .filter(Block.Quote.class::isInstance)
                .map(Block.Quote.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(favourite.label()).isEqualTo("Its favourite of 40");
        assertThat(Profile.of(favourite.text(), ENGLISH).on(Feature.QUESTIONS))
                .as("questions in %s", favourite.text())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void ofHalvesThatAreTooFewNothingIsSaid() {
        PaperClass room = trained(8, 10);
        room.open("close");
        assertThat(Fits.all(room.drawing().room()))
                .contains("The model that learned from your choices")
                .doesNotContain("Two halves of you");
    }

    @Test
    void twoGroupsThatTheTeacherNamedEachGetAModelAndWhatTheyDisagreeOnIsDrawn() {
        PaperClass room = new PaperClass("how-ai-learns", 16, Lesson.Pace.LIVE);
        room.open("shift");
        room.submit(PaperClass.TEACHER, "name-groups", "", Map.of("group-1", "Window side", "group-2", "Door side"));
        for (int person = 1; person <= 16; person++) {
            room.press("s" + person, "group", person % 2 == 0 ? "1" : "2");
            boolean longer = person % 2 == 0;
            rate(room, "s" + person, 11, (one, other) -> one.length() > other.length() == longer);
        }
        room.reveal();
        room.open("close");
        Message close = room.drawing().room();
        Fits.message(close);

        assertThat(Fits.all(close))
                .containsPattern(
                        "“Window side” and “Door side” each gave a model. They would choose differently on [3-6]\\d of 6\\d pairs")
                .doesNotContain("drawn by chance");
        DotPlot drawn = close.blocks().stream()
                .filter(Block.Figure.class::isInstance)
                .map(block -> ((Block.Figure) block).picture())
                .filter(DotPlot.class::isInstance)
                .map(DotPlot.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(drawn.said().columns()).contains("Window side", "Door side");
        assertThat(drawn.said().alt()).contains("is ten words", "more than chance");
        DotPlot.Pair length = drawn.pairs().get(0);
        assertThat(length.one().value() > length.other().value())
                .isEqualTo(length.label().contains("longer"));
    }

    @Test
    void ofAGroupThatIsTooFewNothingIsSaidAndNoHalvesAreDrawnInstead() {
        PaperClass room = new PaperClass("how-ai-learns", 16, Lesson.Pace.LIVE);
        room.open("shift");
        room.submit(PaperClass.TEACHER, "name-groups", "", Map.of("group-1", "Window side", "group-2", "Door side"));
        for (int person = 1; person <= 16; person++) {
            room.press("s" + person, "group", person <= 4 ? "1" : "2");
            rate(room, "s" + person, 11, this::prefersFirst);
        }
        room.reveal();
        room.open("close");

        assertThat(Fits.all(room.drawing().room()))
                .contains("For a model of “Window side” and one of “Door side” it takes 5 of each who rated.")
                .doesNotContain("choose differently", "drawn by chance");
    }

    @Test
    void whoIsErasedIsGoneFromTheModel() {
        // Of ten ratings two are of pairs that came again.
        assertThat(Fits.all(trained(12, 10).drawing().room())).contains("Fitted to 96 choices.");
        assertThat(Fits.all(trained(11, 10).drawing().room())).contains("Fitted to 88 choices.");
    }

    private PaperClass trained(int people, int ratings) {
        PaperClass room = new PaperClass("how-ai-learns", people, Lesson.Pace.LIVE);
        room.open("shift");
        for (int person = 1; person <= people; person++) {
            rate(room, "s" + person, ratings, this::prefersFirst);
        }
        room.reveal();
        return room;
    }

    private static void rate(PaperClass room, String person, int ratings, BiPredicate<String, String> prefersFirst) {
        Message turn = ((Reply.Whisper) room.press(person, "next-pair", "").reply()).message();
        for (int n = 0; n < ratings; n++) {
            List<String> texts = turn.blocks().stream()
                    .filter(Block.Quote.class::isInstance)
                    .map(block -> ((Block.Quote) block).text())
                    .toList();
            Action side = turn.blocks().stream()
                    .flatMap(Fits::buttons)
                    .map(Button::action)
                    .filter(action -> action.verb().equals("rate"))
                    .toList()
                    .get(prefersFirst.test(texts.get(1), texts.get(2)) ? 0 : 1);
            turn = ((Reply.Whisper)
                            room.press(person, side.verb(), side.argument()).reply())
                    .message();
        }
    }

    private void vote(PaperClass room) {
        PreferenceDeal deal = Json.read(room.here().deal(), PreferenceDeal.class);
        for (int person = 1; person <= room.students(); person++) {
            boolean a = prefersFirst(
                    deal.item().response(deal.a()).text(),
                    deal.item().response(deal.b()).text());
            room.press("s" + person, "vote", a ? "a" : "b");
        }
    }

    private boolean prefersFirst(String one, String other) {
        Profile first = Profile.of(one, ENGLISH);
        Profile second = Profile.of(other, ENGLISH);
        double lead = TASTE.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * (first.on(entry.getKey()) - second.on(entry.getKey())))
                .sum();
        return random.nextDouble() < 1 / (1 + Math.exp(-lead));
    }
}
