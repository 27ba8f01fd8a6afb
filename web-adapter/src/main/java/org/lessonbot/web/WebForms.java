package org.lessonbot.web;

import static org.lessonbot.page.Html.escape;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Form.Field;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Words;

/** Draws what is filled in: the content of a dialog, and pickers within a post. */
final class WebForms {
    /** A choice of more than this is a list that opens, not buttons side by side. */
    private static final int SIDE_BY_SIDE = 7;

    private WebForms() {}

    /** A form with its labels, hints, and a place for each field's error. */
    static String form(Form form, Words words) {
        String fields = form.fields().stream().map(field -> field(field, words)).collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                """
                <form data-action="%s" novalidate>
                <h2 id="dialog-title" dir="auto">%s</h2>
                %s%s
                <p class="error" role="alert" hidden></p>
                <div class="buttons"><button type="submit" class="primary">%s</button>\
                <button type="button" class="plain" data-close>%s</button></div>
                </form>""",
                escape(form.action().id()),
                escape(form.title()),
                form.about().isBlank() ? "" : "<p dir=\"auto\">" + escape(form.about()) + "</p>\n",
                fields,
                escape(form.send()),
                escape(words.say("web.form.cancel")));
    }

    private static String field(Field field, Words words) {
        String id = "field-" + escape(field.name());
        String label = escape(field.label())
                + (field.required()
                        ? ""
                        : " <span class=\"note\">" + escape(words.say("web.form.optional")) + "</span>");
        // What can be typed helps nobody where it is picked.
        String hint = field.hint().isEmpty() || field.kind() == Form.Kind.MOMENT
                ? ""
                : "<p class=\"note\" id=\"" + id + "-hint\" dir=\"auto\">" + escape(field.hint()) + "</p>";
        String about = " aria-describedby=\"" + (hint.isEmpty() ? "" : id + "-hint ") + id + "-error\""
                + (field.required() ? " required" : "");
        String error = "<p class=\"error\" id=\"" + id + "-error\" hidden></p>";
        if (field.kind() == Form.Kind.CHOICE && field.options().size() <= SIDE_BY_SIDE) {
            return "<fieldset class=\"field\" data-field=\"" + escape(field.name()) + "\" aria-describedby=\""
                    + (hint.isEmpty() ? "" : id + "-hint ") + id + "-error\"><legend dir=\"auto\">" + label
                    + "</legend>" + hint + "<div class=\"choices\">"
                    + field.options().stream()
                            .map(option -> radio(field, option))
                            .collect(Collectors.joining())
                    + "</div>" + error + "</fieldset>";
        }
        return "<div class=\"field\" data-field=\"" + escape(field.name()) + "\"><label for=\"" + id
                + "\" dir=\"auto\">" + label + "</label>" + hint + input(field, id, about, words) + error + "</div>";
    }

    private static String input(Field field, String id, String about, Words words) {
        String named = " id=\"" + id + "\" name=\"" + escape(field.name()) + "\"" + about;
        String limited = named + " maxlength=\"" + field.limit() + "\" dir=\"auto\"";
        return switch (field.kind()) {
            case LINE ->
                "<input type=\"text\" autocomplete=\"off\"" + limited + " value=\"" + escape(field.value()) + "\">";
            case MOMENT -> "<input type=\"datetime-local\"" + named + " value=\"" + escape(field.value()) + "\">";
            // The newline after the tag is the one that HTML swallows, so that a text may begin with its own.
            case TEXT -> "<textarea rows=\"5\"" + limited + ">\n" + escape(field.value()) + "</textarea>";
            case CHOICE ->
                "<select" + named + ">" + option(new Option("", words.say("web.form.choose")), field.value())
                        + field.options().stream()
                                .map(option -> option(option, field.value()))
                                .collect(Collectors.joining())
                        + "</select>";
        };
    }

    private static String option(Option option, String chosen) {
        String value = escape(option.value());
        // By its key one that is chosen stays the same option when the list is drawn anew.
        return "<option value=\"" + value + "\" data-key=\"" + value + "\""
                + (option.value().equals(chosen) ? " selected" : "") + ">" + escape(option.label()) + "</option>";
    }

    private static String radio(Field field, Option option) {
        return "<label><input type=\"radio\" name=\"" + escape(field.name()) + "\" value=\"" + escape(option.value())
                + "\"" + (option.value().equals(field.value()) ? " checked" : "")
                + (field.required() ? " required" : "") + "> <span dir=\"auto\">" + escape(option.label())
                + "</span></label>";
    }

    /** Said to whoever picks too few or too many. */
    private static String range(Block.Picker picker, Words words) {
        if (picker.max() <= 1) {
            return words.say("web.picker.one");
        }
        return picker.min() == picker.max()
                ? words.say("web.picker.exactly", picker.min())
                : words.say("web.picker.range", picker.min(), picker.max());
    }

    /** One choice from a list that opens, or several by ticking. */
    static String picker(Block.Picker picker, Words words) {
        String label = escape(picker.label());
        String choose = "<button type=\"submit\" class=\"plain\">" + escape(words.say("web.picker.send")) + "</button>";
        String head =
                "<form class=\"picker\" data-action=\"" + escape(picker.action().id()) + "\" data-min=\"" + picker.min()
                        + "\" data-max=\"" + picker.max() + "\" data-range=\"" + escape(range(picker, words)) + "\">";
        if (picker.max() <= 1) {
            return head + "<label><span dir=\"auto\">" + label + "</span> <select name=\"value\">"
                    + option(new Option("", words.say("web.form.choose")), "")
                    + picker.options().stream()
                            .map(option -> option(option, "-"))
                            .collect(Collectors.joining())
                    + "</select></label>" + choose + "</form>";
        }
        // A console has several of them, each as long as what the class wrote: they open one at a time.
        return "<details class=\"fold\" data-key=\"fold/"
                + escape(picker.action().id()) + "\"><summary dir=\"auto\">" + label + "</summary>" + head
                + "<fieldset><legend class=\"visually-hidden\" dir=\"auto\">" + label
                + "</legend><div class=\"choices\">"
                + picker.options().stream()
                        .map(option -> "<label data-key=\"" + escape(option.value())
                                + "\"><input type=\"checkbox\" name=\"value\" value=\"" + escape(option.value())
                                + "\"> <span dir=\"auto\">" + escape(option.label()) + "</span></label>")
                        .collect(Collectors.joining())
                + "</div></fieldset>" + choose + "</form></details>";
    }
}
