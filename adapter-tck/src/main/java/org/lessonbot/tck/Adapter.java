package org.lessonbot.tck;

import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;

/** One running instance of the adapter under test. */
public interface Adapter extends AutoCloseable {
    /** The way out: what the engine posts goes through this. May be asked for before {@link #serve}. */
    Platform platform();

    /** The way in: hands everything people do to the engine from now on. Returns once people can act. */
    void serve(Engine engine);

    /** Goes away as a killed process does, without a word to anybody. Does nothing the second time. */
    @Override
    void close();
}
