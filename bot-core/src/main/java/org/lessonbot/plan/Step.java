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
 * @param inClub the same as JSON where it is another in a club; empty where it is the same
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
        Object content,
        String inClub) {
    /** One that says the same in a class and in a club. */
    public Step(
            String id,
            String activity,
            String title,
            int minutes,
            Pairing pairing,
            int rounds,
            boolean cuttable,
            Notes notes,
            Object content) {
        this(id, activity, title, minutes, pairing, rounds, cuttable, notes, content, "");
    }

    /** The same as a club has it. */
    Step forClub() {
        return inClub.isEmpty() ? this : with(Json.read(inClub, content.getClass()), "");
    }

    /** The same with another content. */
    Step with(Object other, String otherInClub) {
        return new Step(id, activity, title, minutes, pairing, rounds, cuttable, notes, other, otherInClub);
    }

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
