package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lessonbot.slack.fake.RegisteredApp;

/**
 * A class in all three chats at once with a mark in everything that is secret, logged at DEBUG, while the way to the database and to
 * the chats breaks: no mark may be found in the log, on the terminal (once it has printed the links), in what the
 * commands say, on the metrics' page, in a file's name, or in what Linux tells about processes.
 */
final class Secrets {
    private static final String KEY = "sk-marked-5d1e";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LINKS = Pattern.compile("http://\\S+/(t/\\S+/|board/\\S+/|join/)(\\S+)");
    private static final Pattern WELCOMED = Pattern.compile("(Ctrl-C)");
    private static final int STUDENTS = 4;
    private static final int AGAIN = 8;

    private final Path jar;
    private final Path home;
    private final Outcome outcome = new Outcome("a mark in every secret, everything logged at DEBUG, the ways cut");
    private final Map<String, String> marks = new HashMap<>();

    Secrets(Path jar, Path home) {
        this.jar = jar;
        this.home = home;
    }

    Outcome run() throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.start(home.resolve("server"), home.resolve("binaries"));
                Wire wire = new Wire(postgres.port())) {
            marks.put("the models' key", KEY);
            marks.put("the database's password", postgres.password());
            try (DiscordChat discord = new DiscordChat(STUDENTS);
                    SlackChat slack = new SlackChat(STUDENTS);
                    BrowserChat browser = new BrowserChat(STUDENTS)) {
                marks.put("Discord's token", discord.settings().get("LESSON_BOT_DISCORD_TOKEN"));
                marks.put("Slack's bot token", slack.botToken());
                marks.put("Slack's app token", slack.settings().get("LESSON_BOT_SLACK_APP_TOKEN"));
                hold(List.of(discord, slack, browser), postgres, wire);
            }
            try (SlackChat slack = SlackChat.overHttp(STUDENTS)) {
                marks.put("Slack's bot token, which a workspace gave", slack.botToken());
                marks.put("Slack's signing secret", RegisteredApp.SIGNING_SECRET);
                marks.put("Slack's client secret", RegisteredApp.CLIENT_SECRET);
                marks.put("the key of Slack's tokens", SlackChat.ENCRYPTION_KEY);
                hold(List.of(slack), postgres, wire);
            }
            files();
        }
        System.err.println(outcome.row());
        return outcome;
    }

    /** A class in each of these chats, and a look everywhere. */
    private void hold(List<Chat> chats, Postgres postgres, Wire wire) throws IOException, InterruptedException {
        int metrics = BrowserChat.freePort();
        Map<String, String> settings = new HashMap<>();
        chats.forEach(chat -> settings.putAll(chat.settings()));
        settings.putAll(DatabaseFaults.settings(postgres, "127.0.0.1:" + wire.port()));
        settings.put("LESSON_BOT_METRICS_PORT", Integer.toString(metrics));
        for (String stage : List.of("BASE", "INSTRUCTION_TUNED", "RLHF")) {
            settings.put("LESSON_BOT_MODELS_" + stage + "_URL", "http://127.0.0.1:1/v1");
            settings.put("LESSON_BOT_MODELS_" + stage + "_MODEL", "nobody");
            settings.put("LESSON_BOT_MODELS_" + stage + "_KEY", KEY);
        }
        settings.put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + everything());
        try (Program program = Program.start(List.of(), jar, home, settings)) {
            for (Chat chat : chats) {
                chat.connected(program);
            }
            program.says(WELCOMED);
            Matcher links = LINKS.matcher(program.said());
            while (links.find()) {
                marks.put("the link " + links.group(1), links.group(2));
            }
            for (Chat chat : chats) {
                trouble(chat, wire, Facts.at(postgres::here));
            }
            look("the metrics' page", page(metrics, "/metrics") + page(metrics, "/health"));
            for (ProcessHandle process : program.processes()) {
                look("the command line of a process", proc(process, "cmdline"));
            }
            for (ProcessHandle child : program.processes().stream().skip(1).toList()) {
                look("the environment of a child", proc(child, "environ"));
            }
            look("the terminal", program.said().split(WELCOMED.pattern(), 2)[1]);
        }
        for (List<String> command : List.of(
                List.of("doctor"),
                List.of("export"),
                List.of("export", "--format", "json"),
                List.of("report", "--lesson", "1", "--out", "report-" + metrics + ".html"),
                List.of("backup", home.resolve("backup-" + metrics + ".zip").toString()))) {
            look("what " + command + " says", said(command, settings));
        }
    }

    private Path everything() throws IOException {
        return Files.writeString(home.resolve("logback.xml"), """
                <configuration>
                    <logger name="com.slack" level="INFO"/>
                    <logger name="org.lessonbot" level="DEBUG"/>
                    <root level="INFO"/>
                </configuration>
                """);
    }

    private void trouble(Chat chat, Wire wire, Facts facts) throws InterruptedException {
        Chat.Shown question = new Scene(chat, facts).question();
        Burst burst = new Burst(
                chat, question, STUDENTS, facts.guesses(question.guesses().get(0)), 1);
        burst.goesOn(AGAIN, PATIENCE);
        wire.cut();
        Pause.of(Duration.ofSeconds(4));
        wire.mend();
        if (!burst.goesOn(AGAIN, PATIENCE)) {
            outcome.wrong(chat.name() + ": nobody is heard any more");
        }
        burst.callOff();
        outcome.ran(burst);
    }

    private void files() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(home)) {
            all = found.filter(file ->
                            !file.startsWith(home.resolve("server")) && !file.startsWith(home.resolve("binaries")))
                    .toList();
        }
        for (Path file : all) {
            look("the name " + file, file.toString());
            String name = file.getFileName().toString();
            if (name.endsWith(".log") || name.endsWith(".html")) {
                look(name, Files.readString(file));
            }
        }
    }

    private void look(String where, String text) {
        marks.forEach((name, mark) -> {
            if (text.contains(mark)) {
                outcome.wrong(name + " stands in " + where);
            }
        });
    }

    private static String proc(ProcessHandle process, String what) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), what);
        return Files.isReadable(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    private static String page(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private String said(List<String> command, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlessonbot.home=" + home,
                "-jar",
                jar.toAbsolutePath().toString()));
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("LESSON_BOT_DATA_DIR", home.resolve("data").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
