package org.lessonbot.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lessonbot.chat.VisibleText;
import org.lessonbot.models.Thought.Place;
import org.lessonbot.models.Thought.Word;

/** Reads what a model thought likely, in each of the spellings of servers. */
final class Thoughts {
    private static final int MOST = 5;

    private Thoughts() {}

    /** What stands in a choice, or in an answer without choices; nothing if the server does not tell. */
    static Optional<Thought> in(JsonNode answer) {
        JsonNode given = answer.path("logprobs");
        List<Place> places = given.path("tokens").isArray()
                ? columns(given)
                : Stream.of(given.path("content"), given, answer.path("completion_probabilities"))
                        .filter(JsonNode::isArray)
                        .findFirst()
                        .map(Thoughts::rows)
                        .orElse(List.of());
        return places.isEmpty() ? Optional.empty() : Optional.of(new Thought(places));
    }

    /** OpenAI's completions, and vLLM's: a list of words said, and one of tables of the likeliest. */
    private static List<Place> columns(JsonNode given) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < given.path("tokens").size(); i++) {
            List<Word> words = new ArrayList<>();
            given.path("top_logprobs")
                    .path(i)
                    .properties()
                    .forEach(word -> words.add(
                            new Word(word.getKey(), Math.exp(word.getValue().asDouble()))));
            places.add(place(given.path("tokens").path(i).asText(), words));
        }
        return places;
    }

    /**
     * OpenAI's chat, Ollama's, and llama.cpp's own, which has called the same things by several names. While what was said may be the
     * beginning of a stop, llama.cpp says nothing, and says it together with the next: its number then tells which word it was.
     */
    private static List<Place> rows(JsonNode given) {
        List<Place> places = new ArrayList<>();
        String held = "";
        for (JsonNode row : given) {
            JsonNode likely = first(row, "top_logprobs", "top_probs", "probs");
            List<Word> words = new ArrayList<>();
            likely.forEach(word -> words.add(new Word(said(word), probability(word))));
            String told = said(row);
            String said = told.isEmpty() ? numbered(row, likely) : told;
            if (told.isEmpty()) {
                held += said;
            } else {
                said = told.startsWith(held) ? told.substring(held.length()) : told;
                held = "";
            }
            places.add(place(said, words));
        }
        return places;
    }

    private static String numbered(JsonNode row, JsonNode likely) {
        return StreamSupport.stream(likely.spliterator(), false)
                .filter(word -> row.has("id") && word.path("id").equals(row.path("id")))
                .map(Thoughts::said)
                .findFirst()
                .orElse("");
    }

    private static String said(JsonNode word) {
        return first(word, "token", "tok_str", "content").asText();
    }

    private static double probability(JsonNode word) {
        return word.has("logprob")
                ? Math.exp(word.path("logprob").asDouble())
                : word.path("prob").asDouble();
    }

    private static JsonNode first(JsonNode row, String... names) {
        return Stream.of(names)
                .map(row::path)
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElse(row.path(names[0]));
    }

    /** The word said may come on top of those asked for, as a sixth. */
    private static Place place(String said, List<Word> words) {
        return new Place(
                seen(said),
                words.stream()
                        .map(word -> new Word(seen(word.text()), word.probability()))
                        .sorted(Comparator.comparingDouble(Word::probability).reversed())
                        .limit(MOST)
                        .toList());
    }

    /** Without what nobody sees. The end of a text is nothing by some servers, and a mark by others. */
    private static String seen(String word) {
        return Template.isMark(word) ? "" : VisibleText.of(word);
    }
}
