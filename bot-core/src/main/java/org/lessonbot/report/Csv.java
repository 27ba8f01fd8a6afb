package org.lessonbot.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as text by RFC 4180 that open right in a spreadsheet: every cell is quoted, and a byte-order mark says that it is
 * UTF-8, which Excel would not guess. No cell is taken for a formula: an apostrophe goes before each character with which one
 * may begin (those that OWASP's page on CSV injection names, and their full-width forms), at the start of a cell and also
 * wherever a spreadsheet that expects another separator would begin a cell, be there quotation marks before it or not.
 */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("\\A(?=[\t\r\n])|((?:\\A|[,;\t\r\n])\"*)(?=[=+\\-@＝＋－＠])");

    private Csv() {}

    static String table(List<List<String>> rows, Export.Separator separator) {
        return rows.stream()
                .map(cells -> line(cells, separator.sign()))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static String line(List<String> cells, String separator) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(separator, "", "\r\n"));
    }

    private static String cell(String text) {
        return '"' + FORMULA.matcher(text).replaceAll("$1'").replace("\"", "\"\"") + '"';
    }
}
