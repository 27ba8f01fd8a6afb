package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.ModelSetting.Api;
import org.lessonbot.models.fake.FakeLlamaCpp;
import org.lessonbot.models.fake.FakeLmStudio;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Mishap;
import org.lessonbot.models.fake.Utterance;
import org.lessonbot.plan.Phrasebook;

class ProbeTest {
    private static final Phrasebook WORDS = Phrasebook.of("en");

    private static Probe probe(Scene scene, String key) throws Exception {
        return scene.models().probe(key).get(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<String> keys(Probe probe) {
        // Each can be said, too.
        assertThat(probe.lines())
                .allSatisfy(line -> assertThat(
                                WORDS.say(line.key(), line.arguments().toArray()))
                        .doesNotContain("{"));
        return probe.lines().stream().map(Probe.Line::key).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' there lived an old woman who had three sons. The eldest'     | true",
                "Sure! Here is a story about a small village.                   | false",
                "It looks like you've started a story! How does it go on?       | false",
                "'Once upon a time there was a small village, and it was calm.' | false",
                "' people lived.<|im_end|>'                                     | false",
            })
    void aBaseGoesOnWithAStory(String said, boolean raw) throws Exception {
        try (FakeServer server = new FakeVllm();
                Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OPENAI, server)) {
            server.says(Utterance.of(said));

            Probe probe = probe(scene, "base");

            assertThat(probe.works()).isEqualTo(raw);
            assertThat(keys(probe).get(0)).isEqualTo(raw ? "models.probe.works" : "models.probe.not-raw");
        }
    }

    @Test
    void aChatWithoutATemplateIsSeen() throws Exception {
        try (FakeServer server = new FakeLlamaCpp().has("m", false);
                Scene scene =
                        new Scene(DrivenTime.leaping()).with(Scene.setting("rlhf", Api.OPENAI, server.url(), "m"))) {
            Probe probe = probe(scene, "rlhf");

            assertThat(probe.works()).isFalse();
            assertThat(keys(probe)).contains("models.probe.template", "models.probe.made-up");
        }
    }

    @Test
    void aModelThatOllamaKnowsNoTemplateForIsSeen() throws Exception {
        try (FakeServer server = new FakeOllama().has("m", false);
                Scene scene =
                        new Scene(DrivenTime.leaping()).with(Scene.setting("rlhf", Api.OLLAMA, server.url(), "m"))) {
            Probe probe = probe(scene, "rlhf");

            assertThat(probe.works()).isTrue();
            assertThat(keys(probe)).contains("models.probe.bare");
        }
    }

