package org.lessonbot.plan;

/** A response and where it comes from. */
public record Response(String text, Provenance provenance) {}
