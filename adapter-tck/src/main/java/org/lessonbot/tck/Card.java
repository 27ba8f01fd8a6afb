package org.lessonbot.tck;

import java.util.List;
import java.util.Optional;

/**
 * A message as somebody sees it, in the same terms on every platform.
 *
 * @param id what the classroom knows it by
 * @param text all that can be read in it, top to bottom, without the labels of buttons and pickers. As the platform renders
 *     it: escapes are undone, and markup that the platform would obey is obeyed, so that its signs are gone
 * @param fired what the platform does beyond showing text, because of something that stands in it: a notification, a link
 *     or a preview made of text, markup obeyed. A link block of ours does not count. Empty when all texts are inert
 * @param pictures of results, top to bottom: for each what is said to whoever cannot see it, or its title where the platform says
 *     nothing more
 * @param source as the platform has it, JSON or HTML, without ids and times that change from run to run
 */
public record Card(
        String id,
        String text,
        List<Button> buttons,
        List<Picker> pickers,
        List<String> fired,
        List<String> pictures,
        String source) {
    public Card {
        buttons = List.copyOf(buttons);
        pickers = List.copyOf(pickers);
        fired = List.copyOf(fired);
        pictures = List.copyOf(pictures);
    }

    /** One without pictures. */
    public Card(String id, String text, List<Button> buttons, List<Picker> pickers, List<String> fired, String source) {
        this(id, text, buttons, pickers, fired, List.of(), source);
    }

    /**
     * A button.
     *
     * @param id what the classroom knows it by
     * @param row from 0; buttons side by side stand in the same row
     */
    public record Button(String id, String label, boolean enabled, int row) {}

    /**
     * A list to pick from.
     *
     * @param id what the classroom knows it by
     * @param options the labels that are read
     */
    public record Picker(String id, String label, List<String> options, int min, int max) {
        public Picker {
            options = List.copyOf(options);
        }
    }

    /** Whether this can be read in it. */
    public boolean shows(String words) {
        return text.contains(words);
    }

    /** The first button with this label that can be pressed. */
    public Optional<Button> button(String label) {
        return buttons.stream()
                .filter(button -> button.enabled() && button.label().equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(text);
        buttons.forEach(button -> shown.append(button.enabled() ? "\n[" : "\n(")
                .append(button.label())
                .append(button.enabled() ? "]" : ")"));
        pickers.forEach(picker -> shown.append("\n<")
                .append(picker.label())
                .append(": ")
                .append(picker.options())
                .append('>'));
        return shown.toString();
    }
}
