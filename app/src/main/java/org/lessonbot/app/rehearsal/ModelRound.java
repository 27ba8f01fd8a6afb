package org.lessonbot.app.rehearsal;

import java.util.List;

/**
 * What became of a prompt that models were asked in a rehearsal.
 *
 * @param step the id of the step it was for
 * @param seconds from the teacher's prompt until nothing more was to come
 * @param used whether a round was played with it
 */
public record ModelRound(String step, String prompt, double seconds, boolean used, List<Voice> voices) {
    public ModelRound {
        voices = List.copyOf(voices);
    }

    /**
     * One model.
     *
     * @param role what it stands for, in the lesson's words
     * @param came what its answer took, as its provenance says; or in words why there is none
     */
    public record Voice(String role, String came) {}
}
