package org.lessonbot.store.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup consists of: the last thing written, so that a file that has it is whole.
 *
 * @param format of the file; this program writes and reads {@link #FORMAT}
 * @param made when, in UTC, as in {@code 2026-11-29T18:00:00Z}
 * @param versions of each owner's tables, such as 18 of {@code core}
 * @param tables so that each stands after those that it refers to
 */
record Manifest(int format, String made, Map<String, String> versions, List<Contents> tables, List<Counter> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * What there is of a table: an entry of this name with {@code .copy}, in the text format of PostgreSQL's COPY.
     *
     * @param sha256 of the entry, in small hexadecimal digits
     */
    record Contents(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param next the number that it gives next */
    record Counter(String name, long next) {}
}
