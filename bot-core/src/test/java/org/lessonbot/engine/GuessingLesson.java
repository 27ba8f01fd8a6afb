package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Step;

/** A lesson of two steps in which stages are guessed, and words that are their own keys. */
final class GuessingLesson {
    static final Words WORDS = (key, arguments) -> arguments.length == 0 ? key : key + Arrays.asList(arguments);

    private GuessingLesson() {}

    static Edition edition() {
        StageContent content = new StageContent(
                "stages",
                "Which?",
                List.of(new StageContent.Stage("base", "Base"), new StageContent.Stage("rlhf", "RLHF")));
        Provenance written = Provenance.of(Provenance.Origin.WRITTEN);
        List<Item> items = IntStream.range(0, 4)
                .mapToObj(i -> new Item(
                        "item-" + i,
                        "stages",
                        "everyday",
                        "easy",
                        "Prompt " + i,
                        Map.of("base", new Response("continues", written), "rlhf", new Response("helps", written)),
                        Map.of(),
                        "Notice."))
                .toList();
        assertThat(Json.write(new StageDeal(items.get(0), "base"))).contains("\"shown\":\"base\"");
        List<Step> steps = List.of(step("first", "First", 2, content), step("second", "Second", 1, content));
        return new Edition(new LessonPlan("guessing", "Guessing", "", "en", 10, steps), new Bank(items));
    }

    private static Step step(String id, String title, int rounds, StageContent content) {
        return new Step(id, "stagematch", title, 5, Pairing.EXPLORE, rounds, true, Step.Notes.NONE, content);
    }
}
