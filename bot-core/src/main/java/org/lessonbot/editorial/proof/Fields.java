package org.lessonbot.editorial.proof;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where in a bank file's text the fields of each item stand. */
final class Fields {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final String ITEM = "/items/";
    private static final String TEXT = "/text";

    /**
     * One text in the file.
     *
     * @param start its first character, with the mark of a block or a quote
     * @param end after its last character
     * @param column of its name, from 0
     */
    record Place(int start, int end, int column, String value) {}

    /** One place in the tree of the file that is being read. */
    private static final class Level {
        private final String path;
        private final boolean list;
        private int index = -1;
        private String name = "";
        private int column;

        Level(String path, boolean list) {
            this.path = path;
            this.list = list;
        }

        String inner() {
            return path + "/" + (list ? String.valueOf(index) : name);
        }
    }

    private Fields() {}

    /**
     * The fields of an item by name, those of responses as {@code responses/base}.
     *
     * @return none if there is no such item
     */
    static Map<String, Place> of(String text, String id) {
        Map<String, Map<String, Place>> items = new LinkedHashMap<>();
        places(text).forEach((path, place) -> {
            if (path.startsWith(ITEM)) {
                String[] parts = path.substring(ITEM.length()).split("/", 2);
                if (parts.length == 2) {
                    items.computeIfAbsent(parts[0], first -> new LinkedHashMap<>())
                            .put(parts[1].startsWith("responses/") ? bare(parts[1]) : parts[1], place);
                }
            }
        });
        return items.values().stream()
                .filter(fields ->
                        fields.containsKey("id") && fields.get("id").value().equals(id))
                .findFirst()
                .orElse(Map.of());
    }

    /** A response with a provenance of its own has its text one level further in. */
    private static String bare(String path) {
        return path.endsWith(TEXT) ? path.substring(0, path.length() - TEXT.length()) : path;
    }

    private static Map<String, Place> places(String text) {
        Map<String, Place> places = new LinkedHashMap<>();
        Deque<Level> levels = new ArrayDeque<>();
        try (YAMLParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Level level = levels.isEmpty() ? new Level("", false) : levels.peek();
                if (token == JsonToken.FIELD_NAME) {
                    level.name = parser.currentName();
                    level.column = parser.currentTokenLocation().getColumnNr() - 1;
                } else if (token.isStructEnd()) {
                    levels.pop();
                } else {
                    level.index++;
                    if (token.isStructStart()) {
                        String path = levels.isEmpty() ? "" : level.inner();
                        levels.push(new Level(path, token == JsonToken.START_ARRAY));
                    } else {
                        places.put(level.inner(), place(text, parser, level.column));
                    }
                }
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
        return places;
    }

    /** The parser counts code points, and takes the blank lines after a block for a part of it. */
    private static Place place(String text, YAMLParser parser, int column) throws IOException {
        int start = text.offsetByCodePoints(
                0, Math.toIntExact(parser.currentTokenLocation().getCharOffset()));
        int end = text.offsetByCodePoints(
                0, Math.toIntExact(parser.currentLocation().getCharOffset()));
        int trimmed = start + text.substring(start, end).stripTrailing().length();
        return new Place(start, trimmed, column, parser.getText());
    }
}
