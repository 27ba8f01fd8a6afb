package org.lessonbot.editorial.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lessonbot.plan.ContentFault;

/**
 * A table as programs write CSV: quoted as RFC 4180 says, with a row of names first, and separated by commas, semicolons or
 * tabs. The names' own row tells which; a line {@code sep=;} before it, which Excel understands, tells it for certain.
 * Columns without a name, such as the row numbers of pandas, are passed over, and so are rows without a word. R leaves out even the
 * name's place, so that there is one name less than cells.
 */
final class CsvTable {
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\\A\"?sep=([,;\\t|])\"?\\R");
    private static final String SEPARATORS = ",;\t";

    private final String file;
    private final List<ContentFault> faults;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private CsvTable(String file, List<ContentFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Reads a text without a byte-order mark. */
    static Table read(String file, String text, List<ContentFault> faults) {
        CsvTable table = new CsvTable(file, faults);
        Matcher told = SEPARATOR.matcher(text);
        if (told.find()) {
            table.read(text.substring(told.end()), told.group(1).charAt(0), 1);
        } else {
            table.read(text, separator(text), 0);
        }
        return new Table(table.rows, new TreeSet<>(table.columns()), table.twice());
    }

    /** The one that stands most often between the names, a comma if none does. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    private void read(String text, char separator, int linesBefore) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        int line = linesBefore + 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            if (records.hasNext()) {
                records.next().forEach(name -> names.add(name.strip()));
            }
            line = next(parser, linesBefore);
            while (records.hasNext()) {
                row(line, records.next().toList());
                line = next(parser, linesBefore);
            }
        } catch (IOException | UncheckedIOException malformed) {
            Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
            faults.add(new ContentFault(file, line, "not CSV: " + cause.getMessage()));
        }
    }

    /** Asked before a record is read, for reading takes its lines. */
    private static int next(CSVParser parser, int linesBefore) {
        return Math.toIntExact(parser.getCurrentLineNumber()) + linesBefore + 1;
    }

    private void row(int line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (rows.isEmpty() && cells.size() == names.size() + 1 && cells.get(0).matches("\\d+")) {
            names.add(0, "");
        }
        boolean more = cells.stream().skip(names.size()).anyMatch(cell -> !cell.isBlank());
        if (more || cells.size() < names.size()) {
            faults.add(new ContentFault(
                    file, line, "the row has " + cells.size() + " cells; there are " + names.size() + " columns"));
            return;
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.putIfAbsent(names.get(i), cells.get(i));
        }
        rows.add(new Row(line, byName));
    }

    private List<String> columns() {
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private Set<String> twice() {
        Set<String> seen = new HashSet<>();
        return columns().stream().filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }
}
