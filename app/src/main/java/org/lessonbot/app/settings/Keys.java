package org.lessonbot.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be set. */
public final class Keys {
    public static final Key<Path> DATA_DIR = Key.of("data.dir", Kind.PATH, "data");
    public static final Key<DatabaseAddress> DATABASE_URL =
            Key.of("database.url", Kind.DATABASE, "").hidden().from("DATABASE_URL");
    public static final Key<String> DATABASE_USER =
            Key.of("database.user", Kind.TEXT, "").from("DATABASE_USER");
    public static final Key<String> DATABASE_PASSWORD =
            Key.of("database.password", Kind.TEXT, "").hidden().from("DATABASE_PASSWORD");

    public static final Key<String> WEB_BIND = Key.of("web.bind", Kind.HOST, "127.0.0.1");
    public static final Key<Integer> WEB_PORT = Key.of("web.port", Kind.PORT, "8080");
    public static final Key<URI> WEB_PUBLIC_URL = Key.of("web.public-url", Kind.SITE, "");
    public static final Key<List<String>> WEB_TRUSTED_PROXIES = Key.of("web.trusted-proxies", Kind.NETWORKS, "");

    public static final Key<String> LANGUAGE = Key.of("language", Kind.LANGUAGE, "en");
    public static final Key<String> LESSON = Key.of("lesson", Kind.ID, "how-ai-learns");
    public static final Key<Path> PROMPTS_DIR = Key.of("prompts.dir", Kind.PATH, "");
    public static final Key<Integer> RETENTION_DAYS =
            Key.of("retention.days", Kind.whole("cli.expected.days", 1, 3650), "90");
    public static final Key<ZoneId> CLUBS_ZONE = Key.of("clubs.zone", Kind.ZONE, "UTC");
    public static final Key<Integer> WORKERS = Key.of("workers", Kind.whole("cli.expected.workers", 1, 64), "8");
    public static final Key<String> METRICS_BIND = Key.of("metrics.bind", Kind.HOST, "127.0.0.1");
    public static final Key<Integer> METRICS_PORT = Key.of("metrics.port", Kind.PORT, "");
    public static final Key<String> LOG_FORMAT = Key.of("log.format", Kind.LOG_FORMAT, "text");

    public static final Key<String> DISCORD_TOKEN =
            Key.of("discord.token", Kind.TOKEN, "").hidden();
    public static final Key<List<String>> DISCORD_GUILDS = Key.of("discord.guilds", Kind.DISCORD_IDS, "");
    public static final Key<String> DISCORD_TEACHER_ROLE = Key.of("discord.teacher-role", Kind.TEXT, "");
    public static final Key<Shards> DISCORD_SHARDS = Key.of("discord.shards", Kind.SHARDS, "all");
    public static final Key<URI> DISCORD_API_URL = Key.of("discord.api-url", Kind.WEB_ADDRESS, "");
    public static final Key<URI> DISCORD_GATEWAY_URL = Key.of("discord.gateway-url", Kind.SOCKET_ADDRESS, "");

    public static final Key<String> SLACK_BOT_TOKEN =
            Key.of("slack.bot-token", Kind.startingWith("xoxb-"), "").hidden();
    public static final Key<String> SLACK_APP_TOKEN =
            Key.of("slack.app-token", Kind.startingWith("xapp-"), "").hidden();
    public static final Key<String> SLACK_SIGNING_SECRET =
            Key.of("slack.signing-secret", Kind.TOKEN, "").hidden();
    public static final Key<Integer> SLACK_PORT = Key.of("slack.port", Kind.PORT, "");
    public static final Key<List<String>> SLACK_TEACHERS = Key.of("slack.teachers", Kind.SLACK_IDS, "");
    public static final Key<URI> SLACK_API_URL = Key.of("slack.api-url", Kind.WEB_ADDRESS, "");
    public static final Key<String> SLACK_CLIENT_ID = Key.of("slack.client-id", Kind.TEXT, "");
    public static final Key<String> SLACK_CLIENT_SECRET =
            Key.of("slack.client-secret", Kind.TOKEN, "").hidden();
    public static final Key<byte[]> SLACK_ENCRYPTION_KEY =
            Key.of("slack.encryption-key", Kind.ENCRYPTION_KEY, "").hidden();

    /** In the order in which people read about them. */
    public static final List<Key<?>> ALL = Stream.<Key<?>>concat(
                    Stream.of(
                            DATA_DIR,
                            DATABASE_URL,
                            DATABASE_USER,
                            DATABASE_PASSWORD,
                            WEB_BIND,
                            WEB_PORT,
                            WEB_PUBLIC_URL,
                            WEB_TRUSTED_PROXIES,
                            LANGUAGE,
                            LESSON,
                            PROMPTS_DIR,
                            RETENTION_DAYS,
                            CLUBS_ZONE,
                            WORKERS,
                            METRICS_BIND,
                            METRICS_PORT,
                            LOG_FORMAT,
                            DISCORD_TOKEN,
                            DISCORD_GUILDS,
                            DISCORD_TEACHER_ROLE,
                            DISCORD_SHARDS,
                            DISCORD_API_URL,
                            DISCORD_GATEWAY_URL,
                            SLACK_BOT_TOKEN,
                            SLACK_APP_TOKEN,
                            SLACK_SIGNING_SECRET,
                            SLACK_PORT,
                            SLACK_TEACHERS,
                            SLACK_API_URL,
                            SLACK_CLIENT_ID,
                            SLACK_CLIENT_SECRET,
                            SLACK_ENCRYPTION_KEY),
                    ModelKeys.ALL.stream().flatMap(ModelKeys::keys))
            .toList();

    private Keys() {}
}
