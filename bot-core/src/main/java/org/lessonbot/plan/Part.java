package org.lessonbot.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A place in a {@link Sheet} with named fields. Whatever is asked for and not there as it should be is a fault. */
final class Part {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final Sheet sheet;
    private final String pointer;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    Part(Sheet sheet, String pointer, JsonNode node) {
        this.sheet = sheet;
        this.pointer = pointer;
        this.node = node;
    }

    String file() {
        return sheet.file();
    }

    int line() {
        return sheet.line(pointer);
    }

    int line(String name) {
        return sheet.line(pointer + "/" + name);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Whether this is a bare text and has no fields. */
    boolean isText() {
        return node.isTextual();
    }

    /** The bare text. */
    String text() {
        return node.asText().strip();
    }

    String text(String name) {
        JsonNode value = get(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            fault(name, value.isMissingNode() ? name + " is missing" : name + " must be text, in quotes if need be");
        }
        return value.asText().strip();
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** This field; the empty text if it may be missing and is. */
    String text(String name, boolean required) {
        return required ? text(name) : text(name, "");
    }

    int number(String name, int least) {
        JsonNode value = get(name);
        if (!value.isInt() || value.asInt() < least) {
            fault(name, name + " must be a whole number, " + least + " or more");
        }
        return value.asInt();
    }

    boolean flag(String name) {
        JsonNode value = get(name);
        if (!value.isBoolean()) {
            fault(name, name + " must be true or false");
        }
        return value.asBoolean();
    }

    /** One of an enum's constants, in lower case in the file; the first one if it is none. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String value = text(name);
        for (E constant : constants) {
            if (value.isEmpty() || written(constant).equals(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(Part::written).collect(Collectors.joining(", "));
        fault(name, name + " must be one of " + known);
        return constants[0];
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Part part(String name) {
        JsonNode value = get(name);
        if (!value.isObject()) {
            fault(name, name + " must have fields of its own");
        }
        return new Part(sheet, pointer + "/" + name, value);
    }

    List<Part> list(String name) {
        JsonNode value = get(name);
        if (!value.isArray() || value.isEmpty()) {
            fault(name, name + " must be a list with at least one element");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            parts.add(new Part(sheet, pointer + "/" + name + "/" + i, value.path(i)));
        }
        return parts;
    }

    Map<String, Part> parts(String name) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Part around = part(name);
        around.node
                .properties()
                .forEach(field -> parts.put(
                        field.getKey(), new Part(sheet, around.pointer + "/" + field.getKey(), field.getValue())));
        return parts;
    }

    /** Names every field that nobody asked for. */
    void noMore() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                fault(
                        name,
                        "there is no field " + name + " here; there are "
                                + asked.stream().sorted().toList());
            }
        });
    }

    void fault(String name, String reason) {
        sheet.fault(pointer + "/" + name, reason);
    }

    /** This field as a record; a bare text, and a fault, if it is none. */
    Object bind(String name, Class<?> type) {
        return part(name).bound(type);
    }

    /** The same with the fields of another in place of some of its own. */
    Object bindOver(String name, String over, Class<?> type) {
        Part instead = part(over);
        if (!instead.node.isObject() || !node.path(name).isObject()) {
            return "";
        }
        ObjectNode all = node.path(name).deepCopy();
        all.setAll((ObjectNode) instead.node);
        return new Part(sheet, instead.pointer, all).bound(type);
    }

    private Object bound(Class<?> type) {
        if (!hasFieldsOf(type)) {
            return "";
        }
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return mapper.treeToValue(node, type);
        } catch (JsonMappingException unfit) {
            String where = unfit.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/"));
            fault(where, where + ": " + unfit.getOriginalMessage().replaceFirst(" \\(.*", ""));
        } catch (JsonProcessingException unreadable) {
            fault("", unreadable.getOriginalMessage());
        }
        return "";
    }

    /** Whether the fields are those of the record, neither more nor less: Jackson would name only the first that is amiss. */
    private boolean hasFieldsOf(Class<?> type) {
        Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Dispensable.class))
                .map(component -> SNAKE_CASE.translate(component.getName()))
                .filter(name -> !has(name))
                .forEach(name -> {
                    if (node instanceof ObjectNode fields) {
                        fields.putArray(name);
                    }
                });
        Set<String> wanted = Arrays.stream(type.getRecordComponents())
                .map(component -> SNAKE_CASE.translate(component.getName()))
                .collect(Collectors.toSet());
        wanted.stream().filter(name -> !has(name)).sorted().forEach(name -> fault(name, name + " is missing"));
        asked.addAll(wanted);
        noMore();
        return wanted.size() == node.size() && wanted.stream().allMatch(this::has);
    }

    private JsonNode get(String name) {
        asked.add(name);
        return node.path(name);
    }
}
