package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Utterance;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;

class DoctorTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final TestDatabase server = TestDatabase.fresh();

    @TempDir
    private Path home;

    @Test
    void whereAllIsWellItSaysSo() {
        assertThat(doctor(Map.of())).isEqualTo(Exit.DONE);
        assertThat(printed())
                .doesNotContain("FAULT")
                .contains("Java", "PostgreSQL", "how-ai-learns", "Discord is off", "Slack is off", "The bot can run");
    }

    @Test
    void aPortInUseIsAFault() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(doctor(Map.of("LESSON_BOT_WEB_PORT", port))).isEqualTo(Exit.FAILED);
            assertThat(printed()).containsPattern("FAULT +web.port: port " + port);
        }
    }

    @Test
    void aDatabaseOutOfReachIsAFaultAndItsPasswordIsNotShown() {
        assertThat(doctor(Map.of("DATABASE_URL", "postgres://ann:tell-nobody@127.0.0.1:1/none")))
                .isEqualTo(Exit.FAILED);
        assertThat(printed()).containsPattern("FAULT +PostgreSQL").doesNotContain("tell-nobody");
    }

    @Test
    void tablesOfALaterVersionAreAFaultAndNothingIsDoneWithThem() throws SQLException {
        assertThat(execute(Map.of(), "export")).isEqualTo(Exit.DONE);
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into migration_core select installed_rank + 1, '999', description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success from migration_core"
                            + " order by installed_rank desc limit 1");
        }
        assertThat(doctor(Map.of())).isEqualTo(Exit.FAILED);
        assertThat(printed()).containsPattern("FAULT +the tables in the database are of a later version");
        assertThat(execute(Map.of(), "export")).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("the tables in the database are of a later version");
    }

    @Test
    void itSaysWhatWentWrongWhileTheBotRan() throws Exception {
        assertThat(execute(Map.of(), "export")).isEqualTo(Exit.DONE);
        assertThat(doctor(Map.of())).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("All posts of lessons show what they should", "No lesson is old enough");

        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edition (hash, body) values ('e', '{}')");
            statement.execute("insert into lesson (platform, room, edition, pace, status, seed, step, round, ended_at)"
                    + " values ('web', 'old', 'e', 'LIVE', 'ENDED', 1, 's', 1, now() - interval '92 days'),"
                    + " ('web', 'now', 'e', 'SELF', 'RUNNING', 1, 's', 1, null)");
            statement.execute("insert into post (lesson, slot, place, step, round, tries)"
                    + " values (2, 'tried', 'ROOM', 's', 1, 3), (2, 'new', 'ROOM', 's', 1, 0)");
            statement.execute("insert into participant (lesson, person, name, role) values (2, 'p', 'Ann', 'STUDENT')");
            statement.execute("insert into reminder (lesson, person, day, stretch, at, way, outcome)"
                    + " values (2, 'p', current_date, 0, now(), 'MESSAGE', 'REFUSED')");
            statement.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                    + " consecutive_failures) values ('purge', 'recurring', now(), false, 1, 4)");
        }
        Files.createDirectories(home.resolve("data"));
        Files.writeString(
                home.resolve("data/lesson-bot.log"),
                "2026-11-29T10:00:00.000Z INFO  [main] o.l.Bot well\n2026-11-29T11:00:00.000Z ERROR [main] o.l.Bot broke\n");
        assertThat(doctor(Map.of())).isEqualTo(Exit.FAILED);
        assertThat(printed())
                .containsPattern("NOTE +1 post of 1 lesson could not be drawn")
                .containsPattern("NOTE +In the last week 1 person of a club got no private reminder")
                .containsPattern("FAULT +What is to happen by the clock failed when it was last tried: purge")
                .containsPattern("FAULT +1 lesson is older than retention.days \\(90\\)")
                .containsPattern("NOTE +The log holds 1 error")
                .contains("o.l.Bot broke")
                .doesNotContain("Ann");
    }

    @Test
    void aDataFolderThatIsAFileIsAFault() throws IOException {
        Files.writeString(home.resolve("file"), "");
        assertThat(doctor(Map.of("LESSON_BOT_DATA_DIR", "file"))).isEqualTo(Exit.FAILED);
        assertThat(printed()).containsPattern("FAULT +The data folder");
    }

    @Test
    void lessonsWithFaultsAndAMissingLessonAreFaults() throws IOException {
        Path lesson = Files.createDirectories(home.resolve("prompts/mine"));
        Files.writeString(lesson.resolve("lesson.yaml"), "nonsense: true\n");
        assertThat(doctor(Map.of("LESSON_BOT_PROMPTS_DIR", "prompts"))).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("mine/lesson.yaml");

        assertThat(doctor(Map.of("LESSON_BOT_LESSON", "no-such-lesson"))).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("there is no lesson no-such-lesson", "how-ai-learns");
    }

    @Test
    void aClassroomOnTheNetworkWithoutHttpsIsNoted() {
        doctor(Map.of("LESSON_BOT_WEB_BIND", "0.0.0.0"));
        assertThat(printed()).containsPattern("NOTE +The classroom can be reached over the network");
    }

    @Test
    void itSaysWhereLinksLeadAndWhoIsBelieved() {
        doctor(Map.of("LESSON_BOT_WEB_BIND", "0.0.0.0"));
        assertThat(printed())
                .containsPattern("(NOTE|FAULT) +web.bind is 0.0.0.0")
                .doesNotContain("http://0.0.0.0")
                .contains("believed from nobody");

        assertThat(doctor(Map.of("LESSON_BOT_WEB_PUBLIC_URL", "https://lesson.example.org")))
                .isEqualTo(Exit.DONE);
        assertThat(printed())
                .contains("lead to https://lesson.example.org/")
                .containsPattern("NOTE +X-Forwarded-For is believed from nobody. If a proxy");

        assertThat(doctor(Map.of(
                        "LESSON_BOT_WEB_PUBLIC_URL", "https://lesson.example.org",
                        "LESSON_BOT_WEB_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")))
                .isEqualTo(Exit.DONE);
        assertThat(printed()).contains("believed from 127.0.0.1, 10.0.0.0/8");

        assertThat(doctor(Map.of("LESSON_BOT_WEB_PUBLIC_URL", "https://lesson.example.org/school")))
                .isNotEqualTo(Exit.DONE);
        assertThat(printed()).contains("an address without a path");
    }

    @Test
    void withATokenItPrintsAnInvitationThatAsksForLittle() throws IOException {
        String token = Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString("123456789012345678".getBytes(StandardCharsets.US_ASCII))
                + ".abc.tell-nobody";
        String all = String.valueOf((1L << 10) | (1L << 11) | (1L << 15) | (1L << 35) | (1L << 36) | (1L << 38));
        String servers = "[{\"id\":\"2\",\"name\":\"Hill School\",\"owner\":false,\"permissions\":\"" + all
                + "\"},{\"id\":\"3\",\"name\":\"Lake School\",\"owner\":false,\"permissions\":\"3072\"}]";
        try (Service discord = Service.answering(200, "{\"id\":\"1\",\"username\":\"lesson-bot\"}")
                .saying("/users/@me/guilds", servers)) {
            assertThat(doctor(discord(token, discord.url()))).isEqualTo(Exit.DONE);
        }
        assertThat(printed())
                .contains("takes the token of lesson-bot", "client_id=123456789012345678", "permissions=" + all)
                .containsPattern("NOTE +On Lake School the bot was not given “.*Attach Files")
                .doesNotContain("tell-nobody", "Hill School");

        try (Service discord = Service.answering(401, "{}")) {
            assertThat(doctor(discord(token, discord.url()))).isEqualTo(Exit.FAILED);
        }
        assertThat(printed())
                .containsPattern("FAULT +Discord refuses the token")
                .doesNotContain("tell-nobody");
        assertThat(doctor(discord("no-token", "http://127.0.0.1:1"))).isEqualTo(Exit.FAILED);
    }

    private static Map<String, String> discord(String token, String url) {
        return Map.of("LESSON_BOT_DISCORD_TOKEN", token, "LESSON_BOT_DISCORD_API_URL", url);
    }

    @Test
    void slacksTokensAndScopesAreTried() throws IOException {
        String answer = "{\"ok\":true,\"team\":\"Hill School\"}";
        try (Service slack = Service.answering(200, answer)) {
            assertThat(doctor(slack(slack.url()))).isEqualTo(Exit.DONE);
            assertThat(printed()).contains("the workspace is Hill School").doesNotContain("tell-nobody");
            slack.granting("chat:write,commands");
            assertThat(doctor(slack(slack.url()))).isEqualTo(Exit.FAILED);
            assertThat(printed()).containsPattern("FAULT +The Slack app lacks .*users:read");
        }
        try (Service slack = Service.answering(200, "{\"ok\":false,\"error\":\"invalid_auth\"}")) {
            assertThat(doctor(slack(slack.url()))).isEqualTo(Exit.FAILED);
            assertThat(printed())
                    .containsPattern("FAULT +Slack, with the bot's token")
                    .doesNotContain("tell-nobody");
        }
        assertThat(doctor(slack("http://127.0.0.1:1/"))).isEqualTo(Exit.DONE);
        assertThat(printed()).containsPattern("NOTE +The tokens for Slack could not be tried");
    }

    @Test
    void aProxyThatAnswersForSlackIsNotedAndTheOtherChecksAreSaid() throws IOException {
        for (String body : List.of("<html>Please log in</html>", "", "{\"ok\":tr")) {
            try (Service proxy = Service.answering(200, body)) {
                assertThat(doctor(slack(proxy.url()))).isEqualTo(Exit.DONE);
            }
            assertThat(printed())
                    .containsPattern("NOTE +The tokens for Slack could not be tried: .*proxy")
                    .contains("Java", "PostgreSQL", "Discord is off", "The bot can run")
                    .doesNotContain("tell-nobody", "Exception");
        }
    }

    @Test
    void eachModelIsTriedAndARoundIsTimed() {
        try (FakeServer ollama = new FakeOllama().has("olmo", false);
                FakeServer vllm = new FakeVllm().has("org/sft", true).wants("tell-nobody")) {
            Map<String, String> models = new HashMap<>(Map.of(
                    "LESSON_BOT_MODELS_BASE_URL", ollama.url().toString(),
                    "LESSON_BOT_MODELS_BASE_API", "ollama",
                    "LESSON_BOT_MODELS_BASE_MODEL", "olmo",
                    "LESSON_BOT_MODELS_INSTRUCTION_TUNED_URL", vllm.url().toString(),
                    "LESSON_BOT_MODELS_INSTRUCTION_TUNED_MODEL", "org/sft",
                    "LESSON_BOT_MODELS_INSTRUCTION_TUNED_KEY", "tell-nobody"));
            ollama.says(Utterance.of(" there lived an old woman who had three sons. The eldest went away."));
            vllm.says(Utterance.of("Blue light is scattered most by the air, so the sky looks blue."));
            assertThat(doctor(models)).isEqualTo(Exit.DONE);
            assertThat(printed())
                    .contains("Trying 2 models.")
                    .containsPattern("OK +The model olmo \\(base\\) answers by Ollama 0.13.0: ")
                    .containsPattern("NOTE +A round of real responses needs .* Not set: models.rlhf.url")
                    .doesNotContain("One round takes", "tell-nobody");

            models.put("LESSON_BOT_MODELS_RLHF_URL", vllm.url().toString());
            models.put("LESSON_BOT_MODELS_RLHF_MODEL", "org/sft");
            models.put("LESSON_BOT_MODELS_RLHF_KEY", "tell-nobody");
            assertThat(doctor(models)).isEqualTo(Exit.DONE);
            assertThat(printed()).contains("One round takes about");

            ollama.says(Utterance.of("Sure! Here is a story about a small village."));
            models.put("LESSON_BOT_MODELS_RLHF_KEY", "another");
            assertThat(doctor(models)).isEqualTo(Exit.FAILED);
            assertThat(printed())
                    .containsPattern("FAULT +The base model does not go on with a text")
                    .containsPattern("FAULT +The model org/sft \\(rlhf\\) .*gives no answer")
                    .contains("The server wants another key")
                    .doesNotContain("tell-nobody", "another\"");
        }
    }

    @Test
    void aCheckThatBreaksIsAFaultAndTheOthersAreSaid() {
        List<Finding> findings = Checks.made(
                Phrasebook.of("en"),
                Stream.of(() -> List.of(Finding.ok("before")), DoctorTest::breaks, () -> List.of(Finding.ok("after"))));

        assertThat(findings).hasSize(3).startsWith(Finding.ok("before")).endsWith(Finding.ok("after"));
        assertThat(findings.get(1).status()).isEqualTo(Finding.Status.FAULT);
        assertThat(findings.get(1).says()).contains("ArithmeticException");
    }

    private static List<Finding> breaks() {
        throw new ArithmeticException("as nobody expected");
    }

    private static Map<String, String> slack(String url) {
        return Map.of(
                "LESSON_BOT_SLACK_BOT_TOKEN", "xoxb-tell-nobody",
                "LESSON_BOT_SLACK_APP_TOKEN", "xapp-tell-nobody",
                "LESSON_BOT_SLACK_API_URL", url);
    }

    @Test
    void aDatabaseInWhichItMayMakeNoTablesIsAFaultAndIsNotStartedOn() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role guest login password 'tell-nobody'");
            statement.execute("revoke create on schema public from public");
        }
        Map<String, String> guest = Map.of("DATABASE_USER", "guest", "DATABASE_PASSWORD", "tell-nobody");

        assertThat(doctor(guest)).isEqualTo(Exit.FAILED);
        assertThat(printed())
                .containsPattern("FAULT +your PostgreSQL can be reached")
                .doesNotContain("tell-nobody");
        assertThat(execute(guest)).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains("may not make tables", "OWNER TO").doesNotContain("tell-nobody", "Exception");
    }

    private int doctor(Map<String, String> environment) {
        return execute(environment, "doctor");
    }

    private int execute(Map<String, String> environment, String... arguments) {
        printed.reset();
        return CommandTest.line(printed, TestEnvironment.on(server, environment), home)
                .execute(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
