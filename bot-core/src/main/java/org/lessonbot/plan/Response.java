package org.lessonbot.plan;

/** A response and where it comes from. */
public record Response(String text, Provenance provenance) {
    /** The most characters of one that comes into a lesson under way, from its teacher or a model: three have room in a post. */
    public static final int LONGEST = 650;
}
