package org.lessonbot.chat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lessonbot.picture.Picture;

/** One part of a {@link Message}. Drawn by a {@link Painter}; meaning never rests on colour, emoji or position alone. */
public sealed interface Block {
    <R> R paint(Painter<R> painter);

    /** What can be done in it now. */
    default List<Action> offers() {
        return List.of();
    }

    /**
     * The title of a post or of a part of it.
     *
     * @param place where a class is, for whoever looks from afar; a chat says the title alone
     */
    record Heading(String text, Optional<Place> place) implements Block {
        public Heading {
            text = VisibleText.label(text);
        }

        public Heading(String text) {
            this(text, Optional.empty());
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.heading(this);
        }
    }

    /**
     * Where a class is in its lesson.
     *
     * @param lesson its title
     * @param step which step of how many, in words
     * @param end when the planned time is over; empty while no time is counted
     */
    record Place(String lesson, String step, Optional<Moment> end) {}

    /** One or more paragraphs, parted by blank lines. */
    record Text(String text) implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.text(this);
        }
    }

    /** A short term and what is said of it: {@code Base model: it continues text}. */
    record Labelled(String label, String text) implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.labelled(this);
        }
    }

    /**
     * Words that are not ours: a model's response, a student's thought.
     *
     * @param label what it is, above it; may be empty
     * @param source where it comes from, below it; may be empty
     */
    record Quote(String label, String text, String source) implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.quote(this);
        }
    }

    /** Lines that belong together, each with a bullet. */
    record Items(List<String> lines) implements Block {
        public Items {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.items(this);
        }
    }

    /** How answers are spread: a bar chart whose numbers also stand there as text. */
    record Bars(String caption, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }

        /** The sum of all counts; 0 when nobody answered. */
        public int total() {
            return bars.stream().mapToInt(Bar::count).sum();
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.bars(this);
        }
    }

    /**
     * One bar.
     *
     * @param count how many, 0 or more
     * @param note what marks this bar ("it was this one"); empty for most
     */
    record Bar(String label, int count, String note) {}

    /**
     * A picture of figures.
     *
     * @param text the same figures, for where there are no pictures
     * @param settled whether the figures stay as they are: a picture that has to be sent is sent once they do
     */
    record Figure(Picture picture, Block text, boolean settled) implements Block {
        public Figure(Picture picture, Block text) {
            this(picture, text, true);
        }

        /** All that the picture shows. */
        public Table table() {
            return new Table(
                    picture.said().title(),
                    picture.said().columns(),
                    picture.said().rows());
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.figure(this);
        }
    }

    /** A table with a caption and one header row; every row has as many cells as there are columns. */
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.table(this);
        }
    }

    /**
     * How far the class is.
     *
     * @param text the same in words: "18 of 27 answered"
     * @param done 0 to {@code total}
     */
    record Progress(String text, int done, int total) implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.progress(this);
        }
    }

    /**
     * A moment that matters, drawn as the platform draws times ("in 3 minutes"), by the clock of whoever reads it.
     *
     * @param dated whether it may be on another day, so that its date is said too
     */
    record Moment(String label, Instant instant, boolean dated) implements Block {
        /** A time of today. */
        public Moment(String label, Instant instant) {
            this(label, instant, false);
        }

        /** A time of some day. */
        public static Moment dated(String label, Instant instant) {
            return new Moment(label, instant, true);
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.moment(this);
        }
    }

    /** Up to {@link Limits#BUTTONS_IN_ROW} buttons side by side. */
    record Buttons(List<Button> buttons) implements Block {
        public Buttons {
            buttons = List.copyOf(buttons);
        }

        public static Buttons of(Button... buttons) {
            return new Buttons(List.of(buttons));
        }

        @Override
        public List<Action> offers() {
            return buttons.stream().filter(Button::enabled).map(Button::action).toList();
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.buttons(this);
        }
    }

    /** A line of text, a smaller note under it, and one button that acts on it. */
    record Row(String text, String note, Button button) implements Block {
        public Row {
            text = VisibleText.isSeen(text) ? text : VisibleText.NOTHING;
        }

        @Override
        public List<Action> offers() {
            return button.enabled() ? List.of(button.action()) : List.of();
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.row(this);
        }
    }

    /** A list to pick from, {@code min} to {@code max} at once; at most {@link Limits#OPTIONS} options. */
    record Picker(String label, Action action, List<Option> options, int min, int max) implements Block {
        public Picker {
            label = VisibleText.label(label);
            options = List.copyOf(options);
        }

        @Override
        public List<Action> offers() {
            return List.of(action);
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.picker(this);
        }
    }

    /** A link to a page of ours. */
    record Link(String label, URI target) implements Block {
        public Link {
            label = VisibleText.label(label);
        }

        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.link(this);
        }
    }

    /** Small print. */
    record Footnote(String text) implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.footnote(this);
        }
    }

    /** A line between two parts. */
    record Divider() implements Block {
        @Override
        public <R> R paint(Painter<R> painter) {
            return painter.divider(this);
        }
    }
}
