package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.models.ServedModelsTest.assertFails;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.Asked.State.Kind;
import org.lessonbot.models.ModelSetting.Api;
import org.lessonbot.models.fake.FakeOllama;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Mishap;

/** Who waits, for what, and who gives up. */
class LineTest {
    private final FakeServer server = new FakeVllm();
    private final FakeServer ollama = new FakeOllama();
    private final List<Scene> scenes = new ArrayList<>();

    @AfterEach
    void close() {
        scenes.forEach(Scene::close);
        server.close();
        ollama.close();
    }

    private Scene scene(int slots) {
        server.has("m", false).has("n", true);
        URI url = server.url();
        Scene scene = new Scene(DrivenTime.leaping())
                .with(new ModelSetting("base", Api.OPENAI, url, "m", "", "", 60, 0.7, List.of(), "", slots))
                .with(new ModelSetting("rlhf", Api.OPENAI, url, "n", "", "", 60, 0.7, List.of(), "DPO", slots));
        scenes.add(scene);
        return scene;
    }

    private List<String> prompts() {
        return server.heard("/v1/completions").stream()
                .map(body -> body.path("prompt").asText())
                .toList();
    }

    @Test
    void lessonsTakeTurns() {
        Scene scene = scene(1);
        server.hold();
        List<Asked> all = new ArrayList<>();
        all.add(scene.ask("one", "base", "1a"));
        server.awaitAtOnce(1);
        for (String prompt : List.of("1b", "1c", "1d")) {
            all.add(scene.ask("one", "base", prompt));
        }
        all.add(scene.ask("two", "base", "2a"));
        all.add(scene.ask("three", "base", "3a"));
        all.add(scene.ask("two", "base", "2b"));

        assertThat(all).extracting(asked -> asked.state().ahead()).containsExactly(0, 1, 4, 6, 2, 3, 5);
        assertThat(all).extracting(asked -> asked.state().kind()).first().isEqualTo(Kind.ANSWERING);
        assertThat(all.subList(1, 7))
                .extracting(Asked::state)
                .allMatch(state -> state.kind() == Kind.WAITING && state.since().equals(Scene.BEGIN));
        server.release();
        all.forEach(Scene::await);

        assertThat(prompts()).containsExactly("1a", "1b", "2a", "3a", "1c", "2b", "1d");
        assertThat(server.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aServerIsAskedForAsMuchAtOnceAsItHasSlots() {
        Scene scene = scene(2);
        server.hold();
        List<Asked> all = new ArrayList<>();
        for (String model : List.of("base", "rlhf", "base", "rlhf")) {
            all.add(scene.ask("one", model, "Is it?"));
        }
        server.awaitAtOnce(2);
        assertThat(all).extracting(asked -> asked.state().ahead()).containsExactly(0, 0, 2, 3);
        server.release();
        all.forEach(Scene::await);

        assertThat(server.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void whoComesToAFullLineIsToldSoAtOnce() {
        Scene scene = scene(1);
        server.hold();
        for (int i = 0; i <= Line.MOST; i++) {
            scene.ask("one", "base", "Is it?");
        }

        assertFails(() -> scene.answer("base", "Is it?"), ModelException.Kind.QUEUE_FULL);
    }

    @Test
    void whoGivesUpInLineIsNeverServed() {
        Scene scene = scene(1);
        server.hold();
        Asked first = scene.ask("one", "base", "1");
        server.awaitAtOnce(1);
        Asked second = scene.ask("two", "base", "2");
        Asked third = scene.ask("three", "base", "3");

        second.cancel();

        assertFails(() -> Scene.await(second), ModelException.Kind.CANCELLED);
        assertThat(second.state().kind()).isEqualTo(Kind.DONE);
        assertThat(third.state().ahead()).isEqualTo(1);
        server.release();
        Scene.await(first);
        Scene.await(third);
        assertThat(prompts()).containsExactly("1", "3");
    }

    @Test
    void theServerIsNoLongerListenedToByWhoGivesUp() {
        Scene scene = scene(1);
        server.hold();
        Asked first = scene.ask("one", "base", "1");
        server.awaitAtOnce(1);

        first.cancel();
        assertFails(() -> Scene.await(first), ModelException.Kind.CANCELLED);
        Asked second = scene.ask("two", "base", "2");
        server.awaitAtOnce(2);
        server.release();
        Scene.await(second);
        server.awaitAtOnce(0);

        assertThat(server.hungUp()).isEqualTo(1);
    }

    @Test
    void whoGivesUpWhileTheServerIsBusyLeavesTheirSlot() {
        DrivenTime time = DrivenTime.standing();
        Scene scene = new Scene(time).with("base", Api.OPENAI, server);
        scenes.add(scene);
        server.next(Mishap.busy("60"));
        Asked first = scene.ask("one", "base", "1");
        time.settle();
        Asked second = scene.ask("two", "base", "2");

        first.cancel();

        assertThat(Scene.await(second).text()).isNotEmpty();
    }

    @Test
    void aColdModelIsLoadedFirst() {
        Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OLLAMA, ollama);
        scenes.add(scene);
        ollama.hold();
        Asked asked = scene.ask("one", "base", "Is it?");
        ollama.awaitAtOnce(1);
        assertThat(asked.state()).isEqualTo(new Asked.State(Kind.LOADING, Scene.BEGIN, 0));
        ollama.release();

        assertThat(Scene.await(asked).text()).isNotEmpty();
        Scene.await(scene.ask("one", "base", "And now?"));
        assertThat(generated()).containsExactly("load", "Is it?", "And now?");
    }

    @Test
    void whoGivesUpDoesNotUndoTheLoading() {
        Scene scene = new Scene(DrivenTime.leaping()).with("base", Api.OLLAMA, ollama);
        scenes.add(scene);
        ollama.hold();
        Asked first = scene.ask("one", "base", "1");
        ollama.awaitAtOnce(1);

        first.cancel();
        assertFails(() -> Scene.await(first), ModelException.Kind.CANCELLED);
        Asked second = scene.ask("two", "base", "2");
        assertThat(second.state()).isEqualTo(new Asked.State(Kind.LOADING, Scene.BEGIN, 1));
        ollama.release();
        Scene.await(second);

        assertThat(generated()).containsExactly("load", "2");
        assertThat(ollama.hungUp()).isZero();
    }

    @Test
    void modelsAreLoadedBeforeTheyAreNeededAndOnlyOnceAtATime() {
        Scene scene =
                new Scene(DrivenTime.leaping()).with("base", Api.OLLAMA, ollama).with("rlhf", Api.OPENAI, server);
        scenes.add(scene);
        ollama.hold();
        server.hold();
        scene.models().preload();
        ollama.awaitAtOnce(1);
        server.awaitAtOnce(1);
        scene.models().preload();

        Asked asked = scene.ask("one", "rlhf", "Is it?");
        assertThat(asked.state()).isEqualTo(new Asked.State(Kind.LOADING, Scene.BEGIN, 1));
        ollama.release();
        server.release();
        Scene.await(asked);
        Scene.await(scene.ask("one", "base", "Is it?"));

        assertThat(generated()).containsExactly("load", "Is it?");
        assertThat(server.heard("/v1/chat/completions"))
                .extracting(body -> body.path("max_tokens").asInt())
                .containsExactly(1, 60);
        assertThat(ollama.heard("/api/generate").get(0).path("keep_alive").asText())
                .isEqualTo("3h");
    }

    private List<String> generated() {
        return ollama.heard("/api/generate").stream()
                .map((JsonNode body) -> body.path("prompt").asText("load"))
                .map(prompt -> prompt.isEmpty() ? "load" : prompt)
                .toList();
    }

    @Test
    void closingGivesUpAllThatIsAsked() {
        Scene scene = scene(1);
        server.hold();
        Asked first = scene.ask("one", "base", "1");
        server.awaitAtOnce(1);
        Asked second = scene.ask("two", "rlhf", "2");

        scene.models().close();

        assertFails(() -> Scene.await(first), ModelException.Kind.CANCELLED);
        assertFails(() -> Scene.await(second), ModelException.Kind.CANCELLED);
        assertFails(() -> scene.answer("base", "3"), ModelException.Kind.CANCELLED);
    }

    @Test
    void whatAStageIsToBeCalledIsSet() {
        Scene scene = scene(1);
        assertThat(scene.models().keys()).containsExactly("base", "rlhf");
        assertThat(scene.models().label("rlhf")).isEqualTo("DPO");
        assertThat(scene.models().label("base")).isEmpty();
        assertThat(scene.answer("rlhf", "Is it?").provenance().label()).isEqualTo("DPO");
    }
}
