package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lessonbot.activity.Activities;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/** Whole lessons, led by the one button that leads on, with students who answer whatever they are asked. */
interface WholeLessonRules extends Rules {
    int CLASS = 4;
    /** More turns than any lesson has. */
    int MOST_TURNS = 120;

    /** Activities in whose posts there is something for everybody to answer. */
    Set<String> ASKING = Set.of("stagematch", "preference", "discussion", "questions", "investigate", "feedback");

    /** Where goldens are kept; nothing if this platform keeps none: every activity is played there all the same. */
    Optional<Path> goldens();

    /**
     * Whether all lessons that ship are played, or the first alone. They differ by their texts, which are measured against
     * the limits of every platform wherever they are said; what an adapter draws and hears is all in the first and the sampler.
     */
    boolean playsEveryLesson();

    @TestFactory
    default Stream<DynamicTest> everyLessonGoesFromStartToEndByTheTeachersOneButton() {
        return Plans.shipped().values().stream()
                .filter(edition -> playsEveryLesson() || edition.plan().id().equals(Plans.FIRST))
                .map(edition -> DynamicTest.dynamicTest(
                        edition.plan().id(), () -> play(edition.plan().inClass(""), (place, lesson) -> {})));
    }

    @Test
    default void everyActivityIsSeenAsItWas() throws Exception {
        Optional<Golden> golden = goldens().map(kept -> new Golden(kept, school().sourceType()));
        play(Plans.sampler().plan(), (place, lesson) -> {
            lesson.settled();
            if (golden.isPresent()) {
                golden.get().check(place, lesson.current().source());
            }
        });
    }

    @Test
    default void theSamplerHasEveryActivity() {
        assertThat(Plans.sampler().plan().steps())
                .extracting(Step::activity)
                .containsExactlyInAnyOrderElementsOf(Activities.all().keySet());
    }

    /** Looks at what the room shows when all have answered. */
    @FunctionalInterface
    interface Look {
        void at(String place, Sitting lesson) throws Exception;
    }

    private void play(LessonPlan plan, Look look) throws Exception {
        Sitting lesson = Sitting.start(bot(), school(), plan.id());
        List<Pupil> pupils = IntStream.rangeClosed(1, CLASS)
                .mapToObj(number -> new Pupil(lesson.room(), number))
                .toList();
        pupils.forEach(pupil -> lesson.room().command(pupil.who(), "join"));
        Set<String> visited = new LinkedHashSet<>();
        for (int turn = 0; lesson.lesson().endedAt().isEmpty(); turn++) {
            assertThat(turn).as("turns of the lesson").isLessThan(MOST_TURNS);
            Lesson now = lesson.lesson();
            visited.add(now.step());
            answer(lesson, pupils, plan);
            look.at(
                    String.format(
                            Locale.ROOT,
                            "%02d-%s-%d%s",
                            plan.indexOf(now.step()),
                            now.step(),
                            now.round(),
                            phase(lesson)),
                    lesson);
            lesson.goOn(TEACHER);
        }
        assertThat(visited)
                .containsExactlyElementsOf(plan.steps().stream().map(Step::id).toList());
        assertThat(plan.steps())
                .filteredOn(step -> ASKING.contains(step.activity()))
                .allSatisfy(step -> assertThat(lesson.entries().step(step.id()).all())
                        .as("what people entered at %s", step.id())
                        .isNotEmpty());
    }

    private static String phase(Sitting lesson) {
        return lesson.isRevealed() ? "-revealed" : "";
    }

    private static void answer(Sitting lesson, List<Pupil> pupils, LessonPlan plan) {
        lesson.settled();
        Card card = lesson.current();
        assertThat(card.text())
                .contains(plan.step(lesson.lesson().step()).orElseThrow().title());
        assertThat(card.fired()).isEmpty();
        for (Pupil pupil : pupils) {
            assertThat(pupil.answer(card)).allMatch(seen -> seen.faults().isEmpty());
        }
    }
}
