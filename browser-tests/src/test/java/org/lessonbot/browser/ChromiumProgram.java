package org.lessonbot.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the program of Chromium is, and how to come by one on a machine that has none. */
final class ChromiumProgram {

    /** The environment variable that names a Chromium to use before any other. */
    static final String VARIABLE = "LESSON_BOT_CHROMIUM";

    private static final String SHELL = "chromium-headless-shell";
    private static final Logger log = LoggerFactory.getLogger(ChromiumProgram.class);
    /** The one without windows first: it draws the same pages for half the work. */
    private static final List<String> NAMES = List.of(SHELL, "chromium", "chromium-browser", "google-chrome");

    private ChromiumProgram() {}

    /**
     * The Chromium of this machine. On Debian, as root, one is installed if need be: a fresh CI machine has none.
     *
     * @return empty where Playwright has to bring its own
     * @throws IllegalStateException if {@value #VARIABLE} names no program, or the installation fails
     */
    static synchronized Optional<Path> findOrInstall() {
        Optional<Path> found = find();
        if (found.isPresent() || !canInstall()) {
            return found;
        }
        Path lockFile = Path.of(System.getProperty("java.io.tmpdir"), "lesson-bot-chromium.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            log.debug("Holding {}", lock);
            if (find().isEmpty()) {
                log.info("There is no Chromium: installing Debian's, which takes a minute or two");
                aptGet("update");
                if (!aptGet("install", "-y", "--no-install-recommends", SHELL)
                        && !aptGet("install", "-y", "--no-install-recommends", "chromium")) {
                    throw new IllegalStateException("apt-get could install neither " + SHELL
                            + " nor chromium. Install one by hand, or name its program in " + VARIABLE + ".");
                }
            }
            return find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            Path program = Path.of(named);
            if (!Files.isExecutable(program)) {
                throw new IllegalStateException(VARIABLE + " is " + named + ", which is no program.");
            }
            return Optional.of(program);
        }
        String[] path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        List<Path> folders = Stream.concat(Stream.of("/usr/bin"), Stream.of(path))
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean canInstall() {
        return "root".equals(System.getProperty("user.name"))
                && Files.exists(Path.of("/etc/debian_version"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /** Steps and errors; apt-get tells more about each of some forty packages than anyone reads. */
    private static boolean isWorthShowing(String line) {
        return line.startsWith("Fetched") || line.startsWith("Setting up") || line.startsWith("E:");
    }

    /** @return whether it succeeded */
    private static boolean aptGet(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(ChromiumProgram::isWorthShowing).forEach(line -> log.info("apt-get: {}", line));
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while installing Chromium", e);
        }
    }
}
