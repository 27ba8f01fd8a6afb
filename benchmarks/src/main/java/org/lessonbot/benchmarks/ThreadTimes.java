package org.lessonbot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of a program that holds simulated browsers: theirs, told by the names of their threads, and its own. Elsewhere than on
 * Linux there is none.
 */
final class ThreadTimes {
    /** How the names begin: of pupils, of the streams of their pages, of the JDK's client. */
    private static final List<String> BROWSERS = List.of("pupil", "browser-feed", "HttpClient-");

    private static final int USER = 13;
    private static final double TICKS_A_SECOND = 100;
    /** To look at hundreds of threads costs something itself. */
    private static final int EACH = 10;

    private final Map<Path, Long> browsers = new HashMap<>();
    private long all;
    private int glances;

    /** Looks at it now and then. */
    void look(long pid) {
        if (glances++ % EACH != 0) {
            return;
        }
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            threads.forEach(thread -> read(thread)
                    .filter(stat -> BROWSERS.stream().anyMatch(stat.name()::startsWith))
                    .forEach(stat -> browsers.put(thread, stat.ticks())));
            read(process).forEach(stat -> all = stat.ticks());
        } catch (IOException | UncheckedIOException endedOrNoLinux) {
            // What was read last stands.
        }
    }

    private record Stat(String name, long ticks) {}

    /** Nothing if it has ended. */
    private static Stream<Stat> read(Path where) {
        try {
            String line = Files.readString(where.resolve("stat"));
            int behind = line.lastIndexOf(')');
            String[] fields = line.substring(behind + 2).split(" ");
            // The first two fields are the number and the name.
            long ticks = Long.parseLong(fields[USER - 2]) + Long.parseLong(fields[USER - 1]);
            return Stream.of(new Stat(line.substring(line.indexOf('(') + 1, behind), ticks));
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    /** In seconds. */
    Map<String, Double> figures() {
        double theirs = browsers.values().stream().mapToLong(Long::longValue).sum() / TICKS_A_SECOND;
        return all == 0 ? Map.of() : Map.of("browsers_s", theirs, "bot_s", all / TICKS_A_SECOND - theirs);
    }
}
