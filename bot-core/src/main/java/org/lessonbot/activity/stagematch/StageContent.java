package org.lessonbot.activity.stagematch;

import java.util.List;

/**
 * The step's section in the plan.
 *
 * @param bank which bank the items come from
 * @param ask the question above the buttons
 * @param stages what a response may come from, in the order of the buttons
 */
public record StageContent(String bank, String ask, List<Stage> stages) {
    public StageContent {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param id the key of its response in the bank
     */
    public record Stage(String id, String name) {}

    /** The stage's name; the id itself for one that the plan does not name. */
    public String name(String id) {
        return stages.stream()
                .filter(stage -> stage.id().equals(id))
                .map(Stage::name)
                .findFirst()
                .orElse(id);
    }
}
