package org.lessonbot.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own. */
final class Program implements AutoCloseable {
    private static final long PATIENCE_S = 180;

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Program start(Path jar, Path home, Map<String, String> settings) throws IOException {
        Path output = Files.createTempFile(home, "output-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toAbsolutePath().toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LESSON_BOT_DATA_DIR", home.resolve("data").toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process, output);
    }

    /** Waits until it prints something, and returns the first group of what was looked for. */
    String says(Pattern wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < until && process.isAlive()) {
            Matcher said = wanted.matcher(said());
            if (said.find()) {
                return said.group(1);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the program does not start:\n" + said());
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as an operator does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the program did not end when it was told to");
        }
    }
}
