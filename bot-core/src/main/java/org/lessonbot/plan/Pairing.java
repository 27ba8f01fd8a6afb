package org.lessonbot.plan;

/** Which pairs a step works in. A pairing is made once a lesson and holds through all its steps. */
public enum Pairing {
    NONE,
    /** The pairs of the first half. */
    EXPLORE,
    /** New pairs, made so that an earlier partner comes again only where it cannot be avoided. */
    QUESTIONS
}
