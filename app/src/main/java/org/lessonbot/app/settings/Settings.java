package org.lessonbot.app.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.models.ModelSetting;
import org.lessonbot.store.Database;

/**
 * The configuration, checked.
 *
 * @param file where it was read from, if there is a file
 * @param dataDir absolute; holds everything this program keeps
 * @param database a PostgreSQL of one's own, instead of the one that the program brings along
 * @param language BCP 47
 * @param lesson the id of the plan that is started unless another is named
 * @param prompts a folder of lessons to use instead of those that are packed in
 * @param retentionDays after how many days a lesson is erased
 * @param clubsZone whose clock is meant by a time that somebody types whose own zone is not known
 * @param workers how many clicks are worked on at once
 * @param metrics where an operator may watch; absent if nowhere
 * @param jsonLog whether the log is for machines
 * @param discord absent if it is off
 * @param slack absent if it is off
 * @param models those that are set up
 */
public record Settings(
        Optional<Path> file,
        Path dataDir,
        Optional<Database.Access> database,
        Web web,
        String language,
        String lesson,
        Optional<Path> prompts,
        int retentionDays,
        ZoneId clubsZone,
        int workers,
        Optional<Metrics> metrics,
        boolean jsonLog,
        Optional<Discord> discord,
        Optional<Slack> slack,
        List<ModelSetting> models) {

    /** The name of the file that is looked for. */
    public static final String FILE = "lesson-bot.properties";

    /**
     * The browser classroom.
     *
     * @param port 0 for a free one
     * @param publicUrl how browsers reach it, if that is not by address and port
     * @param trustedProxies whose word is believed about who asks: addresses and networks
     */
    public record Web(String bind, int port, Optional<URI> publicUrl, List<String> trustedProxies) {}

    /**
     * What an operator may watch.
     *
     * @param port 0 for a free one
     */
    public record Metrics(String bind, int port) {}

    /** Discord; the addresses are given for proxies and test servers only. */
    public record Discord(
            String token,
            List<String> guilds,
            Optional<String> teacherRole,
            Shards shards,
            Optional<URI> apiUrl,
            Optional<URI> gatewayUrl) {
        @Override
        public String toString() {
            return "Discord[guilds=" + guilds + "]";
        }
    }

    /**
     * Slack.
     *
     * @param botToken of one workspace; absent where workspaces install the app themselves
     * @param appToken for Socket Mode
     * @param http instead of Socket Mode
     * @param install for several workspaces
     */
    public record Slack(
            Optional<String> botToken,
            Optional<String> appToken,
            Optional<Http> http,
            Optional<Install> install,
            List<String> teachers,
            Optional<URI> apiUrl) {

        /** Slack calls us. */
        public record Http(String signingSecret, int port) {}

        /** Workspaces install the app themselves; their tokens are kept under this key. */
        public record Install(String clientId, String clientSecret, byte[] encryptionKey) {}

        @Override
        public String toString() {
            return "Slack[teachers=" + teachers + "]";
        }
    }

    /**
     * Reads and checks everything.
     *
     * @param home the folder that relative paths start from, and where the file is looked for
     * @param file another file, which must then be there
     * @throws SettingsException with all faults
     */
    public static Settings read(Path home, Optional<Path> file, Map<String, String> environment)
            throws SettingsException {
        Optional<Path> present = file.or(() -> Optional.of(home.resolve(FILE)).filter(Files::exists));
        Path base = file.map(named -> named.toAbsolutePath().resolveSibling("")).orElse(home.toAbsolutePath());
        Reading reading = new Reading();
        present.ifPresent(reading::file);
        reading.environment(environment);
        Settings settings = new Settings(
                present,
                base.resolve(reading.require(Keys.DATA_DIR)).normalize(),
                database(reading),
                new Web(
                        reading.require(Keys.WEB_BIND),
                        reading.require(Keys.WEB_PORT),
                        reading.get(Keys.WEB_PUBLIC_URL),
                        reading.get(Keys.WEB_TRUSTED_PROXIES).orElse(List.of())),
                reading.require(Keys.LANGUAGE),
                reading.require(Keys.LESSON),
                reading.get(Keys.PROMPTS_DIR).map(base::resolve).map(Path::normalize),
                reading.require(Keys.RETENTION_DAYS),
                reading.require(Keys.CLUBS_ZONE),
                reading.require(Keys.WORKERS),
                metrics(reading),
                reading.require(Keys.LOG_FORMAT).equals("json"),
                discord(reading),
                slack(reading),
                ModelKeys.ALL.stream()
                        .flatMap(keys -> keys.read(reading).stream())
                        .toList());
        if (!reading.faults().isEmpty()) {
            throw new SettingsException(reading.faults());
        }
        return settings;
    }

    private static Optional<Database.Access> database(Reading reading) {
        reading.needs(Keys.DATABASE_USER, Keys.DATABASE_URL);
        reading.needs(Keys.DATABASE_PASSWORD, Keys.DATABASE_URL);
        Optional<String> user = reading.get(Keys.DATABASE_USER);
        Optional<String> password = reading.get(Keys.DATABASE_PASSWORD);
        return reading.get(Keys.DATABASE_URL)
                .map(address -> new Database.Access(
                        address.url(), user.orElse(address.user()), password.orElse(address.password())));
    }

    private static Optional<Metrics> metrics(Reading reading) {
        String bind = reading.require(Keys.METRICS_BIND);
        return reading.get(Keys.METRICS_PORT).map(port -> new Metrics(bind, port));
    }

    private static Optional<Discord> discord(Reading reading) {
        List<String> guilds = reading.get(Keys.DISCORD_GUILDS).orElse(List.of());
        Optional<String> teacherRole = reading.get(Keys.DISCORD_TEACHER_ROLE);
        Shards shards = reading.require(Keys.DISCORD_SHARDS);
        Optional<URI> api = reading.get(Keys.DISCORD_API_URL);
        Optional<URI> gateway = reading.get(Keys.DISCORD_GATEWAY_URL);
        return reading.get(Keys.DISCORD_TOKEN)
                .map(token -> new Discord(token, guilds, teacherRole, shards, api, gateway));
    }

    private static Optional<Slack> slack(Reading reading) {
        reading.needs(Keys.SLACK_PORT, Keys.SLACK_SIGNING_SECRET);
        reading.needs(
                Keys.SLACK_CLIENT_ID, Keys.SLACK_CLIENT_SECRET, Keys.SLACK_ENCRYPTION_KEY, Keys.SLACK_SIGNING_SECRET);
        reading.needs(Keys.SLACK_CLIENT_SECRET, Keys.SLACK_CLIENT_ID);
        reading.needs(Keys.SLACK_ENCRYPTION_KEY, Keys.SLACK_CLIENT_ID);
        reading.needs(Keys.SLACK_SIGNING_SECRET, Keys.SLACK_PORT);
        reading.needs(Keys.SLACK_APP_TOKEN, Keys.SLACK_BOT_TOKEN);
        boolean way = reading.has(Keys.SLACK_APP_TOKEN) || reading.has(Keys.SLACK_SIGNING_SECRET);
        if (reading.has(Keys.SLACK_BOT_TOKEN) && !way) {
            reading.missing(Keys.SLACK_APP_TOKEN, variable -> Phrase.of("cli.expected.slack-way"));
        }
        Optional<String> bot = reading.get(Keys.SLACK_BOT_TOKEN);
        Optional<String> app = reading.get(Keys.SLACK_APP_TOKEN);
        Optional<Integer> port = reading.get(Keys.SLACK_PORT);
        Optional<Slack.Http> http = reading.get(Keys.SLACK_SIGNING_SECRET)
                .flatMap(secret -> port.map(number -> new Slack.Http(secret, number)));
        Optional<String> client = reading.get(Keys.SLACK_CLIENT_ID);
        Optional<String> clientSecret = reading.get(Keys.SLACK_CLIENT_SECRET);
        Optional<Slack.Install> install = reading.get(Keys.SLACK_ENCRYPTION_KEY)
                .flatMap(key -> client.flatMap(id -> clientSecret.map(secret -> new Slack.Install(id, secret, key))));
        List<String> teachers = reading.get(Keys.SLACK_TEACHERS).orElse(List.of());
        Optional<URI> api = reading.get(Keys.SLACK_API_URL);
        return bot.isEmpty() && install.isEmpty()
                ? Optional.empty()
                : Optional.of(new Slack(bot, app, http, install, teachers, api));
    }
}
