package org.lessonbot.models;

import java.util.Optional;

/**
 * What a server gave as an answer, in no dialect any more.
 *
 * @param reasoning what came in a field of its own for it
 * @param refusal what came in a field of its own for that
 * @param unfinished whether the model would have gone on
 * @param tokens how many parts of words it said, thinking included; 0 if unknown
 * @param model which one answered, as the server says; empty if it does not
 * @param program the server's kind and version, as far as the answer tells
 */
record Said(
        String text,
        String reasoning,
        String refusal,
        boolean unfinished,
        Optional<Thought> thought,
        int tokens,
        String model,
        String program) {}
