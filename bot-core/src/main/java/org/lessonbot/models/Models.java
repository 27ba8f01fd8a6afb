package org.lessonbot.models;

import java.util.Set;

/** The models that a school lets the bot ask, each by its key. May be used by any thread. */
public interface Models extends AutoCloseable {
    /** The key of the chat model that is told by an instruction which value to answer by. */
    String VALUES = "values";

    /** No model at all. */
    Models NONE = new NoModels();

    /**
     * The keys of the models there are: those of the stages whose responses they give, as a bank names them ({@code base},
     * {@code instruction_tuned}, {@code rlhf}), and {@link #VALUES}.
     */
    Set<String> keys();

    /** What a stage is to be called where its model is something else than the plan says, such as DPO; empty where it is not. */
    String label(String key);

    /** Lets servers load what they will be asked for, and returns at once. */
    void preload();

    /**
     * Asks a model. One asker's requests wait for those of others, in turn, so that no lesson is starved by another.
     *
     * @param asker whoever asks, for example a lesson's number
     * @throws IllegalArgumentException if there is no model of that key
     */
    Asked ask(String asker, Request request);

    /** How much of what was asked of a model's server is not answered yet. */
    default int waiting(String key) {
        return 0;
    }

    /** Gives up all that is asked. */
    @Override
    void close();
}
