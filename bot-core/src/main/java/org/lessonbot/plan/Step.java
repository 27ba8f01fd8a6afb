package org.lessonbot.plan;

import java.util.List;

/**
 * One step of a lesson.
 *
 * @param id kebab-case, unique in the plan, at most 24 characters; results are kept under it
 * @param activity the kind of activity that runs it
 * @param minutes planned for it; 0 when it has no time of its own
 * @param pairing which pairs work together here
 * @param rounds how many rounds are planned, at least 1; a teacher may ask for more
 * @param cuttable whether it may be skipped when time runs out
 * @param notes for the teacher alone
 * @param content the activity's own section, of the class that the activity names
 */
public record Step(
        String id,
        String activity,
        String title,
        int minutes,
        Pairing pairing,
        int rounds,
        boolean cuttable,
        Notes notes,
        Object content) {

    /**
     * What a teacher is told beside the step.
     *
     * @param facilitation what to do and to look out for
     * @param prompts questions that get a class talking
     */
    public record Notes(String facilitation, List<String> prompts) {
        public static final Notes NONE = new Notes("", List.of());

        public Notes {
            prompts = List.copyOf(prompts);
        }
    }
}
