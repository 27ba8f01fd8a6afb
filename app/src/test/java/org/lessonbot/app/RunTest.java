package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.store.TestDatabase;

/** The program as an operator runs it: a process of its own. */
class RunTest {
    @TempDir
    private Path home;

    @Test
    void itPrintsTheLinksAndSigtermEndsItCleanly() throws Exception {
        Process bot = start();
        List<String> lines = readUntil(bot, "Ctrl-C");
        assertThat(String.join("\n", lines))
                .containsPattern("Teacher +http://127\\.0\\.0\\.1:\\d+/t/")
                .containsPattern("Students +http://127\\.0\\.0\\.1:\\d+/join/[A-Z0-9]{6} +\\(join code [A-Z0-9]{6}\\)")
                .contains(home.resolve("data").toString(), "discord.token", "slack.bot-token");

        bot.toHandle().destroy();

        assertThat(bot.waitFor(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(bot.exitValue()).isEqualTo(143);
        assertThat(rest(bot)).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
    }

    private Process start() throws IOException {
        TestDatabase server = TestDatabase.fresh();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As the tests' own: it runs too shortly to pay for the second compiler.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlessonbot.home=" + home,
                        // The tests' own logging says nothing on the terminal, where this test looks for complaints.
                        "-Dlogback.configurationFile=logback.xml",
                        // Where figures are written in digits of their own, links and addresses must not be.
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(TestEnvironment.on(server));
        return builder.start();
    }

    private static List<String> readUntil(Process process, String mark) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(mark)) {
                break;
            }
        }
        return lines;
    }

    private static List<String> rest(Process process) {
        return process.inputReader().lines().toList();
    }
}
