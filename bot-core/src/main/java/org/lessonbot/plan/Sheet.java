package org.lessonbot.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One YAML file as a tree that still knows its lines. */
final class Sheet {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final List<ContentFault> faults;
    /** By JSON pointer. */
    private final Map<String, Integer> lines = new HashMap<>();
    /** Of a text that is no tree of fields, nothing more can be said than that. */
    private boolean readable = true;

    private Sheet(String file, List<ContentFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads a file; what is wrong with it is added to {@code faults}. */
    static Part read(String file, String text, List<ContentFault> faults) {
        Sheet sheet = new Sheet(file, faults);
        JsonNode root = NODES.objectNode();
        Optional<Malformed> unfit = Malformed.in(text);
        if (unfit.isPresent()) {
            sheet.refuse(unfit.get());
            return new Part(sheet, "", root);
        }
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                root = sheet.node(parser, "");
            } else {
                sheet.refuse(new Malformed(0, "expected a file of named fields"));
            }
        } catch (JsonProcessingException malformed) {
            sheet.refuse(Malformed.of(malformed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Part(sheet, "", root);
    }

    private JsonNode node(JsonParser parser, String pointer) throws IOException {
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getIntValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = pointer + "/" + name;
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (object.has(name)) {
                faults.add(new ContentFault(file, line, "there are two fields " + name));
            }
            lines.put(inner, line);
            object.set(name, node(parser, inner));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    void fault(String pointer, String reason) {
        if (readable) {
            faults.add(new ContentFault(file, line(pointer), reason));
        }
    }

    private void refuse(Malformed malformed) {
        faults.add(new ContentFault(file, malformed.line(), malformed.reason()));
        readable = false;
    }

    String file() {
        return file;
    }

    /** The line of this place, or of the nearest one around it. */
    int line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 0);
    }
}
