package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.app.rehearsal.ModelRound;
import org.lessonbot.app.rehearsal.Rehearsal;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Utterance;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.TestDatabase;

/** A whole lesson through the whole program, and what is then exported of it. */
class RehearsalTest {
    private static final Phrasebook ENGLISH = Phrasebook.of("en");
    private static final String GERMAN_LESSON = "wie-ki-lernt";

    private final TestDatabase server = TestDatabase.fresh();
    private final Map<String, String> environment = TestEnvironment.on(server);

    @TempDir
    private Path home;

    @Test
    void everyAnswerThatIsAcknowledgedIsStoredAndExported() throws Exception {
        try (Started started = new Started()) {
            Rehearsal.Result result = rehearse("how-ai-learns", 5, start(started));

            assertThat(result.steps()).isEqualTo(13);
            assertThat(result.answersSent()).isGreaterThan(5 * 25);
            assertThat(result.answersAcknowledged()).isEqualTo(result.answersSent());
            assertThat(result.lost()).isZero();
            assertThat(result.report()).contains("What you did together", "The model that learned from your choices");
        }
        assertThat(server.readFromEndToEnd()).isEmpty();
        assertThat(export("csv").lines().toList()).hasSizeGreaterThan(5 * 15).noneMatch(line -> line.contains("Pupil"));
        assertThat(export("students").lines()).hasSize(1 + 5);
        assertThat(run("prompts", "votes").lines())
                .hasSize(5 + 1)
                .anyMatch(line -> line.matches("[a-z-]+: 1 class, [1-5] votes?\\. .*"))
                .contains("5 pairs were voted on. ");
        Path nowhere = home.resolve("missing").resolve("out.csv");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(CommandTest.line(printed, environment, home).execute("export", "--out", nowhere.toString()))
                .isEqualTo(Exit.FAILED);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("lesson-bot: there is no folder " + nowhere.getParent() + ". Make it first, or name another."
                        + System.lineSeparator());
        assertThat(export("json")).startsWith("{\"lessons\":[{").contains("\"participants\"");
    }

    @Test
    void aLessonInAnotherLanguageIsHeldInItFromTheEntranceToTheEnd() throws Exception {
        Map<String, String> german = new HashMap<>(environment);
        german.put("LESSON_BOT_LANGUAGE", "de");
        german.put("LESSON_BOT_LESSON", GERMAN_LESSON);
        try (Started started = new Started()) {
            Bot.Running running = start(started, german);
            String room = running.web().openRoom("Raum");
            assertThat(page(running.web().studentLink(room))).contains("<html lang=\"de\">", "Hineingehen");
            Rehearsal.Result result = rehearse(GERMAN_LESSON, 3, running, Phrasebook.of("de"));

            assertThat(result.lost()).isZero();
            assertThat(result.answersAcknowledged()).isEqualTo(result.answersSent());
            assertThat(result.report())
                    .contains("Was diese Klasse getan hat", "arXiv 2203.02155")
                    .doesNotContain(sentences(ENGLISH));
        }
    }

    /** Those of the bot that stand for themselves, and are none in German. */
    private static List<String> sentences(Phrasebook words) {
        return words.keys().stream()
                .filter(key -> key.startsWith("close.") || key.startsWith("engine.") || key.startsWith("web."))
                .map(words::say)
                .filter(sentence -> sentence.length() > 10 && !sentence.contains("{"))
                .toList();
    }

    private static String page(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aClassIsRehearsedWithTheSchoolsOwnModels() throws Exception {
        try (FakeServer server = new FakeVllm().has("base", false).has("chat", true);
                Started started = new Started()) {
            server.says(
                    prompt -> Utterance.of(prompt.chat() ? "Air scatters blue light most." : " And why not green?"));
            Map<String, String> models = new HashMap<>(environment);
            for (String stage : List.of("BASE", "INSTRUCTION_TUNED", "RLHF", "VALUES")) {
                models.put("LESSON_BOT_MODELS_" + stage + "_URL", server.url().toString());
                models.put("LESSON_BOT_MODELS_" + stage + "_MODEL", stage.equals("BASE") ? "base" : "chat");
            }
            Rehearsal.Result result = rehearse("how-ai-learns", 1, start(started, models));

            assertThat(result.lost()).isZero();
            assertThat(result.models())
                    .hasSize(2)
                    .allMatch(ModelRound::used)
                    .extracting(ModelRound::step)
                    .containsExactly("match", "prefer");
            assertThat(result.models().get(0).voices())
                    .hasSize(3)
                    .allMatch(voice -> voice.came().endsWith(" s"));
            assertThat(server.heard("/v1/completions")).isNotEmpty();
        }
    }

    /** The database drops every rating as soon as it is committed. */
    @Test
    void anAnswerThatIsAcknowledgedAndNotStoredIsCountedAsLostAndFailsTheRehearsal() throws Exception {
        try (Started started = new Started()) {
            Bot.Running running = start(started);
            running.database().jdbi().useHandle(handle -> {
                handle.execute("create function vanish() returns trigger language plpgsql as "
                        + "'begin delete from entry where field = ''rating''; return null; end'");
                handle.execute("create trigger vanish after insert on entry execute function vanish()");
            });
            Rehearsal.Result result = rehearse("same-news", 2, running);

            assertThat(result.lost()).isEqualTo(2);
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
            assertThat(new Rehearse(new Terminal(stream, stream, ENGLISH, Map.of(), home)).report(result, true))
                    .isEqualTo(Exit.FAILED);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"lost\":2", "2 answers were acknowledged");
        }
    }

    private Bot.Running start(Started started) throws Exception {
        return start(started, environment);
    }

    private Bot.Running start(Started started, Map<String, String> environment) throws Exception {
        Settings settings = Settings.read(home, Optional.empty(), environment);
        return new Bot(settings, Rehearse.LIMITS, ENGLISH, started).start(progress -> {});
    }

    private static Rehearsal.Result rehearse(String lesson, int pupils, Bot.Running running) throws Exception {
        return rehearse(lesson, pupils, running, ENGLISH);
    }

    private static Rehearsal.Result rehearse(String lesson, int pupils, Bot.Running running, Phrasebook words)
            throws Exception {
        String room = running.web().openRoom("Room");
        Rehearsal.Script script = new Rehearsal.Script(
                room, running.web().teacherLink(room), running.web().studentLink(room), lesson, 12, pupils, 7);
        return new Rehearsal(HttpClient.newHttpClient(), running.database(), words).play(script, (done, all) -> {});
    }

    private String export(String format) {
        return run("export", "--format", format);
    }

    private String run(String... command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        assertThat(CommandTest.line(printed, environment, home).execute(command))
                .isEqualTo(Exit.DONE);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
