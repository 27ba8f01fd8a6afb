package org.lessonbot.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.lessonbot.models.Thought;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Response;

/**
 * A prompt with the responses that models give to it, before a class sees it and afterwards.
 *
 * @param id its number
 * @param cast the id of the {@link Cast} it is for
 * @param round of its step in which it was used; 0 while it was not
 * @param kept whether it is to be kept for the bank
 */
public record Draft(
        long id,
        long lesson,
        String step,
        String bank,
        String cast,
        String prompt,
        int round,
        boolean kept,
        List<Voice> voices) {
    /** The kind of request under which its item stands. */
    public static final String REQUEST = "live";

    public Draft {
        voices = List.copyOf(voices);
    }

    /** One that is yet to be asked, and has no number yet. */
    public static Draft of(long lesson, String step, Cast cast, String prompt, Instant now) {
        return new Draft(
                0,
                lesson,
                step,
                cast.bank(),
                cast.id(),
                prompt,
                0,
                false,
                cast.roles().stream().map(role -> Voice.of(role, now)).toList());
    }

    public boolean isUsed() {
        return round > 0;
    }

    public boolean isUnderWay() {
        return !isUsed() && voices.stream().anyMatch(Voice::isUnderWay);
    }

    /** Whether a class may be shown it. */
    public boolean isReady() {
        return !isUsed() && voices.stream().allMatch(Voice::isReady);
    }

    /** The roles of two that say the same, word for word, in their order; nobody could tell these apart. Empty if there are none. */
    public List<Role> alike() {
        Map<String, Role> first = new HashMap<>();
        for (Voice voice : voices) {
            Optional<Role> before = voice.response()
                    .map(response -> String.join(" ", response.text().strip().split("\\s+")))
                    .map(text -> first.putIfAbsent(text, voice.role()));
            if (before.isPresent()) {
                return List.of(before.get(), voice.role());
            }
        }
        return List.of();
    }

    public Optional<Voice> voice(String key) {
        return voices.stream().filter(voice -> voice.role().key().equals(key)).findFirst();
    }

    /** The same with one voice otherwise, if it is still at this attempt. */
    public Draft with(String key, int attempt, UnaryOperator<Voice> change) {
        return each(voice -> voice.role().key().equals(key) && voice.attempt() == attempt, change);
    }

    /**
     * The same with models to be asked once more.
     *
     * @param key whose; empty for all
     */
    public Draft again(String key, Instant now) {
        return each(voice -> key.isEmpty() || voice.role().key().equals(key), voice -> voice.again(now));
    }

    /** The same with what the bank has for its prompt in the place of one voice. */
    public Draft swapped(String key, Response response) {
        return each(voice -> voice.role().key().equals(key), voice -> voice.swapped(response));
    }

    /** The same with these words of the teacher's, by the keys of the voices. */
    public Draft with(Map<String, String> texts) {
        return each(
                voice -> texts.containsKey(voice.role().key()),
                voice -> voice.with(texts.getOrDefault(voice.role().key(), "")));
    }

    private Draft each(Predicate<Voice> which, UnaryOperator<Voice> change) {
        return with(voices.stream()
                .map(voice -> which.test(voice) ? change.apply(voice) : voice)
                .toList());
    }

    private Draft with(List<Voice> changed) {
        return new Draft(id, lesson, step, bank, cast, prompt, round, kept, changed);
    }

    /**
     * What a round is dealt from.
     *
     * @param notice what to notice, said at the reveal; may be empty
     * @throws IllegalStateException if it is not ready
     */
    public Brought brought(String notice) {
        if (!voices.stream().allMatch(Voice::isReady)) {
            throw new IllegalStateException("draft " + id + " is not ready");
        }
        Map<String, Response> responses = new LinkedHashMap<>();
        Map<String, Item.Value> values = new LinkedHashMap<>();
        List<Thought.Place> thought = List.of();
        for (Voice voice : voices) {
            Role role = voice.role();
            voice.response().ifPresent(response -> responses.put(role.key(), response));
            if (!role.says().isEmpty()) {
                values.put(role.key(), new Item.Value(role.name(), role.says()));
            }
            // What the teacher wrote, or the bank has, was thought by no model.
            if (role.thinks()) {
                thought = voice.thought();
            }
        }
        Item item = new Item("live-" + id, bank, REQUEST, REQUEST, prompt, responses, values, notice);
        return new Brought(item, id, thought);
    }
}
