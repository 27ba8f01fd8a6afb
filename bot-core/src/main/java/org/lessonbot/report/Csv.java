package org.lessonbot.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as text by RFC 4180, safe to open in a spreadsheet: a cell that a spreadsheet would take for a formula begins
 * with an apostrophe (the characters are those that OWASP's page on CSV injection names).
 */
final class Csv {
    private static final String DANGEROUS = "=+-@\t\r\n";

    private Csv() {}

    static String table(List<List<String>> rows) {
        return rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean dangerous = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
        String safe = dangerous ? "'" + text : text;
        boolean quoted = dangerous || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
