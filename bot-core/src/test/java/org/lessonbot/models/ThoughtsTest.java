package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

/** What servers tell of the likeliest words, as llama.cpp's server told it. */
class ThoughtsTest {
    @Test
    void aWordHeldBackBecauseAStopMayBeginThereIsKnownByItsNumber() throws JsonProcessingException {
        Thought thought = thought("""
                {"logprobs": {"content": [
                  {"id": 340, "token": " blue.", "logprob": -1, "top_logprobs": [
                    {"id": 340, "token": " blue.", "logprob": -1}, {"id": 339, "token": " blue", "logprob": -1.4}]},
                  {"id": 13, "token": "", "bytes": [], "logprob": -0.4, "top_logprobs": [
                    {"id": 13, "token": "\\n", "logprob": -0.4}, {"id": 305, "token": " The", "logprob": -1.1}]},
                  {"id": 305, "token": "\\n The", "logprob": -1, "top_logprobs": [
                    {"id": 305, "token": " The", "logprob": -1}, {"id": 301, "token": " Question:", "logprob": -1.4}]}]}}
                """);

        assertThat(thought.places()).extracting(Thought.Place::said).containsExactly(" blue.", "\n", " The");
    }

    @Test
    void theEndOfATextIsAWordWithoutLettersWhateverAServerCallsIt() throws JsonProcessingException {
        assertThat(thought("""
                {"logprobs": {"content": [{"id": 2, "token": "", "logprob": -0.1, "top_logprobs": [
                  {"id": 2, "token": "", "logprob": -0.1}, {"id": 3, "token": "\\u0000", "logprob": -12},
                  {"id": 4, "token": "</s>", "logprob": -13}, {"id": 5, "token": " so", "logprob": -14}]}]}}
                """).places().get(0).likeliest())
                .extracting(Thought.Word::text)
                .containsExactly("", "", "", " so");
        assertThat(thought("""
                {"logprobs": {"tokens": ["The"], "top_logprobs": [{"The": -0.1, "<|endoftext|>": -3}]}}
                """).places().get(0).likeliest())
                .extracting(Thought.Word::text)
                .containsExactly("The", "");
    }

    private static Thought thought(String choice) throws JsonProcessingException {
        return Thoughts.in(Reply.JSON.readTree(choice)).orElseThrow();
    }
}
