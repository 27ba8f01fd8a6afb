package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** What may stand where in a message or a form, and how much of it. */
final class ComponentRules {
    private static final int MOST_COMPONENTS = 40;
    private static final int MOST_TEXT = 4000;

    private final FormErrors errors;
    private final Set<String> attachments;
    private final ControlRules controls;

    /** Where a component stands, with the types that are allowed there. */
    private enum Place {
        MESSAGE(Components.ROW),
        MESSAGE_V2(
                Components.ROW,
                Components.SECTION,
                Components.TEXT_DISPLAY,
                Components.MEDIA_GALLERY,
                Components.FILE,
                Components.SEPARATOR,
                Components.CONTAINER),
        CONTAINER(
                Components.ROW,
                Components.SECTION,
                Components.TEXT_DISPLAY,
                Components.MEDIA_GALLERY,
                Components.FILE,
                Components.SEPARATOR),
        ROW(
                Components.BUTTON,
                Components.STRING_SELECT,
                Components.USER_SELECT,
                Components.ROLE_SELECT,
                Components.MENTIONABLE_SELECT,
                Components.CHANNEL_SELECT),
        SECTION(Components.TEXT_DISPLAY),
        ACCESSORY(Components.BUTTON, Components.THUMBNAIL),
        FORM(Components.ROW, Components.LABEL, Components.TEXT_DISPLAY),
        FORM_ROW(Components.TEXT_INPUT),
        LABEL(
                Components.STRING_SELECT,
                Components.TEXT_INPUT,
                Components.USER_SELECT,
                Components.ROLE_SELECT,
                Components.MENTIONABLE_SELECT,
                Components.CHANNEL_SELECT,
                Components.FILE_UPLOAD,
                Components.RADIO_GROUP,
                Components.CHECKBOX_GROUP,
                Components.CHECKBOX);

        private final long types;

        Place(int... types) {
            this.types = IntStream.of(types).mapToLong(type -> 1L << type).reduce(0, (one, other) -> one | other);
        }

        boolean allows(int type) {
            return type > 0 && type < Long.SIZE && (types & 1L << type) != 0;
        }
    }

    ComponentRules(FormErrors errors, Set<String> attachments) {
        this.errors = errors;
        this.attachments = attachments;
        this.controls = new ControlRules(errors);
    }

    void message(JsonNode components, String path, boolean v2) {
        errors.size(path, components, 0, v2 ? MOST_COMPONENTS : 5);
        each(components, path, v2 ? Place.MESSAGE_V2 : Place.MESSAGE);
        totals(components, path);
    }

    void form(JsonNode data) {
        errors.length("data.custom_id", data.path("custom_id"), 1, 100);
        errors.length("data.title", data.path("title"), 1, 45);
        JsonNode components = data.path("components");
        errors.size("data.components", components, 1, 5);
        each(components, "data.components", Place.FORM);
        totals(components, "data.components");
    }

    private void totals(JsonNode components, String path) {
        long count = Components.all(components).count();
        if (count > MOST_COMPONENTS) {
            errors.add(
                    path,
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The total number of components is " + count + ", at most " + MOST_COMPONENTS + " are allowed");
        }
        int text = Components.texts(components)
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .sum();
        if (text > MOST_TEXT) {
            errors.add(
                    path,
                    "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED",
                    "The total displayable text is " + text + " long, at most " + MOST_TEXT + " is allowed");
        }
        Set<Integer> ids = new HashSet<>();
        Components.all(components)
                .map(component -> component.path("id").asInt())
                .filter(id -> id != 0 && !ids.add(id))
                .forEach(id -> errors.add(path, "COMPONENT_ID_DUPLICATED", "Component id " + id + " is taken"));
    }

    private void each(JsonNode components, String path, Place place) {
        if (!components.isArray() && !components.isMissingNode() && !components.isNull()) {
            errors.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        }
        for (int i = 0; i < components.size(); i++) {
            one(components.get(i), path + "." + i, place);
        }
    }

    private void one(JsonNode component, String path, Place place) {
        int type = component.path("type").asInt();
        if (!place.allows(type)) {
            errors.add(
                    path + ".type",
                    "UNION_TYPE_CHOICES",
                    "A component of type " + type + " cannot stand in " + place + ".");
            return;
        }
        switch (type) {
            case Components.ROW -> row(component, path, place == Place.FORM ? Place.FORM_ROW : Place.ROW);
            case Components.SECTION -> section(component, path);
            case Components.TEXT_DISPLAY -> errors.length(path + ".content", component.path("content"), 1, MOST_TEXT);
            case Components.THUMBNAIL -> media(component.path("media"), path + ".media");
            case Components.MEDIA_GALLERY -> gallery(component, path);
            case Components.FILE -> file(component.path("file"), path + ".file");
            case Components.SEPARATOR -> errors.range(path + ".spacing", component.path("spacing"), 1, 2);
            case Components.CONTAINER -> container(component, path);
            case Components.LABEL -> label(component, path);
            default -> controls.check(component, path, place == Place.LABEL);
        }
    }

    private void row(JsonNode row, String path, Place inside) {
        JsonNode children = row.path("components");
        boolean onlyButtons =
                Json.stream(children).allMatch(child -> child.path("type").asInt() == Components.BUTTON);
        errors.size(path + ".components", children, 1, onlyButtons ? 5 : 1);
        each(children, path + ".components", inside);
    }

    private void section(JsonNode section, String path) {
        errors.size(path + ".components", section.path("components"), 1, 3);
        each(section.path("components"), path + ".components", Place.SECTION);
        if (section.path("accessory").isObject()) {
            one(section.path("accessory"), path + ".accessory", Place.ACCESSORY);
        } else {
            errors.add(path + ".accessory", "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private void container(JsonNode container, String path) {
        errors.size(path + ".components", container.path("components"), 1, MOST_COMPONENTS);
        errors.range(path + ".accent_color", container.path("accent_color"), 0, 0xFFFFFF);
        each(container.path("components"), path + ".components", Place.CONTAINER);
    }

    private void label(JsonNode label, String path) {
        errors.length(path + ".label", label.path("label"), 1, 45);
        errors.length(path + ".description", label.path("description"), 0, 100);
        one(label.path("component"), path + ".component", Place.LABEL);
    }

    private void gallery(JsonNode gallery, String path) {
        JsonNode items = gallery.path("items");
        errors.size(path + ".items", items, 1, 10);
        for (int i = 0; i < items.size(); i++) {
            media(items.get(i).path("media"), path + ".items." + i + ".media");
            errors.length(path + ".items." + i + ".description", items.get(i).path("description"), 0, 1024);
        }
    }

    private void file(JsonNode file, String path) {
        media(file, path);
        if (!file.path("url").asText().startsWith("attachment://")) {
            errors.add(path + ".url", "UNFURLED_MEDIA_NOT_ATTACHMENT", "Only attachment:// is allowed here");
        }
    }

    private void media(JsonNode media, String path) {
        String url = media.path("url").asText();
        errors.length(path + ".url", media.path("url"), 1, 2048);
        if (url.startsWith("attachment://")) {
            if (!attachments.contains(url.substring("attachment://".length()))) {
                errors.add(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", "No such file: " + url);
            }
        } else if (!url.matches("https?://.+")) {
            errors.add(path + ".url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https or attachment");
        }
    }
}
