package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;
import org.lessonbot.web.WebLimits;

/** What an operator watches: by the names that the dashboard and the guide use, and on this machine alone. */
class WatchTest {
    private static final Pattern NAME = Pattern.compile("\\b(?:lessonbot|hikaricp|jvm|process)_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase server = TestDatabase.fresh();

    @TempDir
    private Path home;

    @Test
    void metricsAreThereByTheNamesOfTheDashboardAndTellOfNobody() throws Exception {
        try (Started started = new Started()) {
            Bot.Running running = start(started, Map.of("LESSON_BOT_METRICS_PORT", "0"));
            URI watch = running.watch().orElseThrow();
            assertThat(InetAddress.getByName(watch.getHost()).isLoopbackAddress())
                    .isTrue();
            String room = running.web().openRoom("Room of secrets");
            running.engine()
                    .handle(new Interaction(
                            "1",
                            new Room("web", room),
                            new Person("person-to-hide", "Name to hide", true),
                            Instant.now(),
                            new Interaction.Command("help", Map.of())))
                    .join();

            String metrics = get(watch, "/metrics").body();
            assertThat(metrics)
                    .contains("lessonbot_receipt_seconds_count{chat=\"web\",counted=\"yes\"} 1")
                    .doesNotContain(room, "to-hide", "to hide", "secrets");
            Set<String> served = metrics.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceAll("[{ ].*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            // No model is set up, so there is no queue before one.
            served.add("lessonbot_models_waiting");
            assertThat(served)
                    .containsAll(names(Path.of("../docs/grafana.json")))
                    .containsAll(names(Path.of("../docs/running.md")));
            assertThat(LABEL.matcher(metrics.lines()
                                    .filter(line -> line.startsWith("lessonbot_"))
                                    .collect(Collectors.joining()))
                            .results()
                            .map(label -> label.group(1))
                            .distinct())
                    .containsExactlyInAnyOrder("chat", "counted", "le", "outcome");

            HttpResponse<String> health = get(watch, "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"connections\":{\"web\":0}}");
            running.database().close();
            assertThat(get(watch, "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void withoutAPortNothingIsServed() throws Exception {
        try (Started started = new Started()) {
            assertThat(start(started, Map.of()).watch()).isEmpty();
        }
    }

    @Test
    void theDashboardIsWhatGrafanaImports() throws IOException {
        var dashboard = new JsonMapper().readTree(Files.readString(Path.of("../docs/grafana.json")));
        assertThat(dashboard.get("panels"))
                .isNotEmpty()
                .allSatisfy(panel -> assertThat(panel.get("targets"))
                        .isNotEmpty()
                        .allSatisfy(target ->
                                assertThat(target.get("expr").asText()).containsPattern(NAME)));
    }

    private static List<String> names(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static HttpResponse<String> get(URI watch, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(watch.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Bot.Running start(Started started, Map<String, String> more) throws Exception {
        Map<String, String> environment = TestEnvironment.on(server, more);
        return new Bot(
                        Settings.read(home, Optional.empty(), environment),
                        WebLimits.DEFAULT.silentFor(DrivenTime.HANGS),
                        Phrasebook.of("en"),
                        started)
                .start(progress -> {});
    }
}
