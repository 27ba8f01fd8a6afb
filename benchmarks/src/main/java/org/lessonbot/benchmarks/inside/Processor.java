package org.lessonbot.benchmarks.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time since it was made, in microseconds, as Linux counts it in hundredths of a second. Unlike a rate it hardly depends on
 * what else the machine does. Elsewhere than on Linux there is none.
 */
public final class Processor {
    private static final int USER = 13;
    private static final int CHILDREN = 15;
    private static final double TICK_US = 10_000;

    private final long own = ticks("self", USER);
    private final long children = ticks("self", CHILDREN);
    private final Map<String, Long> server = new HashMap<>();

    /** Of this process from now on, and of those it ran to their end. */
    public Processor() {}

    /** The same, and of those who work for the build in its database. */
    Processor(Sql sql) throws SQLException {
        workers(sql).forEach(pid -> server.put(pid, ticks(pid, USER)));
    }

    /** This process's for each of so many things. */
    double own(int count) {
        return (ticks("self", USER) - own) * TICK_US / count;
    }

    /** That of processes that it ran to their end, for each of so many things. */
    public double children(int count) {
        return (ticks("self", CHILDREN) - children) * TICK_US / count;
    }

    /** That of the database for each of so many things. */
    double server(Sql sql, int count) throws SQLException {
        long all = 0;
        for (String pid : workers(sql)) {
            all += ticks(pid, USER) - server.getOrDefault(pid, 0L);
        }
        return all * TICK_US / count;
    }

    /** Both for each of so many things, and their sum, by the names under which figures keep them. */
    Map<String, Double> figures(Sql sql, int count) throws SQLException {
        double java = own(count);
        double server = server(sql, count);
        return Map.of("java_us", java, "server_us", server, "all_us", java + server);
    }

    private static Iterable<String> workers(Sql sql) throws SQLException {
        return sql.map("select pid, '' from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .keySet();
    }

    /** All that a process with ended children used of it. */
    public static double ofChildren(long pid) {
        return ticks(Long.toString(pid), CHILDREN) * TICK_US;
    }

    /** Of a process, as a user and as the system. */
    private static long ticks(String pid, int field) {
        try {
            String line = Files.readString(Path.of("/proc", pid, "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            // The first two fields are the number and the name.
            return Long.parseLong(fields[field - 2]) + Long.parseLong(fields[field - 1]);
        } catch (IOException endedOrNoLinux) {
            return 0;
        }
    }
}
