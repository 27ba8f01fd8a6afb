package org.lessonbot.app.settings;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param name in the file
 * @param environment the variable that goes before the file
 * @param fallback what holds when nothing is set, as it would be written; empty for nothing
 * @param secret never printed, and taken from a file only if nobody else may read that
 * @param described the name of the key that tells what it is for, by the words {@code cli.key.<name>}: its own, or one that is the
 *     same for something else
 */
public record Key<T>(String name, String environment, Kind<T> kind, String fallback, boolean secret, String described) {
    static final String PREFIX = "LESSON_BOT_";

    static <T> Key<T> of(String name, Kind<T> kind, String fallback) {
        return new Key<>(name, variable(name), kind, fallback, false, name);
    }

    Key<T> hidden() {
        return new Key<>(name, environment, kind, fallback, true, described);
    }

    /** The same under the variable's name that hosts of databases use. */
    Key<T> from(String variable) {
        return new Key<>(name, variable, kind, fallback, secret, described);
    }

    /** The same for something else, so that one description is enough. */
    Key<T> like(Key<T> other) {
        return new Key<>(name, environment, kind, fallback, secret, other.name());
    }

    /** Whether it is described by itself. */
    public boolean isDescribed() {
        return described.equals(name);
    }

    /** The name of its group, such as {@code models.rlhf}. */
    public String group() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The key of the words that describe it. */
    public String description() {
        return "cli.key." + described;
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
