package org.lessonbot.slack;

/** A token or key: it can be used, and never shows itself in a log. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "…";
    }
}
