package org.lessonbot.slack.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack's rules for what stands inside blocks: buttons, menus and fields (docs.slack.dev, Block Kit elements). */
final class ElementRules {
    private static final Set<String> MENUS = Set.of("static_select", "multi_static_select");
    private static final Set<String> BOXES = Set.of("radio_buttons", "checkboxes");
    private static final Set<String> PEOPLE = Set.of("users_select", "multi_users_select");
    private static final Set<String> FIELDS = Set.of("plain_text_input", "number_input", "datepicker", "timepicker");

    /** Everything that carries an action id. */
    static final Set<String> INTERACTIVE = union(Set.of("button", "overflow"), MENUS, BOXES, PEOPLE, FIELDS);

    /** What may stand in an actions block or beside a section. */
    static final Set<String> OUTSIDE_FORMS =
            union(Set.of("button", "overflow", "datepicker", "timepicker"), MENUS, BOXES, PEOPLE);

    /** What may be a form's field. */
    static final Set<String> IN_FORMS = union(MENUS, BOXES, PEOPLE, FIELDS);

    private static final Set<String> PICKS = Set.of(
            "action_id", "placeholder", "options", "option_groups", "initial_option", "confirm", "focus_on_load");
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("button", Set.of("text", "action_id", "url", "value", "style", "confirm", "accessibility_label")),
            Map.entry("overflow", Set.of("action_id", "options", "confirm")),
            Map.entry("static_select", PICKS),
            Map.entry("multi_static_select", union(PICKS, Set.of("initial_options", "max_selected_items"))),
            Map.entry("radio_buttons", PICKS),
            Map.entry("checkboxes", union(PICKS, Set.of("initial_options"))),
            Map.entry("users_select", Set.of("action_id", "placeholder", "initial_user", "confirm", "focus_on_load")),
            Map.entry(
                    "multi_users_select",
                    Set.of("action_id", "placeholder", "initial_users", "max_selected_items", "confirm")),
            Map.entry(
                    "plain_text_input",
                    Set.of(
                            "action_id",
                            "initial_value",
                            "multiline",
                            "min_length",
                            "max_length",
                            "dispatch_action_config",
                            "focus_on_load",
                            "placeholder")),
            Map.entry(
                    "number_input",
                    Set.of(
                            "action_id",
                            "is_decimal_allowed",
                            "initial_value",
                            "min_value",
                            "max_value",
                            "placeholder",
                            "focus_on_load")),
            Map.entry("datepicker", Set.of("action_id", "initial_date", "placeholder", "confirm", "focus_on_load")),
            Map.entry("timepicker", Set.of("action_id", "initial_time", "placeholder", "confirm", "timezone")));

    private ElementRules() {}

    static void check(Part element, Set<String> allowed) {
        if (!allowed.contains(element.type())) {
            element.complain("unsupported type: " + element.type());
            return;
        }
        element.onlyHas(NAMES.getOrDefault(element.type(), Set.of()));
        element.string("action_id", BlockRules.LONGEST_ID);
        element.plain("placeholder", 150);
        element.child("confirm").ifPresent(ElementRules::confirm);
        if (element.type().equals("button")) {
            button(element);
        } else if (element.type().equals("plain_text_input")) {
            element.number("min_length", 0, 3000);
            element.number("max_length", 1, 3000);
            element.upTo("initial_value", 3000);
        } else if (MENUS.contains(element.type())) {
            menu(element);
        } else if (BOXES.contains(element.type())) {
            element.requires("options");
            options(element, 10, Set.of("plain_text", "mrkdwn"));
        } else if (element.type().equals("overflow")) {
            element.requires("options");
            options(element, 5, Set.of("plain_text"));
        }
    }

    private static void button(Part button) {
        button.requires("text");
        button.plain("text", 75);
        button.string("url", 3000);
        button.string("value", 2000);
        button.string("accessibility_label", 75);
        button.string("style", 10)
                .filter(style -> !Set.of("primary", "danger").contains(style))
                .ifPresent(style -> button.complain("style must be primary or danger"));
    }

    private static void menu(Part menu) {
        if (menu.has("options") == menu.has("option_groups")) {
            menu.complain("must have exactly one of options and option_groups");
        }
        options(menu, 100, Set.of("plain_text"));
        for (Part group : menu.children("option_groups", 1, 100)) {
            group.onlyHas(Set.of("label", "options"));
            group.requires("label");
            group.plain("label", 75);
            options(group, 100, Set.of("plain_text"));
        }
    }

    private static void options(Part holder, int most, Set<String> textTypes) {
        List<Part> options = holder.children("options", 1, most);
        Set<String> values = new HashSet<>();
        for (Part option : options) {
            option.onlyHas(Set.of("text", "value", "description", "url"));
            option.requires("text");
            option.child("text").ifPresent(text -> text.checkText(textTypes, 75));
            option.requires("value");
            option.string("value", 150)
                    .filter(value -> !values.add(value))
                    .ifPresent(value -> option.complain("duplicate option value: " + value));
            option.child("description").ifPresent(text -> text.checkText(textTypes, 75));
        }
        if (!options.isEmpty()) {
            Stream.concat(holder.child("initial_option").stream(), holder.children("initial_options", 1, 100).stream())
                    .filter(initial ->
                            options.stream().noneMatch(each -> each.json().equals(initial.json())))
                    .forEach(initial -> initial.complain("initial option does not match any of the options"));
        }
    }

    private static void confirm(Part confirm) {
        confirm.onlyHas(Set.of("title", "text", "confirm", "deny", "style"));
        List.of("title", "text", "confirm", "deny").forEach(confirm::requires);
        confirm.plain("title", 100);
        confirm.text("text", 300);
        confirm.plain("confirm", 30);
        confirm.plain("deny", 30);
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
