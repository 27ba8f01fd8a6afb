package org.lessonbot.benchmarks.soak;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.lessonbot.benchmarks.inside.Sql;

/** Looks into a running program and its database. */
final class Probe implements AutoCloseable {
    private static final Pattern CLASS = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");
    private static final double MB = 1024 * 1024;

    private final long pid;
    private final Sql sql;
    private final JMXConnector connector;
    private final MBeanServerConnection inside;

    private Probe(long pid, Sql sql, JMXConnector connector) throws IOException {
        this.pid = pid;
        this.sql = sql;
        this.connector = connector;
        this.inside = connector.getMBeanServerConnection();
    }

    @SuppressWarnings("BanJNDI") // It is ourselves who started what is connected to.
    static Probe into(Program program, Sql sql) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(program.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            return new Probe(program.pid(), sql, JMXConnectorFactory.connect(new JMXServiceURL(address)));
        } catch (AttachNotSupportedException refused) {
            throw new IOException(refused);
        }
    }

    /**
     * What there is of everything at one moment.
     *
     * @param figures by name: memory in MB after a full collection, threads, files and sockets, connections
     * @param threads by their names, a # in place of numbers
     * @param rows by table
     * @param objects instances by class
     */
    record Sample(
            Map<String, Double> figures,
            Map<String, Double> threads,
            Map<String, Double> rows,
            Map<String, Long> objects) {}

    Sample take() throws IOException, SQLException {
        Map<String, Long> objects = objects();
        MemoryMXBean memory =
                ManagementFactory.newPlatformMXBeanProxy(inside, "java.lang:type=Memory", MemoryMXBean.class);
        ThreadMXBean threads =
                ManagementFactory.newPlatformMXBeanProxy(inside, "java.lang:type=Threading", ThreadMXBean.class);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("heap, MB", memory.getHeapMemoryUsage().getUsed() / MB);
        figures.put("outside the heap, MB", memory.getNonHeapMemoryUsage().getUsed() / MB);
        figures.put("threads", (double) threads.getThreadCount());
        figures.putAll(handles());
        figures.put(
                "connections to the database",
                sql.number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()"));
        return new Sample(figures, names(threads), rows(), objects);
    }

    private static Map<String, Double> names(ThreadMXBean threads) {
        Map<String, Double> names = new TreeMap<>();
        Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .forEach(thread -> names.merge(thread.getThreadName().replaceAll("[0-9]+", "#"), 1.0, Double::sum));
        return names;
    }

    /** The histogram begins with a full collection. */
    private Map<String, Long> objects() throws IOException {
        try {
            String text = (String) inside.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
            Map<String, Long> objects = new TreeMap<>();
            CLASS.matcher(text)
                    .results()
                    .forEach((MatchResult line) ->
                            objects.merge(line.group(3), Long.parseLong(line.group(1)), Long::sum));
            return objects;
        } catch (JMException unknown) {
            throw new IOException(unknown);
        }
    }

    /** Of Linux; elsewhere nothing. */
    private Map<String, Double> handles() throws IOException {
        Map<String, Double> handles = new LinkedHashMap<>();
        Path all = Path.of("/proc/" + pid + "/fd");
        if (Files.isReadable(all)) {
            handles.put("sockets", 0.0);
            handles.put("other open files", 0.0);
            try (Stream<Path> open = Files.list(all)) {
                open.forEach(one -> handles.merge(
                        target(one).startsWith("socket:") ? "sockets" : "other open files", 1.0, Double::sum));
            }
        }
        return handles;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private Map<String, Double> rows() throws SQLException {
        Map<String, Double> rows = new TreeMap<>();
        for (String table : tables(sql).keySet()) {
            rows.put(table, sql.number("select count(*) from " + table));
        }
        return rows;
    }

    static Map<String, String> tables(Sql sql) throws SQLException {
        return sql.map("select table_name, table_name from information_schema.tables"
                + " where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1");
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
