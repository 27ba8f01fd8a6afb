package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.engine.PlatformException;

/** Everything that can be said is seen, and does nothing but stand there. */
interface DrawingRules extends Rules {
    @Test
    default void everyBlockIsDrawn() {
        Card card = whispered(Blocks.everyKind());

        assertThat(card.text()).contains(Blocks.texts());
        assertThat(card.fired()).isEmpty();
        assertThat(card.buttons())
                .extracting(Card.Button::label)
                .containsExactly("Do it", "Leave it", "Remove it", "Not now", "Upvote");
        assertThat(card.buttons())
                .filteredOn(button -> !button.enabled())
                .extracting(Card.Button::label)
                .containsExactly("Not now");
        assertThat(card.pickers()).hasSize(1);
        Card.Picker picker = card.pickers().get(0);
        assertThat(picker.label()).isEqualTo("Pick one or two");
        assertThat(picker.options()).containsExactly("Option X", "Option Y", "Option Z");
        assertThat(List.of(picker.min(), picker.max())).containsExactly(1, 2);
    }

    @Test
    default void aPostIsDrawnLikeAWhisperAndEditedInItsPlace() throws PlatformException {
        Classroom room = school().classroom();
        var platform = bot().instance().gate();
        String address = platform.post(room.room(), "drawing/1", Blocks.everyKind());
        Card post = await().until("the post", room::posts, posts -> posts.size() == 1)
                .get(0);
        assertThat(post.text()).contains(Blocks.texts());
        assertThat(post.buttons()).hasSize(5);

        platform.edit(room.room(), address, Message.text("Something else"));
        await().until("the edit", room::posts, posts -> posts.get(0).shows("Something else"));
        assertThat(room.posts()).hasSize(1);
        assertThat(room.posts().get(0).shows("A heading")).isFalse();

        platform.remove(room.room(), address);
        await().until("the post to be gone", room::posts, List::isEmpty);
    }

    /** Where a platform has no pictures, or no room for more, the numbers stand there all the same. */
    @Test
    default void aPictureStandsBesideItsNumbersAndChangesWithThem() throws PlatformException {
        Classroom room = school().classroom();
        var platform = bot().instance().gate();
        String address = platform.post(room.room(), "drawing/2", Blocks.figure(20, "Note one"));
        platform.edit(room.room(), address, Blocks.figure(20, "Note two"));
        await().until(
                        "the edit",
                        room::posts,
                        posts -> posts.size() == 1 && posts.get(0).shows("Note two"));
        assertThat(room.posts().get(0).text()).contains("A result", "Apples", "20 of 40", "Pears", "3 of 40");
        platform.edit(room.room(), address, Blocks.figure(25, "Note three"));
        await().until("the edit", room::posts, posts -> posts.get(0).shows("25 of 40"));
        Card changed = room.posts().get(0);
        platform.edit(room.room(), address, Message.text("Something else"));
        await().until("the edit", room::posts, posts -> posts.get(0).shows("Something else"));

        needs(Feature.PICTURES);
        assertThat(changed.pictures()).hasSize(1).first().isIn("A result", Blocks.alt("A result", 25));
        assertThat(room.posts().get(0).pictures()).isEmpty();
    }

    @Test
    default void pictureAfterPictureLeavesNoNumbersOut() throws PlatformException {
        int many = Limits.COMPONENTS / 3;
        Classroom room = school().classroom();
        bot().instance().gate().post(room.room(), "drawing/3", Blocks.figures(many));
        Card post = await().until("the post", room::posts, posts -> posts.size() == 1)
                .get(0);
        for (int number = 1; number <= many; number++) {
            assertThat(post.text()).contains("Result " + number, number + " of 40");
        }

        needs(Feature.PICTURES);
        assertThat(post.pictures()).isNotEmpty();
    }

