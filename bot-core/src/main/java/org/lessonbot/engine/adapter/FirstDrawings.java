package org.lessonbot.engine.adapter;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;

/**
 * The first drawings of a process take long while classes load. An adapter makes them while it connects, before anybody waits
 * three seconds for one.
 */
public final class FirstDrawings {
    private static final Action ACTION = new Action(1, "", 0, "warm-up", "");
    private static final Button BUTTON = Button.primary(ACTION, "A");

    private FirstDrawings() {}

    /** Draws what a lesson shows most, and throws it away. */
    public static void make(Consumer<Message> message, Consumer<Form> form) {
        message.accept(Message.of(
                new Block.Heading("A"),
                new Block.Text("A"),
                new Block.Labelled("A", "A"),
                new Block.Quote("A", "A", ""),
                new Block.Items(List.of("A")),
                new Block.Bars("A", List.of(new Block.Bar("A", 1, ""))),
                new Block.Progress("A", 1, 1),
                new Block.Moment("A", Instant.EPOCH),
                new Block.Row("A", "A", BUTTON),
                new Block.Picker("A", ACTION, List.of(new Option("a", "A")), 1, 1),
                Block.Buttons.of(BUTTON),
                new Block.Footnote("A")));
        form.accept(new Form(ACTION, "A", List.of(Form.Field.line("a", "A", "", "", false, 1)), "A"));
    }
}
