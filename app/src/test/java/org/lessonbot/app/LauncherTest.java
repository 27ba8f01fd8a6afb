package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with a Java that says what it was started with. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "17.0.1"' >&2
            else
                echo "LC_ALL=${LC_ALL:-} LC_CTYPE=${LC_CTYPE:-} LANG=${LANG:-}"
                for argument in "$@"; do echo "$argument"; done
            fi
            """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void builtAndUpToDate() throws IOException {
        home = Files.createDirectories(folder.resolve("a bot für alle"));
        Files.copy(Path.of("../lesson-bot"), home.resolve("lesson-bot"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("app/target"));
        Files.createFile(home.resolve("app/target/lesson-bot.jar"));
        Files.createFile(home.resolve("app/target/lesson-bot.built"));
        Files.createDirectories(folder.resolve("java/bin"));
        Path java = Files.writeString(folder.resolve("java/bin/java"), JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void inTheCLocaleFoldersMayStillBeNamedInAnyLanguage() throws Exception {
        assertThat(started(Map.of("LC_ALL", "C", "LANG", "de_DE")))
                .startsWith("LC_ALL= LC_CTYPE=C.UTF-8 LANG=C\n")
                .contains("-Dlessonbot.home=" + home + "\n", "--config\nmein Büro/bot.properties\n");
        assertThat(started(Map.of())).startsWith("LC_ALL= LC_CTYPE=C.UTF-8 LANG=C\n");
    }

    @Test
    void aLocaleThatCanNameThemStaysAsItIs() throws Exception {
        assertThat(started(Map.of("LC_ALL", "C.UTF-8", "LANG", "C"))).startsWith("LC_ALL=C.UTF-8 LC_CTYPE= LANG=C\n");
    }

    /** A container alone may take most of the memory that is there. */
    @Test
    void theImageStartsJavaAsTheScriptDoes() throws Exception {
        List<String> script =
                started(Map.of()).lines().filter(line -> line.startsWith("-X")).toList();
        List<String> image = Pattern.compile("<jvmFlag>(-X[^<]*)</jvmFlag>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(flag -> flag.group(1))
                .filter(flag -> !flag.startsWith("-XX:MaxRAMPercentage="))
                .toList();
        assertThat(script).hasSizeGreaterThan(1);
        assertThat(image).containsExactlyInAnyOrderElementsOf(script);
    }

    @Test
    void aReleaseHasItsJarBesideTheScriptAndNothingToBuild() throws Exception {
        Files.move(home.resolve("app/target/lesson-bot.jar"), home.resolve("lesson-bot.jar"));
        Files.delete(home.resolve("app/target/lesson-bot.built"));
        assertThat(started(Map.of())).contains("-jar\n" + home.resolve("lesson-bot.jar") + "\n");
    }

    @Test
    void itKeepsItsMemorySmallUnlessAnotherCollectorIsAskedFor() throws Exception {
        assertThat(started(Map.of("LESSON_BOT_JAVA_OPTS", "-Xmx512m"))).contains("-XX:+UseSerialGC\n", "-Xmx512m\n");
        assertThat(started(Map.of("LESSON_BOT_JAVA_OPTS", "-XX:+UseZGC")))
                .contains("-XX:TieredStopAtLevel=1\n", "-XX:+UseZGC\n")
                .doesNotContain("Serial", "-Xms");
    }

    private String started(Map<String, String> environment) throws Exception {
        ProcessBuilder launcher =
                new ProcessBuilder(home.resolve("lesson-bot").toString(), "--config", "mein Büro/bot.properties");
        launcher.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        launcher.environment().putAll(environment);
        launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = launcher.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
