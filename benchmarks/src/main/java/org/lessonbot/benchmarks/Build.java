package org.lessonbot.benchmarks;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.lessonbot.benchmarks.inside.Inside;
import org.lessonbot.benchmarks.inside.Sql;

/**
 * A build of the program, measured in processes of its own.
 *
 * @param name what it is called in the table
 * @param jar the whole program
 * @param scratch where its processes write
 */
record Build(String name, Path jar, Path scratch) {
    /** More than anything takes: what hangs is ended. */
    private static final long MINUTES = 20;

    private static final long GLANCE_MS = 100;

    /** Measures a part of {@link Inside} on a database of its own. */
    Map<String, Double> measure(String part, Sql database, Map<String, Integer> given)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-cp",
                jar + File.pathSeparator + ourClasses(),
                Inside.class.getName(),
                "part=" + part,
                "url=" + database.url(),
                "user=" + database.user(),
                "password=" + database.password()));
        given.forEach((name, value) -> command.add(name + "=" + value));
        Map<String, Double> figures = new HashMap<>();
        for (String line : run(command, part, pid -> {})) {
            if (line.startsWith(Inside.MARK)) {
                String[] figure = line.substring(Inside.MARK.length()).split(" ", 2);
                figures.put(figure[0], Double.parseDouble(figure[1]));
            }
        }
        return figures;
    }

    /** Plays the whole lesson with simulated browsers, which are part of the same process. */
    Map<String, Double> rehearse(int students) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory(scratch, "rehearsal-");
        List<String> command = List.of(
                java(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString(),
                "rehearse",
                "--students",
                Integer.toString(students),
                "--json");
        Map<String, Double> figures = new HashMap<>();
        ThreadTimes times = new ThreadTimes();
        List<String> output = run(command, "rehearse-" + students, pid -> {
            peak(pid, figures);
            times.look(pid);
        });
        JsonObject result = output.stream()
                .filter(line -> line.startsWith("{"))
                .reduce((first, last) -> last)
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .orElseThrow(() -> new IOException(name + " says nothing of how the rehearsal went"));
        figures.putAll(times.figures());
        figures.put("p50", result.get("p50_ms").getAsDouble());
        figures.put("p99", result.get("p99_ms").getAsDouble());
        figures.put("lost", result.get("lost").getAsDouble());
        return figures;
    }

    /**
     * Runs a process to its end.
     *
     * @param glance looks at it again and again, by its number
     * @return what it printed
     */
    private List<String> run(List<String> command, String what, LongConsumer glance)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, name + "-" + what + "-", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
            while (!process.waitFor(GLANCE_MS, TimeUnit.MILLISECONDS)) {
                glance.accept(process.pid());
                if (System.nanoTime() > until) {
                    throw new IOException(name + ": " + what + " did not end; see " + output);
                }
            }
            if (process.exitValue() != 0) {
                throw new IOException(name + ": " + what + " failed; see " + output);
            }
            return Files.readAllLines(output);
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    /** The most megabytes that it held, where the system says so. */
    private static void peak(long pid, Map<String, Double> memory) {
        try {
            // All at once: it may end between two lines.
            Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .forEach(kilobytes -> memory.put("peak", Double.parseDouble(kilobytes) / 1024));
        } catch (IOException endedOrNoLinux) {
            // What was read last stands.
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path ourClasses() {
        try {
            return Path.of(Inside.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
