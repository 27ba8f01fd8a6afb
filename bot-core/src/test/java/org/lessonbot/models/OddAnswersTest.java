package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.models.ModelSetting.Api;
import org.lessonbot.models.fake.FakeServer;
import org.lessonbot.models.fake.FakeVllm;
import org.lessonbot.models.fake.Mishap;
import org.lessonbot.suite.Odd;

/** Whatever a server says, it is an answer or a failure with a name. */
class OddAnswersTest {
    private static final List<String> SAID = List.of(
            "{\"choices\":[{\"text\":\" and so it was.\",\"finish_reason\":\"stop\",\"logprobs\":{\"tokens\":[\" and\"],"
                    + "\"token_logprobs\":[-0.1],\"top_logprobs\":[{\" and\":-0.1,\" but\":-2.3}]}}]}",
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Yes.\"}],"
                    + "\"reasoning\":\"Hm.\"},\"finish_reason\":\"length\"}],\"usage\":{\"completion_tokens\":3}}",
            "{\"response\":\"Yes.\",\"done\":true,\"eval_count\":3,\"eval_duration\":1000,\"load_duration\":7}",
            "{\"error\":{\"message\":\"out of memory\",\"code\":500}}");

    @Test
    void itIsAnAnswerOrAFailureWithAName() {
        for (Api api : Api.values()) {
            try (FakeServer server = new FakeVllm();
                    Scene scene = new Scene(DrivenTime.leaping()).with("base", api, server)) {
                Odd.times(25, odd -> {
                    server.next(Mishap.status(odd.of(List.of(200, 200, 200, 400, 404)), odd.changed(odd.of(SAID))));
                    try {
                        assertThat(scene.answer("base", "Is it?").text()).isNotBlank();
                    } catch (ModelException named) {
                        assertThat(named.kind()).isNotNull();
                    }
                });
            }
        }
    }
}
