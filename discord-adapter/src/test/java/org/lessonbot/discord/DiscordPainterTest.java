package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.components.container.ContainerImpl;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.plan.Phrasebook;

/** Each block as it is sent, against files that show a change in review; -Dgolden.update=true writes them anew. */
class DiscordPainterTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/blocks");
    private static final Action ACT = new Action(35, "match", 2, "guess", "base");

    private final Canvas canvas = new Canvas(Phrasebook.of("en"));

    private static Map<String, Block> blocks() {
        Map<String, Block> blocks = new TreeMap<>();
        blocks.put("heading", new Block.Heading("2 · Which *stage*?"));
        blocks.put("text", new Block.Text("One paragraph.\n\nAnd @everyone else's."));
        blocks.put("labelled", new Block.Labelled("Base model", "It continues text."));
        blocks.put("quote", new Block.Quote("The response", "Two lines\n# of it", "Written for this lesson"));
        blocks.put("items", new Block.Items(List.of("one", "two\nlines")));
        blocks.put(
                "bars",
                new Block.Bars(
                        "What the class guessed",
                        List.of(new Block.Bar("Base", 7, "it was this one"), new Block.Bar("RLHF", 2, ""))));
        blocks.put(
                "table",
                new Block.Table(
                        "Who took what for what",
                        List.of("Stage", "n"),
                        List.of(List.of("Base", "12"), List.of("`RLHF`", "3"))));
        blocks.put("progress", new Block.Progress("18 of 27 answered", 18, 27));
        blocks.put("moment", new Block.Moment("Wrap up", Instant.parse("2026-03-02T12:00:00Z")));
        blocks.put(
                "buttons",
                Block.Buttons.of(
                        Button.primary(ACT, "Base"),
                        Button.plain(new Action(35, "match", 2, "guess", "rlhf"), "RLHF")
                                .enabled(false),
                        Button.danger(new Action(35, "", 0, "end", "7"), "End")));
        blocks.put("row", new Block.Row("Why do *models* lie?", "3 votes", Button.plain(ACT, "Upvote")));
        blocks.put("picker", new Block.Picker("Pick", ACT, List.of(new Option("a", "A"), new Option("b", "B")), 1, 5));
        blocks.put("link", new Block.Link("The board", URI.create("https://example.org/board")));
        blocks.put("footnote", new Block.Footnote("Small\nprint"));
        blocks.put("divider", new Block.Divider());
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> everyBlockIsDrawnAsBefore() {
        return blocks().entrySet().stream()
                .map(block -> DynamicTest.dynamicTest(block.getKey(), () -> check(block.getKey(), block.getValue())));
    }

    private void check(String name, Block block) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        String drawn = json(canvas.draw(Message.of(block))).toPrettyString() + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(file));
    }

    @Test
    void manyShortBlocksAreDrawnTogether() {
        Message message = new Message(Collections.nCopies(60, new Block.Text("A line.")));

        String drawn = json(canvas.draw(message)).toString();

        assertThat(drawn.split("A line\\.", -1)).hasSize(61);
    }

    @Test
    void aTextThatDoesNotFitIsCutAndSaysSo() {
        Message message = Message.of(
                new Block.Text("*".repeat(Limits.BLOCK)),
                new Block.Text("word ".repeat(500)),
                new Block.Footnote("The end"));

        String drawn = json(canvas.draw(message)).toString();

        assertThat(drawn).contains("…").contains("The end");
    }

    @Test
    void moreButtonsThanDiscordTakesLeaveTheFirst() {
        Message message = new Message(IntStream.range(0, 30)
                .<Block>mapToObj(n -> new Block.Row(
                        "Question " + n, "", Button.plain(new Action(1, "board", 1, "upvote", "q" + n), "Upvote")))
                .toList());

        assertThat(json(canvas.draw(message)).toString()).contains("Question 0").doesNotContain("Question 29");
    }

    private static DataObject json(Container container) {
        return ((ContainerImpl) container).toData();
    }
}
