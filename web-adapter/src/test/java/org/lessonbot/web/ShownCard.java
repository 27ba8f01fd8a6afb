package org.lessonbot.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lessonbot.tck.Card;

/** A post or whisper of the classroom as somebody sees it. */
final class ShownCard {
    private static final Set<String> BREAKS = Set.of(
            "p", "/p", "br", "li", "tr", "th", "td", "div", "/div", "h3", "/h3", "caption", "figcaption", "text");

    private final StringBuilder text = new StringBuilder();
    private final List<Card.Button> buttons = new ArrayList<>();
    private final List<Card.Picker> pickers = new ArrayList<>();
    /** By picker and label: what is sent when it is picked. */
    private final Map<String, String> values = new HashMap<>();

    private int row = -1;
    private Html.Part button = new Html.Part("", Map.of(), "");
    private Html.Part picker = new Html.Part("", Map.of(), "");
    private StringBuilder label = new StringBuilder();
    private String pickerLabel = "";
    private String value = "";
    private List<String> options = new ArrayList<>();

    private ShownCard() {}

    /** What stands in this HTML; the values behind its pickers' labels go into the map. */
    static Card of(long number, String html, Map<String, String> values) {
        Html read = Html.of(html);
        ShownCard shown = new ShownCard();
        read.parts().forEach(shown::read);
        values.putAll(shown.values);
        return new Card(
                Long.toString(number),
                shown.text.toString().replaceAll(" *\n[ \n]*", "\n").strip(),
                shown.buttons,
                shown.pickers,
                read.fired(),
                read.parts().stream()
                        .filter(part ->
                                part.is("svg") && part.attribute("class").equals("picture"))
                        .map(part -> part.attribute("aria-label"))
                        .toList(),
                html.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "1970-01-01T00:00:00Z"));
    }

    /** Under which a picker's value is kept. */
    static String key(String picker, String label) {
        return picker + "\n" + label;
    }

    private void read(Html.Part part) {
        if (!picker.tag().isEmpty()) {
            inPicker(part);
        } else if (part.is("form")) {
            picker = part;
            label = new StringBuilder();
            options = new ArrayList<>();
            pickerLabel = "";
        } else if (part.is("button")) {
            button = part;
            label = new StringBuilder();
        } else if (part.is("/button")) {
            buttons.add(new Card.Button(
                    button.attribute("data-action"), label.toString(), !button.has("disabled"), Math.max(row, 0)));
            button = new Html.Part("", Map.of(), "");
        } else if (part.tag().isEmpty()) {
            (button.tag().isEmpty() ? text : label).append(part.text());
        } else {
            mark(part);
        }
    }

    private void mark(Html.Part part) {
        if (part.is("div") && Set.of("buttons", "row").contains(part.attribute("class"))) {
            row++;
        }
        if (BREAKS.contains(part.tag())) {
            text.append('\n');
        }
    }

    private void inPicker(Html.Part part) {
        switch (part.tag()) {
            case "" -> label.append(part.text());
            case "select", "/legend" -> {
                pickerLabel = label.toString().strip();
                label = new StringBuilder();
            }
            case "option", "input" -> {
                value = part.attribute("value");
                label = new StringBuilder();
            }
            case "/option", "/label" -> option();
            case "/form" -> {
                pickers.add(new Card.Picker(
                        picker.attribute("data-action"),
                        pickerLabel,
                        options,
                        Integer.parseInt(picker.attribute("data-min")),
                        Integer.parseInt(picker.attribute("data-max"))));
                picker = new Html.Part("", Map.of(), "");
            }
            default -> {}
        }
    }

    private void option() {
        String read = label.toString().strip();
        if (!value.isEmpty()) {
            options.add(read);
            values.put(key(picker.attribute("data-action"), read), value);
        }
        value = "";
        label = new StringBuilder();
    }
}
