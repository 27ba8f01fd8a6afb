package org.lessonbot.editorial.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lessonbot.plan.ContentFault;

/**
 * A table of recorded answers, read from CSV or from JSON Lines (an object a line).
 *
 * @param columns all there are that have a name
 * @param twice those of a name that stands more than once; rows hold the first
 */
record Table(List<Row> rows, Set<String> columns, Set<String> twice) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Jackson says where an object began within the line, which is all there is to the line. */
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*\\)");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads a file; what is wrong with it is added to {@code faults}, and rows at fault are left out. */
    static Table read(String file, String text, List<ContentFault> faults) {
        String plain = plain(text);
        return file.endsWith(".jsonl") || file.endsWith(".ndjson")
                ? jsonLines(file, plain, faults)
                : CsvTable.read(file, plain, faults);
    }

    /** Without the mark that some editors put first. */
    static String plain(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Table jsonLines(String file, String text, List<ContentFault> faults) {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new TreeSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    JsonNode object = JSON.readTree(lines.get(i));
                    if (!object.isObject()) {
                        faults.add(new ContentFault(file, i + 1, "the line is no JSON object"));
                        continue;
                    }
                    Map<String, String> cells = new LinkedHashMap<>();
                    object.properties().forEach(field -> {
                        columns.add(field.getKey());
                        if (!field.getValue().isNull()) {
                            cells.put(field.getKey(), text(field.getValue()));
                        }
                    });
                    rows.add(new Row(i + 1, cells));
                } catch (JsonProcessingException malformed) {
                    faults.add(new ContentFault(
                            file,
                            i + 1,
                            "not JSON: "
                                    + SOURCE.matcher(malformed.getOriginalMessage())
                                            .replaceAll("")));
                }
            }
        }
        return new Table(rows, columns, Set.of());
    }

    /** Settings are often an object: these are kept as they were written. */
    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
