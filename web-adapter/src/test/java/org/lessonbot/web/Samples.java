package org.lessonbot.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Form.Field;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.picture.Scale;
import org.lessonbot.report.Charts;

/** Messages as a lesson posts them. */
final class Samples {
    static final Action GUESS = new Action(1, "stages", 1, "guess", "");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    static Message welcome() {
        return Message.of(
                new Block.Heading("How AI learns to be helpful"),
                new Block.Text(
                        "Today you find out what happens between a model that goes on with a text and a model that"
                                + " helps you.\n\nYou work with a partner. There are no marks."),
                new Block.Items(
                        List.of("The three training stages", "Stage Matcher (10 min)", "Be the rater (10 min)")),
                new Block.Labelled("With you today", "Ms Okafor"),
                new Block.Footnote("We keep your name here and your answers for 90 days."),
                Block.Buttons.of(Button.primary(new Action(1, "welcome", 1, "join", ""), "Join")));
    }

    static Message question(int answered) {
        return Message.of(
                new Block.Heading("2 · Stage Matcher, round 1 of 3"),
                new Block.Quote("The prompt", "What is the meaning of life?", ""),
                new Block.Quote(
                        "The response",
                        "What is the meaning of life? This is a question that people have asked for thousands of years."
                                + "\n\nRelated questions:\n- Why are we here?\n- Is there a purpose?",
                        ""),
                new Block.Text("Which stage wrote this? You can change your mind until the reveal."),
                Block.Buttons.of(
                        Button.plain(guess("base"), "Base"),
                        Button.plain(guess("instruction_tuned"), "Instruction-tuned"),
                        Button.plain(guess("rlhf"), "RLHF")),
                new Block.Progress(answered + " of 27 answered", answered, 27));
    }

    static Message reveal() {
        Block.Bars guesses = new Block.Bars(
                "What you guessed",
                List.of(
                        new Block.Bar("Base", 16, "it was this one"),
                        new Block.Bar("Instruction-tuned", 7, ""),
                        new Block.Bar("RLHF", 4, "")));
        return Message.of(
                new Block.Heading(
                        "2 · Stage Matcher, round 1 of 3",
                        Optional.of(new Block.Place(
                                "How AI learns to be helpful",
                                "Step 2 of 11",
                                Optional.of(new Block.Moment("Time left", NOON))))),
                new Block.Quote("The prompt", "What is the meaning of life?", ""),
                new Block.Text("It was the base model."),
                new Block.Figure(new Charts(OpenClassroom.ENGLISH).spread(guesses, Scale.parts()), guesses),
                new Block.Quote(
                        "Base (shown)",
                        "What is the meaning of life? This is a question that people have asked for thousands of years.",
                        "Written for this lesson, not a model's output"),
                new Block.Quote("RLHF", "That is a big one! People find meaning in different places …", ""),
                new Block.Labelled("What to notice", "It goes on with the page it thinks it is on."),
                Block.Buttons.of(Button.plain(new Action(1, "stages", 1, "mine", ""), "My answer")));
    }

    static Message board() {
        return Message.of(
                new Block.Heading("7 · Which question do we investigate?"),
                new Block.Row("Who decides what “helpful” means?", "6 upvotes", Button.plain(upvote("q1"), "Upvote")),
                new Block.Row("Can a model be too polite?", "4 upvotes", Button.plain(upvote("q2"), "Upvote")),
                new Block.Picker(
                        "Pick one",
                        new Action(1, "review", 1, "pick", ""),
                        List.of(new Option("q1", "Who decides?"), new Option("q2", "Too polite?")),
                        1,
                        1),
                new Block.Picker(
                        "Pick one or two",
                        new Action(1, "review", 1, "pick-two", ""),
                        List.of(new Option("q1", "Who decides?"), new Option("q2", "Too polite?")),
                        1,
                        2),
                new Block.Link("More about this lesson", URI.create("https://example.org/lesson?a=1&b=2")),
                new Block.Divider(),
                new Block.Table(
                        "Who took what for what",
                        List.of("It was", "Base", "Instruction-tuned", "RLHF"),
                        List.of(List.of("Base", "24", "2", "1"), List.of("RLHF", "1", "12", "14"))));
    }

    static Message console() {
        return Message.of(
                new Block.Heading("Console: How AI learns to be helpful"),
                new Block.Labelled("Step 2 of 11", "Stage Matcher, round 1 of 3"),
                new Block.Text("27 students are here."),
                new Block.Moment("10 minutes planned:", NOON),
                new Block.Progress("18 of 27 answered", 18, 27),
                Block.Buttons.of(
                        Button.primary(control("next"), "Reveal"),
                        Button.plain(control("back"), "Back").enabled(false),
                        Button.plain(control("again"), "One more round")),
                Block.Buttons.of(
                        Button.plain(control("pause"), "Pause"), Button.danger(control("end"), "End the lesson")),
                new Block.Divider(),
                new Block.Labelled(
                        "Notes", "Let pairs talk before you reveal. “The base model is dumb” is what to counter."),
                new Block.Items(List.of("What made you sure?", "Who changed their mind, and why?")));
    }

    static Form form() {
        return new Form(
                new Action(1, "feedback", 1, "send", ""),
                "How was it?",
                List.of(
                        Field.choice(
                                "rating",
                                "How was this lesson?",
                                "1 is poor, 5 is great",
                                "",
                                true,
                                List.of(new Option("1", "1"), new Option("2", "2"), new Option("3", "3"))),
                        Field.line("word", "In one word", "", "fine", false, 40),
                        Field.text("why", "What should we change?", "A sentence or two", "", true, 1000)),
                "Send");
    }

    static Action guess(String stage) {
        return new Action(1, "stages", 1, "guess", stage);
    }

    private static Action upvote(String question) {
        return new Action(1, "review", 1, "upvote", question);
    }

    private static Action control(String verb) {
        return new Action(1, "", 0, verb, "7");
    }
}
