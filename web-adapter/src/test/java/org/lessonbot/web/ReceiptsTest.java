package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;

/** Where what one person is told stands, and what their page marks as their own choice. */
class ReceiptsTest {
    private static final String BASE = Samples.guess("base").id();
    private static final String RLHF = Samples.guess("rlhf").id();

    private static OpenClassroom classroom;
    private Browser ana;
    private long post;

    @BeforeAll
    static void open() {
        classroom = new OpenClassroom();
    }

    @BeforeEach
    void ask() throws Exception {
        classroom.nextRoom();
        classroom.answering(interaction -> Reply.whisper("said"));
        post = Long.parseLong(classroom.post("1/stages/1/1", Samples.question(0)));
        ana = classroom.student("Ana");
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @Test
    void whatIsSaidAboutAPostLaterLeavesTheChoiceMarked() throws Exception {
        ana.press(BASE, post);

        JsonNode reason = ana.act(
                        Map.of("kind", "submit", "action", RLHF, "fields", Map.of("reason", "so"), "from", post))
                .path("item");

        assertThat(reason.path("under").asLong()).isEqualTo(post);
        assertThat(ana.act(Map.of("kind", "press", "action", RLHF, "from", post))
                        .path("item")
                        .path("cause")
                        .asText())
                .isEqualTo(BASE);
    }

    @Test
    void whatIsSaidUnaskedAboutARoundTakesThePlaceOfTheReceipt() throws Exception {
        long receipt = ana.press(BASE, post).path("item").path("number").asLong();

        classroom
                .web()
                .platform()
                .whisper(
                        new Room("web", classroom.room()),
                        classroom.heard().get(0).person().id(),
                        "stages/1",
                        Message.text("You guessed right."));
        // Nobody waits for that; what is kept after it is.
        ana.say("/me");

        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady())
                    .extracting(EventStream.Event::item)
                    .filteredOn(item -> item.path("under").asLong() == post)
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.path("number").asLong()).isEqualTo(receipt);
                        assertThat(item.path("html").asText()).contains("You guessed right.");
                    });
        }
    }

    @Test
    void eachRowHasItsOwnReceipt() throws Exception {
        JsonNode first = inRow(BASE);
        JsonNode second = inRow(RLHF);

        assertThat(first.path("inRow").asBoolean()).isTrue();
        assertThat(first.path("cause").asText()).isEqualTo(BASE);
        assertThat(second.path("number")).isNotEqualTo(first.path("number"));
        assertThat(inRow(BASE).path("number")).isEqualTo(first.path("number"));
    }

    private JsonNode inRow(String action) throws Exception {
        return ana.act(Map.of("kind", "press", "action", action, "from", post, "part", "row"))
                .path("item");
    }
}
