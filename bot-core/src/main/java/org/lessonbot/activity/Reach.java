package org.lessonbot.activity;

/** How far an activity looks: which entries and rounds are read for it. */
public enum Reach {
    /** What this person and their group entered in this round: what a click needs. */
    OWN,
    /** All entries of this round. */
    ROUND,
    /** All entries of this step. */
    STEP,
    /** All entries of the lesson. */
    LESSON
}
