package org.lessonbot.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lessonbot.store.Schema;

/**
 * What the schema of a connection consists of, by PostgreSQL's own catalog.
 *
 * @param tables but for Flyway's; each after those that it refers to
 */
record Catalog(List<Table> tables, List<String> sequences, Set<String> owners) {
    private static final String TABLES = """
            select relname, relpersistence = 'u' as unlogged, pg_table_size(oid) as bytes, array(
                    select attname from pg_attribute
                    where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
                    order by attnum) as columns
            from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' order by relname
            """;

    private static final String REFERENCES = """
            select source.relname, target.relname from pg_constraint
                join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
            where contype = 'f' and connamespace = current_schema()::regnamespace and conrelid <> confrelid
            """;

    private static final String SEQUENCES =
            "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by 1";

    /**
     * One table.
     *
     * @param unlogged what is in it need not outlive the server
     * @param bytes that it takes on the disk, about
     */
    record Table(String name, List<String> columns, boolean unlogged, long bytes) {
        String quoted() {
            return quote(name);
        }

        String quotedColumns() {
            return columns.stream().map(Catalog::quote).collect(Collectors.joining(", "));
        }
    }

    static Catalog of(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        Set<String> owners = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString("relname");
                if (name.startsWith(Schema.HISTORY)) {
                    owners.add(name.substring(Schema.HISTORY.length()));
                } else {
                    List<String> columns =
                            List.of((String[]) rows.getArray("columns").getArray());
                    tables.put(name, new Table(name, columns, rows.getBoolean("unlogged"), rows.getLong("bytes")));
                }
            }
        }
        List<String> sequences = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SEQUENCES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sequences.add(rows.getString(1));
            }
        }
        return new Catalog(ordered(tables, references(connection)), List.copyOf(sequences), owners);
    }

    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(REFERENCES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), none -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private static List<Table> ordered(Map<String, Table> tables, Map<String, Set<String>> references) {
        Set<String> placed = new LinkedHashSet<>();
        while (placed.size() < tables.size()) {
            boolean grew = placed.addAll(tables.keySet().stream()
                    .filter(name -> placed.containsAll(references.getOrDefault(name, Set.of())))
                    .toList());
            if (!grew) {
                throw new IllegalStateException("tables refer to each other in a circle, or to another schema");
            }
        }
        return placed.stream().map(tables::get).toList();
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
