package org.lessonbot.tck;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.picture.BarChart;
import org.lessonbot.picture.Said;
import org.lessonbot.picture.Scale;

/** One of everything that can be said. */
final class Blocks {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Blocks() {}

    static Action action(String argument) {
        return new Action(1, "step", 1, "do", argument);
    }

    /** A message with one block of each kind, so that every text in it can be told from the others. */
    static Message everyKind() {
        return Message.of(
                new Block.Heading("A heading"),
                new Block.Text("A paragraph.\n\nAnother paragraph."),
                new Block.Labelled("A term", "what is said of it"),
                new Block.Quote("Above a quote", "Words of\nsomebody else", "below a quote"),
                new Block.Items(List.of("the first line", "the second line")),
                new Block.Bars(
                        "A caption of bars",
                        List.of(new Block.Bar("Apples", 7, "it was this one"), new Block.Bar("Pears", 0, ""))),
                new Block.Table(
                        "A caption of a table",
                        List.of("Column one", "Column two"),
                        List.of(List.of("cell a", "cell b"), List.of("cell c", "cell d"))),
                new Block.Progress("18 of 27 answered", 18, 27),
                new Block.Moment("The time is up", NOON),
                new Block.Divider(),
                Block.Buttons.of(
                        Button.primary(action("a"), "Do it"),
                        Button.plain(action("b"), "Leave it"),
                        Button.danger(action("c"), "Remove it"),
                        Button.plain(action("d"), "Not now").enabled(false)),
                new Block.Row("What it acts on", "a small note", Button.plain(action("e"), "Upvote")),
                new Block.Picker(
                        "Pick one or two",
                        action("f"),
                        List.of(new Option("x", "Option X"), new Option("y", "Option Y"), new Option("z", "Option Z")),
                        1,
                        2),
                new Block.Link("A page of ours", URI.create("https://example.org/lesson")),
                new Block.Footnote("Small print"));
    }

    /** Everything in {@link #everyKind} that must be readable. */
    static List<String> texts() {
        return List.of(
                "A heading",
                "A paragraph.",
                "Another paragraph.",
                "A term",
                "what is said of it",
                "Above a quote",
                "Words of",
                "somebody else",
                "below a quote",
                "the first line",
                "the second line",
                "A caption of bars",
                "Apples",
                "7",
                "it was this one",
                "Pears",
                "A caption of a table",
                "Column one",
                "Column two",
                "cell a",
                "cell b",
                "cell c",
                "cell d",
                "18 of 27 answered",
                "The time is up",
                "What it acts on",
                "a small note",
                "A page of ours",
                "Small print");
    }

    /** A message with a picture of some numbers, the same in words beside it, and something else. */
    static Message figure(int count, String note) {
        return Message.of(figure("A result", count), new Block.Footnote(note));
    }

    /** A message with this many pictures, each of its own numbers. */
    static Message figures(int many) {
        return new Message(IntStream.rangeClosed(1, many)
                .<Block>mapToObj(number -> figure("Result " + number, number))
                .toList());
    }

    private static Block.Figure figure(String title, int count) {
        List<String> columns = List.of("Fruit", "People");
        List<List<String>> rows = List.of(List.of("Apples", count + " of 40"), List.of("Pears", "3 of 40"));
        Said said = new Said(title, alt(title, count), columns, rows);
        List<BarChart.Bar> bars = List.of(
                BarChart.Bar.of("Apples", String.valueOf(count), count / 40.0), BarChart.Bar.of("Pears", "3", 0.075));
        return new Block.Figure(new BarChart(said, bars, Scale.parts(), ""), new Block.Table(title, columns, rows));
    }

    /** What is said of a picture to whoever cannot see it. */
    static String alt(String title, int count) {
        return title + ": " + count + " for apples, 3 for pears";
    }

    /** A message in which a text of somebody else's stands wherever such a text can stand. */
    static Message hostile(String text) {
        return Message.of(
                new Block.Heading("First " + Limits.fit(text, 100)),
                new Block.Text("Second " + text + " third"),
                new Block.Labelled("Fourth", text),
                new Block.Quote("Fifth", text, "sixth"),
                new Block.Items(List.of(text, "seventh")),
                new Block.Bars("Eighth", List.of(new Block.Bar(text, 1, ""))),
                new Block.Table("Ninth", List.of("Name"), List.of(List.of(text))),
                new Block.Row(text, "tenth", Button.plain(action("h"), Limits.fit("Up " + text, 40))),
                new Block.Picker("Eleventh", action("i"), List.of(new Option("x", Limits.fit("X " + text, 60))), 1, 1),
                new Block.Footnote("Twelfth " + text));
    }

    /** A message in which this text stands alone wherever a text can stand. */
    static Message bare(String text) {
        return Message.of(
                new Block.Heading(text),
                new Block.Text(text),
                new Block.Labelled(text, text),
                new Block.Quote(text, text, text),
                new Block.Items(List.of(text)),
                new Block.Bars(text, List.of(new Block.Bar(text, 1, text))),
                new Block.Table(text, List.of(text), List.of(List.of(text))),
                new Block.Progress(text, 1, 2),
                new Block.Row(text, text, Button.plain(action("l"), text)),
                new Block.Buttons(List.of(Button.primary(action("m"), text))),
                new Block.Picker(text, action("n"), List.of(new Option("x", text)), 1, 1),
                new Block.Footnote(text),
                new Block.Text("The end"));
    }

    /** A message as long as the strictest platform takes. */
    static Message longest() {
        String paragraph = "word ".repeat(Limits.BLOCK / 5 - 100).strip();
        return Message.of(
                new Block.Heading("h".repeat(Limits.HEADING)),
                new Block.Text(paragraph),
                new Block.Picker(
                        "Many",
                        action("j"),
                        IntStream.range(0, Limits.OPTIONS)
                                .mapToObj(n -> new Option("v" + n, "Option " + n))
                                .toList(),
                        1,
                        1),
                new Block.Buttons(IntStream.range(0, Limits.BUTTONS_IN_ROW)
                        .mapToObj(n -> Button.plain(action("k" + n), "Button " + n))
                        .toList()),
                new Block.Buttons(List.of(Button.plain(
                        new Action(Long.MAX_VALUE, "s".repeat(24), 9999, "v".repeat(16), "a".repeat(38)),
                        "b".repeat(Limits.BUTTON_LABEL)))));
    }

    static Message formButton() {
        return Message.of(Block.Buttons.of(Button.primary(action("open"), "Open the form")));
    }

    /** A form that asks for a moment. */
    static Form momentForm(String moment) {
        return new Form(
                action("moment"),
                "A moment",
                List.of(Form.Field.moment("moment", "Until when", "Such as Friday 18:00", moment, true)),
                "Send it");
    }

    /** A form with a field of each other kind. */
    static Form form(String line, String choice) {
        List<Option> choices = List.of(new Option("1", "One star"), new Option("5", "Five stars"));
        return new Form(
                        action("form"),
                        "A form",
                        List.of(
                                Form.Field.line("line", "A line", "Short, please", line, true, 60),
                                Form.Field.text("text", "A text", "As long as you like", "", false, 1000),
                                Form.Field.choice("rating", "A choice", "One of two", choice, true, choices)),
                        "Send it")
                .withAbout("What the form is about");
    }
}
