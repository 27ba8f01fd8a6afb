package org.lessonbot.tck;

/** The contract. A subclass brings the school; the rules come from here. */
public abstract class PlatformContract {
    /** Opens the platform with no adapter in front of it yet. */
    protected abstract School open() throws Exception;
}