    @Test
    void aServerThatAnswersByWhateverItHasIsSeen() throws Exception {
        try (FakeServer server = new FakeLlamaCpp().has("another", true);
                Scene scene =
                        new Scene(DrivenTime.leaping()).with(Scene.setting("rlhf", Api.OPENAI, server.url(), "m"))) {
            Probe probe = probe(scene, "rlhf");

            assertThat(probe.works()).isFalse();
            assertThat(keys(probe)).contains("models.probe.not-listed", "models.probe.other");
        }
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of(Api.OPENAI, new FakeLlamaCpp()),
                Arguments.of(Api.OPENAI, new FakeVllm()),
                Arguments.of(Api.OLLAMA, new FakeOllama()));
    }

    /** Nothing in its text says so. */
    @ParameterizedTest
    @MethodSource("servers")
    void thoughtThatItsTemplateBeganAndNothingEndedIsNoAnswer(Api api, FakeServer begun) throws Exception {
        try (FakeServer server = begun.beginsToThink();
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", api, server)) {
            server.says(Utterance.of("It is the light.").after("They ask about light. I know that."));
            assertThat(scene.answer("rlhf", "Why?").text()).isEqualTo("It is the light.");
            assertThat(keys(probe(scene, "rlhf"))).containsExactly("models.probe.works", "models.probe.thinks");

            server.says(Utterance.of("It is.").after("They ask. ".repeat(60)));
            ServedModelsTest.assertFails(() -> scene.answer("rlhf", "Why?"), ModelException.Kind.ONLY_REASONING);
            assertThat(keys(probe(scene, "rlhf"))).contains("models.failed.only_reasoning");

            server.says(Utterance.of("It is so. ".repeat(60)).after("They ask."));
            assertThat(scene.answer("rlhf", "Why?").troubles()).contains(Trouble.CUT, Trouble.REASONING);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anAnswerThatIsCutOffIsOneWhereNoTemplateBeganToThink(Api api, FakeServer plain) throws Exception {
        try (FakeServer server = plain;
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", api, server)) {
            server.says(Utterance.of("It is so. ".repeat(60)));

            assertThat(scene.answer("rlhf", "Why?").troubles()).contains(Trouble.CUT);
            assertThat(keys(probe(scene, "rlhf"))).containsExactly("models.probe.works");
        }
    }

    @Test
    void anotherModelThatAnswersInItsPlaceIsSeen() throws Exception {
        try (FakeServer server = new FakeLmStudio().loads("org/rlhf:2");
                Scene scene = new Scene(DrivenTime.leaping())
                        .with("base", Api.OPENAI, server)
                        .with("rlhf", Api.OPENAI, server)) {
            assertThat(probe(scene, "base").works()).isFalse();
            assertThat(keys(probe(scene, "base"))).startsWith("models.probe.other");
            assertThat(scene.answer("base", "Why?").troubles()).contains(Trouble.OTHER_MODEL);
            assertThat(probe(scene, "rlhf").works()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o-2024-08-06, false",
        "allenai/OLMo-2-1B, olmo-2-1b, false",
        "olmo, /models/olmo.gguf, false",
        "olmo, olmo:latest, false",
        "olmo, '', false",
        "olmo, olmo-instruct, true",
        "olmo:1b, olmo:7b, true",
    })
    void aServerMayCallTheSameModelByAnotherName(String set, String said, boolean other) {
        ModelSetting setting = Scene.setting("base", Api.OPENAI, URI.create("http://localhost"), set);
        assertThat(setting.isOther(said)).isEqualTo(other);
    }

    @Test
    void aNameWithoutItsTagIsOllamasLatest() throws Exception {
        try (FakeServer server = new FakeOllama().has("m:latest", true).has("m", true);
                Scene scene =
                        new Scene(DrivenTime.leaping()).with(Scene.setting("rlhf", Api.OLLAMA, server.url(), "m"))) {
            assertThat(probe(scene, "rlhf").works()).isTrue();
        }
    }

    @Test
    void whatFailsIsSaidWithItsRemedy() throws Exception {
        try (FakeServer server = new FakeVllm();
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", Api.OPENAI, server)) {
            server.next(Mishap.page());
            assertThat(keys(probe(scene, "rlhf"))).containsExactly("models.probe.failed", "models.failed.unreadable");
            server.next(Mishap.busy("3600"));
            assertThat(keys(probe(scene, "rlhf"))).containsExactly("models.probe.failed", "models.failed.busy");
        }
    }

    private static Probe of(ModelSetting setting, Duration load, Duration took, int tokens) {
        Said said = new Said(" there lived", "", "", false, Optional.empty(), tokens, "", "");
        Answer answer = new Answers()
                .of(
                        setting,
                        new Request("base", Probe.STORY, "", false),
                        said,
                        new Answers.Circumstances("", Scene.BEGIN, Scene.BEGIN));
        return Probe.of(setting, new Probe.Seen("vLLM", Set.of(), load, took, said, answer, Optional.empty()));
    }

    /** 20 tokens in 4 s are 12 s for the 60 that it may say. */
    @Test
    void howLongARoundTakesIsEstimated() {
        try (FakeServer one = new FakeVllm();
                FakeServer other = new FakeVllm()) {
            ModelSetting base = Scene.setting("base", Api.OPENAI, one.url(), "m");
            ModelSetting tuned = Scene.setting("instruction_tuned", Api.OPENAI, one.url(), "m");
            ModelSetting rlhf = Scene.setting("rlhf", Api.OPENAI, other.url(), "m");
            Duration took = Duration.ofSeconds(4);
            Probe first = of(base, Duration.ofSeconds(50), took, 20);
            assertThat(first.round()).contains(Duration.ofSeconds(12));
            assertThat(WORDS.say(
                            first.lines().get(0).key(),
                            first.lines().get(0).arguments().toArray()))
                    .isEqualTo("The model m (base) answers by vLLM: 5 tokens a second."
                            + " An answer of full length takes about 12 s.");
            assertThat(keys(first)).containsExactly("models.probe.works", "models.probe.loaded");
            assertThat(keys(of(base, Duration.ZERO, Duration.ofSeconds(30), 20)))
                    .containsExactly("models.probe.works", "models.probe.slow");
            assertThat(keys(of(base, Duration.ZERO, took, 0))).containsExactly("models.probe.answers");

            try (Scene scene =
                    new Scene(DrivenTime.leaping()).with(base).with(tuned).with(rlhf)) {
                List<Probe> all = List.of(
                        first, of(tuned, Duration.ZERO, took, 20), of(rlhf, Duration.ZERO, Duration.ofSeconds(5), 20));
                assertThat(scene.models().round(all)).contains(Duration.ofSeconds(24));
            }
        }
    }
}
