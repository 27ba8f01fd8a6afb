package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.models.ServedModelsTest.assertFails;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.ModelException.Kind;
import org.lessonbot.models.ModelSetting.Api;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Mishap;
import org.lessonbot.models.fake.Utterance;

/** What servers do that is no answer. */
class BadServersTest {
    private final FakeServer server = new FakeVllm();
    private final Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OPENAI, server);

    @AfterEach
    void close() {
        scene.close();
        server.close();
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(
                Arguments.of(Kind.UNREADABLE, Mishap.page()),
                Arguments.of(Kind.UNREADABLE, Mishap.status(200, "{\"object\":\"list\",\"data\":[]}")),
                Arguments.of(Kind.UNREADABLE, Mishap.status(302, "{}")),
                Arguments.of(Kind.UNREADABLE, Mishap.status(404, "{\"detail\":\"Not Found\"}")),
                Arguments.of(Kind.NO_MODEL, Mishap.status(404, "{\"error\":\"model 'x' not found\"}")),
                Arguments.of(Kind.NO_MODEL, Mishap.status(400, "{\"error\":{\"message\":\"Invalid model\"}}")),
                Arguments.of(Kind.REFUSED, Mishap.errorInside("out of memory")),
                Arguments.of(
                        Kind.BROKEN_OFF,
                        Mishap.status(200, "{\"choices\":[{\"text\":\"It\",\"error\":{\"message\":\"lost\"}}]}")),
                Arguments.of(Kind.BROKEN_OFF, Mishap.cutOff()),
                Arguments.of(Kind.BROKEN_OFF, Mishap.endless()),
                Arguments.of(Kind.BROKEN_OFF, Mishap.status(500, "{\"error\":\"runner process has terminated\"}")),
                Arguments.of(Kind.BROKEN_OFF, Mishap.status(504, "<html>Gateway Time-out</html>")),
                Arguments.of(Kind.REFUSED, Mishap.status(400, "{\"error\":{\"message\":\"bad\"}}")),
                Arguments.of(Kind.KEY, Mishap.status(403, "{}")),
                Arguments.of(Kind.EMPTY, Mishap.status(200, "{\"choices\":[{\"text\":\"\"}]}")),
                Arguments.of(Kind.EMPTY, Mishap.status(200, "{\"choices\":[{\"text\":\" \\u200b\\n\"}]}")));
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void whatIsNoAnswerIsNamed(Kind kind, Mishap mishap) {
        server.next(mishap);

        assertFails(() -> scene.answer("base", "Is it?"), kind);
        assertThat(scene.answer("base", "Is it?").text()).isEqualTo("and so it was. It went on.");
    }

    @Test
    void nobodyThereIsNamed() throws IOException {
        // Whoever is bound and does not listen keeps the port, and the system refuses whoever comes: one that was freed
        // may be another's.
        try (Socket port = new Socket()) {
            port.bind(new InetSocketAddress("127.0.0.1", 0));
            URI closed = URI.create("http://127.0.0.1:" + port.getLocalPort());
            try (Scene none = new Scene(DrivenTime.leaping()).with(Scene.setting("base", Api.OPENAI, closed, "m"))) {
                assertFails(() -> none.answer("base", "Is it?"), Kind.UNREACHABLE);
            }
        }
    }

    @Test
    void aModelThatTheServerLacksIsNamed() {
        for (FakeServer other : List.of(new FakeOllama(), new FakeVllm())) {
            Api api = other instanceof FakeOllama ? Api.OLLAMA : Api.OPENAI;
            try (other;
                    Scene none = new Scene(DrivenTime.leaping()).with(Scene.setting("base", api, other.url(), "m"))) {
                assertFails(() -> none.answer("base", "Is it?"), Kind.NO_MODEL);
            }
        }
    }

    @Test
    void aKeyIsNeverRepeated() {
        server.wants("right-key").has("m", true);
        ModelSetting wrong =
                new ModelSetting("rlhf", Api.OPENAI, server.url(), "m", "", "wrong-key", 60, 0.7, List.of(), "", 1);
        try (Scene keyed = new Scene(DrivenTime.leaping()).with(wrong)) {
            Assertions.assertThatThrownBy(() -> keyed.answer("rlhf", "Is it?"))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("Incorrect API key")
                    .hasMessageNotContaining("wrong-key");
        }
        assertThat(wrong.toString()).doesNotContain("wrong-key");
        ModelSetting right =
                new ModelSetting("rlhf", Api.OPENAI, server.url(), "m", "", "right-key", 60, 0.7, List.of(), "", 1);
        try (Scene keyed = new Scene(DrivenTime.leaping()).with(right)) {
            assertThat(keyed.answer("rlhf", "Is it?").text()).isEqualTo("Sure! It is so.");
        }
    }

    @Test
    void whoHasTooMuchToDoIsAskedAgainWhenItSays() {
        server.next(Mishap.busy("7"), Mishap.busy("Tue, 01 Dec 2026 08:01:00 GMT"), Mishap.busy("soon"));

        assertThat(scene.answer("base", "Is it?").text()).isEqualTo("and so it was. It went on.");

        assertThat(scene.passed()).isEqualTo(Duration.ofSeconds(65));
        assertThat(server.heard("/v1/completions")).hasSize(4);
    }

    @Test
    void patienceWithABusyServerEnds() {
        server.next(Stream.generate(() -> Mishap.busy("50")).limit(10).toArray(Mishap[]::new));

        assertFails(() -> scene.answer("base", "Is it?"), Kind.BUSY);

        assertThat(scene.passed()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void aServerThatWantsAnHourOfPeaceIsNotWaitedFor() {
        server.next(Mishap.busy("3600"));

        assertFails(() -> scene.answer("base", "Is it?"), Kind.BUSY);

        assertThat(scene.passed()).isZero();
    }

    @Test
    void aModelThatIsBeingLoadedIsWaitedFor() {
        DrivenTime time = DrivenTime.standing();
        try (Scene slow = new Scene(time).with("base", Api.OPENAI, server)) {
            server.next(Mishap.loading(), Mishap.loading());
            Asked asked = slow.ask("lesson", "base", "Is it?");
            time.settle();
            time.advance(Duration.ofSeconds(2));
            assertThat(asked.state()).isEqualTo(new Asked.State(Asked.State.Kind.LOADING, Scene.BEGIN, 0));

            time.advance(Duration.ofSeconds(2));

            assertThat(Scene.await(asked).text()).isEqualTo("and so it was. It went on.");
            assertThat(asked.state().kind()).isEqualTo(Asked.State.Kind.DONE);
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        try (Scene hasty = new Scene(DrivenTime.leaping(), Duration.ofMillis(1)).with("base", Api.OPENAI, server)) {
            server.hold();

            assertFails(() -> hasty.answer("base", "Is it?"), Kind.TIMEOUT);
        }
    }

    @Test
    void whatIsNoTextIsNotKept() {
        server.says(Utterance.of(" It is\u0000 so\u202e blue\r\n\u200band cafe\u0301."));

        assertThat(scene.answer("base", "Is it?").text()).isEqualTo("It is so blue\nand café.");
    }
}
