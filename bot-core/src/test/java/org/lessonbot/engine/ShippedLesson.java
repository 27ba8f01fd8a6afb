package org.lessonbot.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activities;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Step;

/** The lesson that classes are given, whole or as lessons that begin with one of its steps. */
final class ShippedLesson {
    private ShippedLesson() {}

    /** By the id of its first step, which the board follows, because questions stand there. */
    static Map<String, Edition> byFirstStep() {
        Edition shipped = edition();
        LessonPlan plan = shipped.plan();
        Step board = plan.step("board").orElseThrow();
        return plan.steps().stream()
                .filter(step -> !step.equals(board))
                .collect(Collectors.toMap(
                        Step::id,
                        step -> new Edition(
                                new LessonPlan(
                                        plan.id(),
                                        plan.title(),
                                        plan.summary(),
                                        plan.language(),
                                        plan.minutes(),
                                        List.of(step, board)),
                                shipped.bank())));
    }

    static Edition edition() {
        return Read.ONCE;
    }

    /** To read and check it takes as long as a dozen tests. */
    private static final class Read {
        static final Edition ONCE = read();
    }

    private static Edition read() {
        try {
            return Library.shipped()
                    .read("how-ai-learns", new PlanReader(Activities.contentTypes()))
                    .approved();
        } catch (ContentException faulty) {
            throw new IllegalStateException(faulty);
        }
    }
}
