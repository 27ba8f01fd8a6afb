package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One process of the bot, in a folder of its own. */
final class Program implements AutoCloseable {
    /** Where forty others want the processors too, two minutes are too few. */
    private static final Duration START = Duration.ofMinutes(6);

    private final Process process;
    private final Path output;
    private final long begun = System.nanoTime();

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param before what the command line begins with, such as a program that runs others
     * @param home its folder: started there again it finds what it left
     */
    static Program start(List<String> before, Path jar, Path home, Map<String, String> settings) throws IOException {
        return start(before, List.of(), jar, home, settings);
    }

    /** @param java more options for its Java */
    static Program start(List<String> before, List<String> java, Path jar, Path home, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(java);
        command.addAll(
                List.of("-Dlessonbot.home=" + home, "-jar", jar.toAbsolutePath().toString()));
        Path output = home.resolve("output-" + System.nanoTime());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LESSON_BOT_DATA_DIR", home.resolve("data").toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process, output);
    }

    /** Waits until it says something, and returns the first group of what was looked for. */
    String says(Pattern wanted) throws InterruptedException {
        long until = begun + START.toNanos();
        Matcher said = wanted.matcher(said());
        while (!said.find()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the program does not start:\n" + said());
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the program ended by itself:\n" + said());
            }
            Thread.sleep(20);
            said = wanted.matcher(said());
        }
        return said.group(1);
    }

    /** All that it has printed. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** It, and what it has started. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** How long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it where it is, with everything it holds, until it is told to go on. */
    void hang() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill " + name + " answered " + status);
        }
    }

    /** Ends it as an operator does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
