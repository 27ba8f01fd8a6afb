package org.lessonbot.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Words;
import org.lessonbot.discord.DiscordCheck;
import org.lessonbot.discord.Invitation;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.SlackCheck;
import org.lessonbot.slack.SlackSettings;
import org.lessonbot.store.Database;
import org.lessonbot.store.embedded.EmbeddedPostgresException;
import org.lessonbot.web.ListenAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that the bot needs, looked at from outside. */
final class Checks {
    private static final Logger log = LoggerFactory.getLogger(Checks.class);
    private static final int OLDEST_JAVA = 17;
    private static final long NEEDED_MB = 300;

    private final Settings settings;
    private final Words words;
    private final Consumer<String> progress;

    /** @param progress told in a few words about what takes a while */
    Checks(Settings settings, Words words, Consumer<String> progress) {
        this.settings = settings;
        this.words = words;
        this.progress = progress;
    }

    List<Finding> all() {
        return made(
                words,
                Stream.of(
                        () -> List.of(java()),
                        () -> List.of(file()),
                        () -> List.of(folder()),
                        () -> List.of(content()),
                        this::database,
                        () -> week().log(),
                        this::web,
                        this::discord,
                        this::slack,
                        () -> new ModelChecks(settings, words, progress).all()));
    }

    /** One check that breaks is one more fault, and keeps nothing back of what the others found. */
    static List<Finding> made(Words words, Stream<Supplier<List<Finding>>> checks) {
        return checks.flatMap(check -> made(words, check).stream()).toList();
    }

    private static List<Finding> made(Words words, Supplier<List<Finding>> check) {
        try {
            return check.get();
        } catch (RuntimeException | LinkageError unexpected) {
            log.error("a check broke", unexpected);
            return List.of(Finding.fault(words.say("cli.doctor.broken", unexpected.toString())));
        }
    }

    private Finding file() {
        return Finding.ok(words.say(
                "cli.doctor.settings", settings.file().map(Path::toString).orElse(words.say("cli.doctor.no-file"))));
    }

    private Finding java() {
        int version = Runtime.version().feature();
        return version >= OLDEST_JAVA
                ? Finding.ok(words.say("cli.doctor.java", Integer.toString(version)))
                : Finding.fault(words.say("cli.doctor.java-old", Integer.toString(version), OLDEST_JAVA));
    }

