package org.lessonbot.editorial.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.lessonbot.plan.ContentFault;

/**
 * A table of recorded answers, read from CSV (RFC 4180, with a row of names first) or from JSON Lines (an object a line).
 *
 * @param columns all there are
 */
record Table(List<Row> rows, Set<String> columns) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Jackson says where an object began within the line, which is all there is to the line. */
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*\\)");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads a file; what is wrong with it is added to {@code faults}, and rows at fault are left out. */
    static Table read(String file, String text, List<ContentFault> faults) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return file.endsWith(".jsonl") || file.endsWith(".ndjson")
                ? jsonLines(file, plain, faults)
                : csv(file, plain, faults);
    }

    private static Table csv(String file, String text, List<ContentFault> faults) {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new TreeSet<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setAllowMissingColumnNames(false)
                .get();
        int line = 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            columns.addAll(parser.getHeaderNames());
            Iterator<CSVRecord> records = parser.iterator();
            line = next(parser);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                boolean blank = record.size() == 1 && record.get(0).isBlank();
                if (!blank && !record.isConsistent()) {
                    faults.add(new ContentFault(
                            file,
                            line,
                            "the row has " + record.size() + " cells; there are " + columns.size() + " columns"));
                } else if (!blank) {
                    rows.add(new Row(line, record.toMap()));
                }
                line = next(parser);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
            faults.add(new ContentFault(file, line, "not CSV: " + cause(malformed)));
        }
        return new Table(rows, columns);
    }

    /** Asked before a record is read, for reading takes its lines. */
    private static int next(CSVParser parser) {
        return Math.toIntExact(parser.getCurrentLineNumber()) + 1;
    }

    private static String cause(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
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
        return new Table(rows, columns);
    }

    /** Settings are often an object: these are kept as they were written. */
    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
