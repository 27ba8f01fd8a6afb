package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.page.Html.escape;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.BarChart.Bar;
import org.lessonbot.picture.BarChart.Mark;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

/** Drawings are compared with files; {@code -Dgolden.update=true} writes those anew, for a review of what changed. */
class WebPainterTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final WebPainter PEOPLE = WebPainter.forPeople(OpenClassroom.ENGLISH);
    private static final WebPainter BOARD = WebPainter.forBoard(OpenClassroom.ENGLISH);

    static Stream<Arguments> drawings() {
        return Stream.of(
                Arguments.of("welcome", PEOPLE.paint(Samples.welcome())),
                Arguments.of("question", PEOPLE.paint(Samples.question(18))),
                Arguments.of("question-on-board", BOARD.paint(Samples.question(18))),
                Arguments.of("reveal", PEOPLE.paint(Samples.reveal())),
                Arguments.of("reveal-on-board", BOARD.paint(Samples.reveal())),
                Arguments.of("questions", PEOPLE.paint(Samples.board())),
                Arguments.of("questions-on-board", BOARD.paint(Samples.board())),
                Arguments.of("console", PEOPLE.paint(Samples.console())),
                Arguments.of("form", WebForms.form(Samples.form(), OpenClassroom.ENGLISH)));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void everyBlockIsDrawnAsReviewed(String name, String html) throws IOException {
        Path file = GOLDEN.resolve(name + ".html");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, html + "\n");
        }

        assertThat(html + "\n").isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "</p></article><h1>Reveal</h1>",
                "\" onclick=\"alert(1)",
                "' onfocus='alert(1)",
                "javascript:alert(1)",
                "<!-- <svg onload=alert(1)> -->",
                "</textarea><script>alert(1)</script>",
                "]]><![CDATA[<b>"
            })
    void noTextBecomesMarkup(String hostile) {
        String drawn = PEOPLE.paint(everywhere(hostile));
        String tags = drawn.replaceAll("<(/?[a-z]+[0-9]?)( [a-zA-Z][a-zA-Z0-9-]*(=\"[^\"<>]*\")?)*/?>", "");

        assertThat(tags).doesNotContain("<").doesNotContain(">");
        assertThat(drawn.replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[^>]* (on[a-z]+|style|srcdoc)=");
        assertThat(drawn).doesNotContain("<script").doesNotContain("<img").doesNotContain("<svg onload");
    }

    @Test
    void invisibleCharactersAndTurnedDirectionsAreLeftOut() {
        assertThat(escape("a\u202Eb\u2066c\u200Bd\uFEFFe\u0000f\u2063g\u061Ch\u3164i"))
                .isEqualTo("abcdefghi");
    }

    @Test
    void joinersWithinEmojiAndScriptsStay() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(escape(family)).isEqualTo(family);
    }

    @Test
    void aHalfCharacterIsLeftOut() {
        assertThat(escape("a\uD83Db")).isEqualTo("ab");
    }

    @Test
    void anOrdinaryAmpersandIsEscapedOnce() {
        assertThat(PEOPLE.text(new Block.Text("salt & pepper &amp;"))).contains("salt &amp; pepper &amp;amp;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"})
    void aLinkThatIsNoPageIsOnlyItsWords(String target) {
        assertThat(PEOPLE.link(new Block.Link("Here", URI.create(target)))).isEqualTo("<p>Here</p>");
    }

    @Test
    void emptyBarsStandAtNothing() {
        String drawn = PEOPLE.bars(new Block.Bars("Nobody yet", List.of(new Block.Bar("A", 0, ""))));

        assertThat(drawn).contains("width=\"0\"").contains("0 (0 %)");
    }

    @Test
    void onlyAnswersToOneQuestionCanBeChosen() {
        Button base = Button.plain(Samples.guess("base"), "Base");
        Button mine = Button.plain(new Action(1, "stages", 1, "mine", ""), "Mine");

        assertThat(PEOPLE.buttons(Block.Buttons.of(base, Button.plain(Samples.guess("rlhf"), "RLHF"))))
                .contains("aria-pressed");
        assertThat(PEOPLE.buttons(Block.Buttons.of(base, mine))).doesNotContain("aria-pressed");
        assertThat(PEOPLE.buttons(Block.Buttons.of(base))).doesNotContain("aria-pressed");
    }

    @Test
    void theBoardHasNothingToPress() {
        String drawn = BOARD.paint(everywhere("x"));

        assertThat(drawn).doesNotContain("<button").doesNotContain("<form").doesNotContain("<select");
    }

    private static Picture picture(String text) {
        Said said = new Said(text, text, List.of(text), List.of(List.of(text)));
        Bar bar = Bar.of(text, text, 0.5).range(0.2, 0.7).noted(text, Mark.RIGHT);
        return new BarChart(said, List.of(bar), Scale.parts(0.3, text), text);
    }

    private static Message everywhere(String text) {
        Action action = new Action(1, "step", 1, "do", "\"<&>'");
        Button button = Button.primary(action, text);
        return Message.of(
                new Block.Heading(text),
                new Block.Text(text + "\n\n" + text),
                new Block.Labelled(text, text),
                new Block.Quote(text, text, text),
                new Block.Items(List.of(text)),
                new Block.Bars(text, List.of(new Block.Bar(text, 1, text))),
                new Block.Table(text, List.of(text), List.of(List.of(text))),
                new Block.Figure(picture(text), new Block.Text(text)),
                new Block.Progress(text, 1, 2),
                new Block.Moment(text, Samples.NOON),
                Block.Buttons.of(button),
                new Block.Row(text, text, button),
                new Block.Picker(text, action, List.of(new Option(text, text)), 1, 1),
                new Block.Picker(text, action, List.of(new Option(text, text)), 1, 2),
                new Block.Link(text, URI.create("https://example.org/?q=%22%3E")),
                new Block.Footnote(text),
                new Block.Divider());
    }
}
