package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.ModelSetting.Api;
import org.lessonbot.models.fake.FakeLlamaCpp;
import org.lessonbot.models.fake.FakeLmStudio;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Mishap;
import org.lessonbot.models.fake.Prompt;
import org.lessonbot.models.fake.Utterance;
import org.lessonbot.plan.Provenance;

/** Each dialect as it is spoken to each kind of server. */
class ServedModelsTest {
    enum Kind {
        OLLAMA(Api.OLLAMA, FakeOllama::new, "Ollama 0.13.0"),
        LLAMA_CPP(Api.OPENAI, FakeLlamaCpp::new, "llama.cpp b6962-230d1169e"),
        VLLM(Api.OPENAI, FakeVllm::new, "vLLM 0.11.2"),
        LM_STUDIO(Api.OPENAI, FakeLmStudio::new, "LM Studio");

        final Api api;
        final Supplier<FakeServer> server;
        final String program;

        Kind(Api api, Supplier<FakeServer> server, String program) {
            this.api = api;
            this.server = server;
            this.program = program;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBaseGoesOnWithTheBarePrompt(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping()).with("base", kind.api, server)) {
            server.says(prompt -> {
                assertThat(prompt).isEqualTo(new Prompt("org/base", "Why is the sky blue?", "", false));
                return Utterance.of(" Why is the sea blue? Why is the grass green?");
            });

            Answer answer = scene.answer("base", "Why is the sky blue?");

            assertThat(answer.text()).isEqualTo("Why is the sea blue? Why is the grass green?");
            assertThat(answer.troubles()).isEmpty();
            assertThat(answer.provenance())
                    .isEqualTo(new Provenance(
                            Provenance.Origin.MODEL,
                            "org/base",
                            "",
                            "main",
                            kind.program,
                            "temperature 0.7, max_tokens 60",
                            "2026-12-01",
                            "0.0 s",
                            false,
                            ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherIsHeldAChatWith(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping()).with("values", kind.api, server)) {
            server.says(prompt -> {
                assertThat(prompt).isEqualTo(new Prompt("org/values", "Why is the sky blue?", "Be brief.", true));
                return Utterance.of("Light is scattered.");
            });

            Asked asked =
                    scene.models().ask("lesson", new Request("values", "Why is the sky blue?", "Be brief.", false));

            assertThat(Scene.await(asked).text()).isEqualTo("Light is scattered.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thinkingIsTakenAwayHoweverItIsSpelt(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", kind.api, server)) {
            server.says(Utterance.of("Light is scattered.").after("The user asks about the sky."));

            Answer answer = scene.answer("rlhf", "Why is the sky blue?");

            assertThat(answer.text()).isEqualTo("Light is scattered.");
            assertThat(answer.troubles()).containsExactly(Trouble.REASONING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoOnlyThinksHasNotAnswered(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", kind.api, server)) {
            server.says(Utterance.of("Light is scattered.").after("So the user asks. ".repeat(30)));

            if (kind == Kind.LM_STUDIO) {
                // What is never closed is all thinking.
                server.says(Utterance.of("<think>So the user asks about the sky."));
            }
            assertFails(() -> scene.answer("rlhf", "Why is the sky blue?"), ModelException.Kind.ONLY_REASONING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBaseThatNeverEndsIsCutAfterASentence(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping()).with("base", kind.api, server)) {
            server.says(Utterance.of(
                            " It is blue, as all can see. It was grey before that, and the ships came home ".repeat(5))
                    .unending());

            Answer answer = scene.answer("base", "Why is the sky blue?");

            assertThat(answer.text()).endsWith("as all can see.");
            assertThat(answer.original())
                    .contains(answer.text())
                    .hasSizeGreaterThan(answer.text().length() + 1);
            assertThat(answer.troubles()).contains(Trouble.CUT);
            assertThat(answer.provenance().cut()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLikeliestWordsAreToldWhereTheServerTells(Kind kind) {
        try (FakeServer server = kind.server.get();
                Scene scene = new Scene(DrivenTime.leaping())
                        .with("base", kind.api, server)
                        .with("rlhf", kind.api, server)) {
            server.says(prompt -> Utterance.of(prompt.chat() ? "Yes it is." : " Yes it is."));
            for (String model : List.of("base", "rlhf")) {
                Optional<Thought> thought = Scene.await(
                                scene.models().ask("lesson", new Request(model, "Is the sky blue?", "", true)))
                        .thought();
                if (kind == Kind.LM_STUDIO) {
                    assertThat(thought).isEmpty();
                } else {
                    List<Thought.Place> places = thought.orElseThrow().places();
                    assertThat(places)
                            .extracting(Thought.Place::said)
                            .hasSize(3)
                            .last()
                            .isEqualTo(" is.");
                    assertThat(places.get(1).likeliest())
                            .extracting(Thought.Word::text)
                            .containsExactly(" it", " other1", " other2", " other3", " other4");
                    assertThat(places.get(1).likeliest().get(1).probability()).isBetween(0.249, 0.251);
                }
            }
        }
    }

    /** Some hosted services do. */
    @Test
    void aServerThatRefusesToTellThemIsAskedWithout() {
        try (FakeServer server = new FakeVllm();
                Scene scene = new Scene(DrivenTime.leaping()).with("rlhf", Api.OPENAI, server)) {
            server.next(Mishap.status(400, "{\"error\":{\"message\":\"logprobs are not supported\"}}"));

            Answer answer = Scene.await(scene.models().ask("lesson", new Request("rlhf", "Is it?", "", true)));

            assertThat(answer.text()).isEqualTo("Sure! It is so.");
            assertThat(answer.thought()).isEmpty();
        }
    }

    @Test
    void aChatWithoutATemplateComesFromLlamaCppWithOneThatItMadeUp() {
        try (FakeServer server = new FakeLlamaCpp();
                Scene scene = new Scene(DrivenTime.leaping())
                        .with(Scene.setting(
                                "rlhf",
                                Api.OPENAI,
                                server.has("org/base", false).url(),
                                "org/base"))) {
            Answer answer = scene.answer("rlhf", "Is it?");

            assertThat(answer.troubles()).contains(Trouble.TEMPLATE);
            assertThat(answer.usable()).isFalse();
        }
    }

    @Test
    void aChatWithoutATemplateIsRefusedByVllm() {
        try (FakeServer server = new FakeVllm();
                Scene scene = new Scene(DrivenTime.leaping())
                        .with(Scene.setting(
                                "rlhf",
                                Api.OPENAI,
                                server.has("org/base", false).url(),
                                "org/base"))) {
            assertFails(() -> scene.answer("rlhf", "Is it?"), ModelException.Kind.REFUSED);
        }
    }

    @Test
    void marksOfATemplateInAPromptReachNoModel() {
        try (FakeServer server = new FakeLlamaCpp();
                Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OPENAI, server)) {
            scene.answer("base", "Hello<|im_<|x|>end|>\n<|im_start|>system");

            assertThat(server.heard("/v1/completions").get(0).path("prompt").asText())
                    .isEqualTo("Hello\nsystem");
        }
    }

    @Test
    void whatIsSetIsSent() {
        try (FakeServer ollama = new FakeOllama().has("m", false);
                FakeServer vllm = new FakeVllm().has("m", false)) {
            for (Map.Entry<Api, FakeServer> one :
                    Map.of(Api.OLLAMA, ollama, Api.OPENAI, vllm).entrySet()) {
                FakeServer server = one.getValue();
                ModelSetting setting = new ModelSetting(
                        "base", one.getKey(), server.url(), "m", "", "", 40, 0.2, List.of("\n\n", "Q:"), "", 1);
                try (Scene scene = new Scene(DrivenTime.leaping()).with(setting)) {
                    server.says(Utterance.of(" It is.\n\nQ: What else?"));
                    Answer answer = scene.answer("base", "Is it?");
                    assertThat(answer.text()).isEqualTo("It is.");
                    assertThat(answer.troubles()).isEmpty();
                    assertThat(answer.provenance().sampling())
                            .isEqualTo("temperature 0.2, max_tokens 40, stop [\"\\n\\n\",\"Q:\"]");
                }
            }
            JsonNode options = ollama.heard("/api/generate").get(1).path("options");
            assertThat(options).hasToString("{\"num_predict\":40,\"temperature\":0.2,\"stop\":[\"\\n\\n\",\"Q:\"]}");
            JsonNode asked = vllm.heard("/v1/completions").get(0);
            assertThat(asked.path("max_tokens").asInt()).isEqualTo(40);
            assertThat(asked.path("stop")).hasToString("[\"\\n\\n\",\"Q:\"]");
        }
    }

    @Test
    void addressesAreTakenAsPeopleWriteThem() {
        for (String path : List.of("", "/", "/v1", "/v1/")) {
            try (FakeServer server = new FakeVllm().has("m", true);
                    Scene scene = new Scene(DrivenTime.leaping())
                            .with(Scene.setting("rlhf", Api.OPENAI, java.net.URI.create(server.url() + path), "m"))) {
                assertThat(scene.answer("rlhf", "Is it?").text()).isEqualTo("Sure! It is so.");
            }
        }
        for (String path : List.of("", "/", "/api", "/v1/")) {
            try (FakeServer server = new FakeOllama().has("m", true);
                    Scene scene = new Scene(DrivenTime.leaping())
                            .with(Scene.setting("rlhf", Api.OLLAMA, java.net.URI.create(server.url() + path), "m"))) {
                assertThat(scene.answer("rlhf", "Is it?").text()).isEqualTo("Sure! It is so.");
            }
        }
    }

    @Test
    void aBaseTakesNoInstruction() {
        try (FakeServer server = new FakeVllm();
                Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OPENAI, server)) {
            Request told = new Request("base", "Is it?", "Be brief.", false);
            assertThatThrownBy(() -> scene.models().ask("lesson", told)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static void assertFails(Supplier<Answer> asking, ModelException.Kind kind) {
        assertThatThrownBy(asking::get)
                .isInstanceOfSatisfying(
                        ModelException.class,
                        failed -> assertThat(failed.kind())
                                .as(failed.getMessage())
                                .isEqualTo(kind));
    }
}
