package org.lessonbot.chat;

/**
 * A button with a label in words.
 *
 * @param label at most {@link Limits#BUTTON_LABEL} characters; {@link VisibleText#NOTHING} where nothing of it can be seen
 * @param enabled a disabled button is drawn, and cannot be pressed
 */
public record Button(Action action, String label, Style style, boolean enabled) {
    public Button {
        label = VisibleText.label(label);
    }

    /** How much a button asks for attention. */
    public enum Style {
        /** The next thing to do. */
        PRIMARY,
        PLAIN,
        /** Ends or removes something. */
        DANGER
    }

    public static Button primary(Action action, String label) {
        return new Button(action, label, Style.PRIMARY, true);
    }

    public static Button plain(Action action, String label) {
        return new Button(action, label, Style.PLAIN, true);
    }

    public static Button danger(Action action, String label) {
        return new Button(action, label, Style.DANGER, true);
    }

    public Button enabled(boolean now) {
        return new Button(action, label, style, now);
    }
}
