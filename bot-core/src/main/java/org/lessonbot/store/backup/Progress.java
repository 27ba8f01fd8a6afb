package org.lessonbot.store.backup;

/** Is told how far something is. */
@FunctionalInterface
public interface Progress {
    /** @param all more than zero; about as many bytes as there will be */
    void at(long done, long all);
}
