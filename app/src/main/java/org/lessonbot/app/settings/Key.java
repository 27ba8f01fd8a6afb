package org.lessonbot.app.settings;

import java.util.Locale;

/**
 * One thing that can be set. What it is for is said by the words {@code cli.key.<name>}.
 *
 * @param name in the file
 * @param environment the variable that goes before the file
 * @param fallback what holds when nothing is set, as it would be written; empty for nothing
 * @param secret never printed, and taken from a file only if nobody else may read that
 */
public record Key<T>(String name, String environment, Kind<T> kind, String fallback, boolean secret) {
    static final String PREFIX = "LESSON_BOT_";

    static <T> Key<T> of(String name, Kind<T> kind, String fallback) {
        return new Key<>(name, variable(name), kind, fallback, false);
    }

    Key<T> hidden() {
        return new Key<>(name, environment, kind, fallback, true);
    }

    /** The same under the variable's name that hosts of databases use. */
    Key<T> from(String variable) {
        return new Key<>(name, variable, kind, fallback, secret);
    }

    /** The key of the words that describe it. */
    public String description() {
        return "cli.key." + name;
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
