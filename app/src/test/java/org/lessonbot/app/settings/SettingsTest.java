package org.lessonbot.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.plan.Phrasebook;

class SettingsTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");
    private static final String SECRET = "tell-nobody";

    @TempDir
    private Path home;

    @Test
    void withoutAFileEverythingHasItsUsualValue() throws SettingsException {
        Settings settings = read(Map.of());

        assertThat(settings.dataDir()).isEqualTo(home.resolve("data"));
        assertThat(settings.web()).isEqualTo(new Settings.Web("127.0.0.1", 8080, Optional.empty(), List.of()));
        assertThat(settings.lesson()).isEqualTo("how-ai-learns");
        assertThat(settings.retentionDays()).isEqualTo(90);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.discord()).isEmpty();
        assertThat(settings.slack()).isEmpty();
    }

    @Test
    void theFileIsReadAndTheEnvironmentGoesBeforeIt() throws Exception {
        write("web.port = 9000", "web.bind = 0.0.0.0", "data.dir = elsewhere");
        Settings settings = read(Map.of("LESSON_BOT_WEB_PORT", "9001", "LESSON_BOT_WEB_BIND", " "));

        assertThat(settings.web().port()).isEqualTo(9001);
        assertThat(settings.web().bind()).isEqualTo("0.0.0.0");
        assertThat(settings.dataDir()).isEqualTo(home.resolve("elsewhere"));
    }

    @Test
    void pathsInAFileNamedByHandStartFromItsFolder() throws Exception {
        Path file = Files.createDirectory(home.resolve("other")).resolve("my.properties");
        Files.writeString(file, "data.dir = here");

        assertThat(Settings.read(home, Optional.of(file), Map.of()).dataDir()).isEqualTo(home.resolve("other/here"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    web.port               | eighty              | a whole number from 0 to 65535 (0 for any free port)
                    web.port               | 65536               | a whole number from 0 to 65535 (0 for any free port)
                    web.port               | -1                  | a whole number from 0 to 65535 (0 for any free port)
                    web.bind               | no such host        | a host name or an address such as 127.0.0.1 or 0.0.0.0
                    web.public-url         | lesson.example.org  | an address without a path such as https://lesson.example.org
                    web.public-url         | ftp://example.org   | an address without a path such as https://lesson.example.org
                    web.public-url         | https://a.org/room  | an address without a path such as https://lesson.example.org
                    web.public-url         | http://0.0.0.0:8080 | an address without a path such as https://lesson.example.org
                    web.public-url         | http://[::]:8080    | an address without a path such as https://lesson.example.org
                    web.public-url         | https://a.org/?a=b  | an address without a path such as https://lesson.example.org
                    web.trusted-proxies    | nginx               | addresses or networks such as 127.0.0.1 or 10.0.0.0/8
                    web.trusted-proxies    | 10.0.0.0/40         | addresses or networks such as 127.0.0.1 or 10.0.0.0/8
                    language               | English please      | a language tag such as en, de or pt-BR
                    lesson                 | How AI Learns       | the id of a lesson
                    retention.days         | 0                   | a whole number of days from 1 to 3650
                    workers                | 1000                | a whole number from 1 to 64
                    discord.guilds         | 1234, my server     | server ids
                    discord.shards         | 4-3/8               | "all", or a range of a total such as 0-3/8
                    discord.shards         | 0-8/8               | "all", or a range of a total such as 0-3/8
                    discord.api-url        | here                | an address such as https://
                    discord.gateway-url    | https://example.org | an address such as wss://
                    slack.teachers         | @ms-rivers          | member ids
                    slack.port             | x                   | a whole number from 0 to 65535
                    slack.api-url          | slack               | an address such as https://
                    models.base.url        | localhost:11434     | the address of a server
                    models.base.url        | http://ann:x@gpu/v1 | the address of a server
                    models.rlhf.api        | vllm                | ollama, or openai for everything that speaks like it
                    models.base.max-tokens | 0                   | a whole number from 1 to 100000
                    models.values.slots    | 65                  | a whole number from 1 to 64
                    models.base.temperature | 2.5                | a number from 0 to 2
                    models.base.temperature | 0,7                | a number from 0 to 2
                    models.base.stop       | a, , b              | at most four texts
                    models.base.stop       | a,b,c,d,e           | at most four texts
                    """)
    void aValueThatDoesNotFitIsNamedWithItsLineAndWhatIsExpected(String key, String value, String expected)
            throws IOException {
        write("# a comment", key + " = " + value);

        assertThat(faults(Map.of()))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(key + " (lesson-bot.properties:2): found \"" + value + "\"; expected " + expected));
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, mysql://u:" + SECRET + "@h/db, database.url",
        "DATABASE_URL, postgres://u:" + SECRET + "@host, database.url",
        "LESSON_BOT_SLACK_APP_TOKEN, xoxb-" + SECRET + ", slack.app-token",
        "LESSON_BOT_SLACK_BOT_TOKEN, " + SECRET + ", slack.bot-token",
        "LESSON_BOT_DISCORD_TOKEN, a " + SECRET + ", discord.token",
        "LESSON_BOT_SLACK_ENCRYPTION_KEY, " + SECRET + ", slack.encryption-key",
    })
    void aSecretThatDoesNotFitIsNamedButNotShown(String variable, String value, String key) {
        assertThat(faults(Map.of(variable, value)))
                .anySatisfy(fault -> assertThat(fault).startsWith(key + " (environment): found a secret"))
                .noneMatch(fault -> fault.contains(SECRET));
    }

    @ParameterizedTest
    @CsvSource({"web.prot, web.port", "disc.token, discord.token", "retention, retention.days", "include, language"})
    void anUnknownKeyIsNamedWithTheNearestKnownOne(String key, String nearest) throws IOException {
        write(key + " = 1");

        assertThat(faults(Map.of()))
                .containsExactly(key + " (lesson-bot.properties:1): found a name that means nothing here;"
                        + " expected a known name; the nearest is " + nearest);
    }

    @Test
    void anUnknownVariableIsNamedWithTheNearestKnownOne() {
        assertThat(faults(Map.of("LESSON_BOT_WEB_PROT", "1", "LESSON_BOT_JAVA_OPTS", "-Xmx1g", "PATH", "/bin")))
                .singleElement()
                .asString()
                .contains("LESSON_BOT_WEB_PROT (environment)")
                .endsWith("the nearest is LESSON_BOT_WEB_PORT");
    }

    @Test
    void allFaultsAreNamedAtOnce() throws IOException {
        write("web.port = x", "workers = x", "nonsense = x", "web.port = 2");

        assertThat(faults(Map.of("LESSON_BOT_LANGUAGE", "!"))).hasSize(4);
    }

    @Test
    void aSettingMadeTwiceIsAFault() throws IOException {
        write("web.port = 1", "", "web.port = 2");

        assertThat(faults(Map.of()))
                .containsExactly("web.port (lesson-bot.properties:3): found the same setting a second time;"
                        + " expected each setting once");
    }

    @Test
    void aSecretInAFileThatOthersMayReadIsAFault() throws Exception {
        Path file = write("discord.token = " + SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(faults(Map.of()))
                .singleElement()
                .asString()
                .contains(
                        "discord.token (lesson-bot.properties:1)", "rw-r--r--", "chmod 600", "LESSON_BOT_DISCORD_TOKEN")
                .doesNotContain(SECRET);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(read(Map.of()).discord().orElseThrow().token()).isEqualTo(SECRET);
    }

    @Test
    void aFileNamedByHandMustBeThere() {
        assertThatThrownBy(() -> Settings.read(home, Optional.of(home.resolve("gone")), Map.of()))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        faulty -> assertThat(faulty.faults()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://ann:p%40ss+word@db:5433/lessons?sslmode=require,"
                + " jdbc:postgresql://db:5433/lessons?sslmode=require, ann, p@ss+word",
        "postgresql://db/lessons, jdbc:postgresql://db/lessons, '', ''",
        "jdbc:postgresql://db:5432/lessons, jdbc:postgresql://db:5432/lessons, '', ''",
        "jdbc:postgresql://ann:pw@db/lessons, jdbc:postgresql://db/lessons, ann, pw",
        "postgres://ann@[::1]:5432/lessons, jdbc:postgresql://[::1]:5432/lessons, ann, ''",
        "'postgres://ann:pw@a:5432,b:5433/x', 'jdbc:postgresql://a:5432,b:5433/x?targetServerType=primary', ann, pw",
        "'postgres://a,b/x?targetServerType=any', 'jdbc:postgresql://a,b/x?targetServerType=any', '', ''",
    })
    void bothFormsOfADatabasesAddressAreUnderstood(String address, String url, String user, String password)
            throws SettingsException {
        var access = read(Map.of("DATABASE_URL", address)).database().orElseThrow();

        assertThat(List.of(access.url(), access.user(), access.password())).containsExactly(url, user, password);
    }

    @Test
    void userAndPasswordGoBeforeThoseOfTheAddress() throws SettingsException {
        var access = read(Map.of(
                        "DATABASE_URL", "postgres://ann:old@db/x", "DATABASE_USER", "bob", "DATABASE_PASSWORD", "new"))
                .database()
                .orElseThrow();

        assertThat(List.of(access.user(), access.password())).containsExactly("bob", "new");
    }

    @Test
    void slackNeedsAWayToHear() throws SettingsException {
        assertThat(faults(Map.of("LESSON_BOT_SLACK_BOT_TOKEN", "xoxb-1")))
                .containsExactly("slack.app-token (not set): found nothing; expected a token for Socket Mode,"
                        + " or slack.signing-secret and slack.port for HTTP");
        assertThat(faults(Map.of("LESSON_BOT_SLACK_CLIENT_ID", "1.2"))).hasSize(3);
        assertThat(read(Map.of("LESSON_BOT_SLACK_BOT_TOKEN", "xoxb-1", "LESSON_BOT_SLACK_APP_TOKEN", "xapp-1"))
                        .slack())
                .isPresent();
    }

    @Test
    void noSecretStandsInWhatIsLogged() throws SettingsException {
        Settings settings = read(Map.of(
                "LESSON_BOT_DISCORD_TOKEN", SECRET,
                "LESSON_BOT_SLACK_BOT_TOKEN", "xoxb-" + SECRET,
                "LESSON_BOT_SLACK_APP_TOKEN", "xapp-" + SECRET,
                "DATABASE_URL", "postgres://ann:" + SECRET + "@db/x"));

        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @Test
    void aModelIsItsAddressItsNameAndWhatElseIsSaid() throws Exception {
        write(
                "models.base.url = http://127.0.0.1:11434",
                "models.base.api = ollama",
                "models.base.model = olmo-base",
                "models.base.stop = \\n\\n, Question:",
                "models.instruction-tuned.url = https://gpu.example.org/v1",
                "models.instruction-tuned.model = allenai/Olmo-3-7B-Instruct-SFT",
                "models.instruction-tuned.temperature = 1",
                "models.instruction-tuned.label = SFT");
        Settings settings = read(Map.of("LESSON_BOT_MODELS_INSTRUCTION_TUNED_KEY", SECRET));

        assertThat(settings.models())
                .containsExactly(
                        new ModelSetting(
                                "base",
                                ModelSetting.Api.OLLAMA,
                                URI.create("http://127.0.0.1:11434"),
                                "olmo-base",
                                "",
                                "",
                                ModelSetting.MAX_TOKENS,
                                ModelSetting.TEMPERATURE,
                                List.of("\n\n", "Question:"),
                                "",
                                1),
                        new ModelSetting(
                                "instruction_tuned",
                                ModelSetting.Api.OPENAI,
                                URI.create("https://gpu.example.org/v1"),
                                "allenai/Olmo-3-7B-Instruct-SFT",
                                "",
                                SECRET,
                                ModelSetting.MAX_TOKENS,
                                1,
                                List.of(),
                                "SFT",
                                1));
        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(read(Map.of("LESSON_BOT_MODELS_BASE_STOP", "\\n\\n,Question:"))
                        .models()
                        .get(0))
                .isEqualTo(settings.models().get(0));
    }

    @Test
    void aModelNeedsAnAddressAndAName() {
        assertThat(faults(Map.of("LESSON_BOT_MODELS_RLHF_URL", "http://gpu:8000")))
                .containsExactly("models.rlhf.model (not set): found nothing; expected a value, because models.rlhf.url"
                        + " is set");
        assertThat(faults(Map.of("LESSON_BOT_MODELS_RLHF_MODEL", "x", "LESSON_BOT_MODELS_RLHF_KEY", SECRET)))
                .containsExactly("models.rlhf.url (not set): found nothing; expected a value, because models.rlhf.model"
                        + " is set");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(home.resolve(Settings.FILE), List.of(lines));
    }

    private Settings read(Map<String, String> environment) throws SettingsException {
        return Settings.read(home, Optional.empty(), environment);
    }

    private List<String> faults(Map<String, String> environment) {
        try {
            read(environment);
            return List.of();
        } catch (SettingsException faulty) {
            return faulty.faults().stream().map(fault -> fault.in(ENGLISH)).toList();
        }
    }
}
