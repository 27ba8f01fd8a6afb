package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.TestDatabase;
import picocli.CommandLine;

class CommandTest {
    private static final Path HELP = Path.of("src/test/resources/org/lessonbot/app/help.txt");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final TestDatabase server = TestDatabase.fresh();

    @TempDir
    private Path home;

    @Test
    void theHelpOfAllCommandsIsAsItWasReviewed() throws IOException {
        CommandLine line = line(printed, Map.of(), home);
        line.execute("--help");
        for (String name : line.getSubcommands().keySet()) {
            line.execute(name, "--help");
        }
        Path now = Files.writeString(Path.of("target/help.txt"), printed());

        assertThat(printed()).as("if %s is right, copy it to %s", now, HELP).isEqualTo(Files.readString(HELP));
    }

    @Test
    void faultsOfTheConfigurationAreNamedAndNothingIsStarted() throws IOException {
        int status = line(printed, Map.of("LESSON_BOT_WEB_PORT", "x", "LESSON_BOT_WORKERS", "x"), home)
                .execute();

        assertThat(status).isEqualTo(Exit.MISUSED);
        assertThat(printed()).contains("2 faults", "web.port (environment)", "workers (environment)");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aConfigurationMayBeNamedBeforeTheCommandOrAfterIt() throws IOException {
        String file = Files.writeString(home.resolve("school.properties"), "web.port = school")
                .toString();
        String other = Files.writeString(home.resolve("other.properties"), "web.port = other")
                .toString();

        assertThat(line(printed, Map.of(), home).execute("-c", file, "doctor")).isEqualTo(Exit.MISUSED);
        assertThat(line(printed, Map.of(), home).execute("doctor", "-c", file)).isEqualTo(Exit.MISUSED);
        assertThat(line(printed, Map.of(), home).execute("-c", file, "prompts", "votes", "-c", other))
                .isEqualTo(Exit.MISUSED);
        assertThat(printed()).containsSubsequence("school", "school", "other");
    }

    @Test
    void anUnknownOptionIsAMisuse() {
        assertThat(line(printed, Map.of(), home).execute("--hlep")).isEqualTo(Exit.MISUSED);
        assertThat(printed()).contains("--hlep").contains("--help");
    }

    @Test
    void anExportFromAFolderThatIsNoneSaysWhatIsWrong() throws IOException {
        Files.writeString(home.resolve("file"), "");
        assertThat(line(printed, Map.of("LESSON_BOT_DATA_DIR", "file"), home).execute("export"))
                .isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("data folder").doesNotContain("nobody expected");
    }

    @Test
    void aReportOnALessonThatIsNotThereSaysWhatShowsWhichThereAre() {
        assertThat(onDatabase(Map.of(), "report", "--lesson", "99")).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("lesson-bot export --lesson all");
        assertThat(onDatabase(Map.of(), "export", "--lesson", "all")).isEqualTo(Exit.DONE);
    }

    @Test
    void aPortThatTheBotOnThisDatabaseHasIsNoFault() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Database database = Migrated.open(server, 1);
                SignOfLife bot = new SignOfLife(database)) {
            bot.renew();
            String port = Integer.toString(taken.getLocalPort());
            assertThat(onDatabase(Map.of("LESSON_BOT_WEB_PORT", port), "doctor"))
                    .isEqualTo(Exit.DONE);
            assertThat(printed()).containsPattern("NOTE +web.port: port " + port + " is taken, most likely by the bot");
        }
    }

    private int onDatabase(Map<String, String> environment, String... arguments) {
        return line(printed, TestEnvironment.on(server, environment), home).execute(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    static CommandLine line(ByteArrayOutputStream printed, Map<String, String> environment, Path home) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Commands.line(new Terminal(stream, stream, Phrasebook.of("en"), environment, home))
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
}