    private Finding folder() {
        Path folder = settings.dataDir();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ""));
            long free = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
            return free < NEEDED_MB
                    ? Finding.fault(words.say("cli.doctor.folder-full", folder, free, NEEDED_MB))
                    : Finding.ok(words.say("cli.doctor.folder", folder, free));
        } catch (IOException closed) {
            return Finding.fault(words.say("cli.doctor.folder-closed", folder, closed.toString()));
        }
    }

    private Finding content() {
        try {
            var lessons = Shelf.of(settings, words).get();
            return Finding.ok(words.say("cli.doctor.content", String.join(", ", lessons.keySet())));
        } catch (FailureException faulty) {
            return Finding.fault(String.valueOf(faulty.getMessage()));
        }
    }

    private List<Finding> database() {
        try (Started started = new Started()) {
            Storage storage = new Storage(settings, words);
            Database database = storage.reach(started, 2, progress -> {});
            int version = database.version();
            if (version < Database.OLDEST) {
                return List.of(Finding.fault(storage.tooOld(version)));
            }
            List<Finding> findings = new ArrayList<>(List.of(
                    Finding.ok(words.say(
                            settings.database().isPresent() ? "cli.doctor.database-own" : "cli.doctor.database",
                            Storage.number(version))),
                    week().clock(database),
                    tables(database)));
            if (database.isMigrated() && !database.isNewer()) {
                findings.addAll(week().all(database));
            }
            return findings;
        } catch (EmbeddedPostgresException | FailureException broken) {
            return List.of(Finding.fault(String.valueOf(broken.getMessage())));
        }
    }

    private WeekChecks week() {
        return new WeekChecks(settings, words, Clock.systemUTC());
    }

    private Finding tables(Database database) {
        if (database.isNewer()) {
            return Finding.fault(words.say("cli.database.newer"));
        }
        if (database.isMigrated()) {
            return Finding.ok(words.say("cli.doctor.migrated"));
        }
        return database.mayCreateTables()
                ? Finding.note(words.say("cli.doctor.not-migrated"))
                : Finding.fault(words.say("cli.database.closed"));
    }

    private List<Finding> web() {
        Settings.Web web = settings.web();
        List<Finding> findings = new ArrayList<>(List.of(port("web.port", web.bind(), web.port())));
        boolean secure =
                web.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
        if (!isLoopback(web.bind()) && !secure) {
            findings.add(Finding.note(words.say("cli.doctor.open", web.bind())));
        }
        findings.add(links(web));
        findings.add(proxies(web));
        return findings;
    }

    /** Where the links and the QR code lead. */
    private Finding links(Settings.Web web) {
        URI address = web.publicUrl().orElseGet(() -> ListenAddress.url(web.bind(), web.port()));
        if (web.publicUrl().isPresent() || !ListenAddress.isEvery(web.bind())) {
            return Finding.ok(words.say("cli.doctor.links", address));
        }
        return isLoopback(address.getHost())
                ? Finding.fault(words.say("cli.doctor.links-nowhere", web.bind(), address))
                : Finding.note(words.say("cli.doctor.links-chosen", web.bind(), address));
    }

    private Finding proxies(Settings.Web web) {
        if (!web.trustedProxies().isEmpty()) {
            return Finding.ok(words.say("cli.doctor.proxies", String.join(", ", web.trustedProxies())));
        }
        return web.publicUrl().isPresent()
                ? Finding.note(words.say("cli.doctor.proxies-none"))
                : Finding.ok(words.say("cli.doctor.proxies-off"));
    }

    private Finding port(String key, String host, int port) {
        if (port == 0) {
            return Finding.ok(words.say("cli.doctor.port-any", key));
        }
        Storage storage = new Storage(settings, words);
        if (storage.isRunning()) {
            return Finding.note(words.say("cli.doctor.running", key));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
            return Finding.ok(words.say("cli.doctor.port", key, Integer.toString(port)));
        } catch (IOException taken) {
            if (storage.isInUse()) {
                return Finding.note(words.say("cli.doctor.port-ours", key, Integer.toString(port)));
            }
            return Finding.fault(
                    words.say("cli.doctor.port-taken", key, Integer.toString(port), host, taken.getMessage() + ""));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private List<Finding> discord() {
        if (settings.discord().isEmpty()) {
            return List.of(Finding.ok(words.say("cli.doctor.discord-off")));
        }
        Settings.Discord wanted = settings.discord().get();
        Optional<String> link = Invitation.link(wanted.token());
        if (link.isEmpty()) {
            return List.of(Finding.fault(words.say("cli.doctor.discord-token")));
        }
        Finding invitation = Finding.ok(words.say("cli.doctor.discord-invite", link.get(), Invitation.permissions()));
        try {
            DiscordCheck.Passed passed = DiscordCheck.now(Chats.discord(wanted));
            List<Finding> findings =
                    new ArrayList<>(List.of(Finding.ok(words.say("cli.doctor.discord", passed.name())), invitation));
            passed.lacking()
                    .forEach((server, what) ->
                            findings.add(Finding.note(words.say("cli.doctor.discord-lacks", server, what))));
            return findings;
        } catch (PlatformException.Rejected refused) {
            return List.of(Finding.fault(words.say("cli.doctor.discord-refused")));
        } catch (PlatformException away) {
            return List.of(
                    Finding.note(words.say("cli.doctor.discord-away", String.valueOf(away.getMessage()))), invitation);
        }
    }

    private List<Finding> slack() {
        if (settings.slack().isEmpty()) {
            return List.of(Finding.ok(words.say("cli.doctor.slack-off")));
        }
        Settings.Slack wanted = settings.slack().get();
        List<Finding> findings = new ArrayList<>();
        wanted.http().ifPresent(http -> findings.add(port("slack.port", SlackSettings.Http.LOOPBACK, http.port())));
        if (wanted.install().isPresent()) {
            findings.add(Finding.ok(words.say("cli.doctor.slack-several")));
            return findings;
        }
        try {
            SlackCheck.Passed passed = SlackCheck.now(Chats.slack(wanted, settings.language(), Chats.one(wanted)));
            findings.add(
                    passed.lacking().isEmpty()
                            ? Finding.ok(words.say(
                                    "cli.doctor.slack", passed.workspace().orElse("")))
                            : Finding.fault(words.say("cli.doctor.slack-scopes", String.join(", ", passed.lacking()))));
        } catch (PlatformException.Rejected refused) {
            findings.add(Finding.fault(String.valueOf(refused.getMessage())));
        } catch (PlatformException away) {
            findings.add(Finding.note(words.say("cli.doctor.slack-away", String.valueOf(away.getMessage()))));
        }
        return findings;
    }
}
