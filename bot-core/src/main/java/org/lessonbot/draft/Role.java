package org.lessonbot.draft;

/**
 * One response that a draft needs, and who is to give it.
 *
 * @param key what the response stands under: a stage or a value
 * @param name of the same in words
 * @param says what a value asks for, in the words that students read; empty for a stage
 * @param model the key of the model to be asked
 * @param instruction what the model is told before the prompt; empty for nothing
 * @param thinks whether the likeliest words are wanted too
 */
public record Role(String key, String name, String says, String model, String instruction, boolean thinks) {
    /** The same by the name that a stage's own model has, where it has one: a value keeps its own. */
    Role called(String label) {
        return label.isEmpty() || !says.isEmpty() ? this : new Role(key, label, says, model, instruction, thinks);
    }

    /** A stage of training, asked without any instruction. */
    public static Role stage(String key, String name, boolean thinks) {
        return new Role(key, name, "", key, "", thinks);
    }
}
