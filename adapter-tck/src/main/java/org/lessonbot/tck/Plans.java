package org.lessonbot.tck;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Step;

/** The short lesson that most rules are tried on: two rounds of guessing in pairs, then one alone. */
final class Plans {
    static final String QUICK = "quick";
    static final String CAT = "Cat";
    static final String DOG = "Dog";

    private static final Provenance WRITTEN = new Provenance(Provenance.Origin.WRITTEN, "", "", "", "", "");

    private Plans() {}

    static Edition quick() {
        StageContent content = new StageContent(
                "sounds",
                "Who said that?",
                List.of(new StageContent.Stage("cat", CAT), new StageContent.Stage("dog", DOG)));
        List<Step> steps = List.of(
                step("first", "First guesses", Pairing.EXPLORE, 2, content),
                step("second", "Second guesses", Pairing.NONE, 1, content));
        return new Edition(
                new LessonPlan(QUICK, "Animal calls", "", "en", 10, steps),
                new Bank(IntStream.rangeClosed(1, 4).mapToObj(Plans::item).toList()));
    }

    private static Step step(String id, String title, Pairing pairing, int rounds, StageContent content) {
        return new Step(
                id, "stagematch", title, 5, pairing, rounds, true, new Step.Notes("Listen.", List.of("Why?")), content);
    }

    private static Item item(int number) {
        return new Item(
                "item-" + number,
                "sounds",
                "everyday",
                "easy",
                "Call number " + number,
                Map.of("cat", new Response("Meow.", WRITTEN), "dog", new Response("Woof.", WRITTEN)),
                Map.of(),
                "Listen closely.");
    }
}