    @Test
    default void whatIsPressedAndPickedComesBackAsItWasGiven() {
        Classroom room = school().classroom();
        Card card = whispered(room, Blocks.everyKind());
        bot().script().answerNext(Reply.whisper("One"));
        assertThat(room.press(student(1), card, "Leave it").says("One")).isTrue();
        assertThat(bot().script().lastHeard().act()).isEqualTo(new Interaction.Press(Blocks.action("b")));

        Card again = whispered(room, Blocks.everyKind());
        bot().script().answerNext(Reply.whisper("Two"));
        room.pick(student(1), again, again.pickers().get(0), List.of("Option X", "Option Z"));
        assertThat(bot().script().lastHeard().act())
                .isEqualTo(new Interaction.Pick(Blocks.action("f"), List.of("x", "z")));
    }

    @Test
    default void theLongestMessageFits() {
        Card card = whispered(Blocks.longest());
        assertThat(card.buttons()).hasSize(6);
        assertThat(card.pickers().get(0).options()).hasSize(25);
    }

    @Test
    default void silenceIsSilent() {
        Classroom room = school().classroom();
        bot().script().answerNext(Reply.SILENT);
        assertThat(room.command(TEACHER, "next")).isEqualTo(Seen.NOTHING);
    }

    @TestFactory
    default Stream<DynamicTest> hostileTextsAreInert() {
        return HostileTexts.ALL.stream().map(text -> DynamicTest.dynamicTest(text.name(), () -> assertInert(text)));
    }

    private void assertInert(HostileTexts.Hostile text) {
        Card card = whispered(Blocks.hostile(text.text()));
        String wanted = HostileTexts.visible(text.seen());

        assertThat(card.fired()).isEmpty();
        String shown = HostileTexts.visible(card.text());
        assertThat(shown).contains("First", "Second", "third", "Fourth", "Fifth", "sixth", "seventh");
        assertThat(shown).contains("Eighth", "Ninth", "tenth", "Twelfth");
        assertThat(HostileTexts.times(shown, wanted))
                .as("how often it can be read in %s", shown)
                .isGreaterThanOrEqualTo(7);
    }

    @TestFactory
    default Stream<DynamicTest> scriptsAndEmojiStayAsTheyAreSpelled() {
        return HostileTexts.SPELLED.stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Card card = whispered(Blocks.hostile(text));
                    assertThat(HostileTexts.times(card.text(), text))
                            .as(card.text())
                            .isGreaterThanOrEqualTo(7);
                    assertThat(card.buttons().get(0).label()).isEqualTo("Up " + text);
                    assertThat(card.pickers().get(0).options()).containsExactly("X " + text);
                }));
    }

    @Test
    default void whatCannotBeSeenStillMakesAMessage() {
        for (String text : HostileTexts.UNSEEN) {
            Card card = whispered(Blocks.bare(text));
            assertThat(card.shows("The end")).as(card.source()).isTrue();
            assertThat(card.buttons()).hasSize(2).allMatch(button -> VisibleText.isSeen(button.label()));
            assertThat(card.pickers().get(0).options()).hasSize(1).allMatch(VisibleText::isSeen);
        }
    }

    @Test
    default void aNameWithMarkupIsInert() {
        Someone joker = Someone.named("*Bob* @everyone <b>");
        Sitting lesson = sitting();
        lesson.room().command(joker, "join");
        lesson.room().command(student(1), "join");

        List<Card> posts = await().until(
                        "the list of pairs",
                        () -> lesson.room().posts(),
                        all -> all.stream()
                                .anyMatch(card ->
                                        card.shows(lesson.say("engine.pairs.title")) && card.shows("Student 1")));

        assertThat(posts).allMatch(card -> card.fired().isEmpty());
        assertThat(posts)
                .anyMatch(card -> HostileTexts.visible(card.text()).contains(HostileTexts.visible(joker.name())));
    }

    private Card whispered(Message message) {
        return whispered(school().classroom(), message);
    }

    private Card whispered(Classroom room, Message message) {
        bot().script().answerNext(Reply.whisper(message));
        return room.command(student(1), "help").card();
    }
}
