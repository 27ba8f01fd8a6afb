package org.lessonbot.activity.stagematch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

class StageContentTest {
    private static final StageContent STAGES = new StageContent(
            "stages",
            "Which?",
            List.of(new StageContent.Stage("base", "Base model"), new StageContent.Stage("rlhf", "RLHF")));

    /** Of the last stage that learned from checked answers it would not be true that it learned from people's choices. */
    @Test
    void aStageIsCalledAsTheModelThatAnsweredIs() {
        Item live = item(new Provenance(
                Provenance.Origin.MODEL, "olmo", "RLVR", "main", "s", "t", "2026-03-02", "1 s", false, ""));
        Item written = item(Provenance.of(Provenance.Origin.WRITTEN));

        assertThat(STAGES.calledBy(live).names()).isEqualTo(Map.of("base", "Base model", "rlhf", "RLVR"));
        assertThat(STAGES.calledBy(written)).isEqualTo(STAGES);
    }

    private static Item item(Provenance last) {
        Response base = new Response("And then.", Provenance.of(Provenance.Origin.WRITTEN));
        return new Item(
                "one",
                "stages",
                "everyday",
                "easy",
                "Why?",
                Map.of("base", base, "rlhf", new Response("Because.", last)),
                Map.of(),
                "");
    }
}
