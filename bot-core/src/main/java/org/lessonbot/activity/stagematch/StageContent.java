package org.lessonbot.activity.stagematch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

/**
 * The step's section in the plan.
 *
 * @param bank which bank the items come from
 * @param ask the question above the buttons
 * @param stages what a response may come from, in the order of the buttons
 */
public record StageContent(String bank, String ask, List<Stage> stages) {
    /** The id of the stage that continues text and was taught nothing else. */
    public static final String BASE = "base";

    public StageContent {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param id the key of its response in the bank
     */
    public record Stage(String id, String name) {}

    /** The same as the models of an item are called: where one learned by another way than the plan says, its own name is true. */
    StageContent calledBy(Item item) {
        return new StageContent(
                bank,
                ask,
                stages.stream()
                        .map(stage -> new Stage(stage.id(), name(item, stage)))
                        .toList());
    }

    private static String name(Item item, Stage stage) {
        return Optional.ofNullable(item.responses().get(stage.id()))
                .map(Response::provenance)
                .filter(by -> by.origin().isModel())
                .map(Provenance::label)
                .filter(label -> !label.isEmpty())
                .orElse(stage.name());
    }

    /** Names by id, in the order of the buttons. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        stages.forEach(stage -> names.put(stage.id(), stage.name()));
        return names;
    }

    /** The stage's name; the id itself for one that the plan does not name. */
    public String name(String id) {
        return stages.stream()
                .filter(stage -> stage.id().equals(id))
                .map(Stage::name)
                .findFirst()
                .orElse(id);
    }
}
