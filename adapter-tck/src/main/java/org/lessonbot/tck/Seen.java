package org.lessonbot.tck;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody got back for what they did.
 *
 * @param whisper what they alone were told, wherever the platform puts it; the platform's own word that something is not
 *     allowed or did not work is one too
 * @param form a form that opened
 * @param faults by field label, why a form was not taken; it is still open
 */
public record Seen(Optional<Card> whisper, Optional<Sheet> form, Map<String, String> faults) {
    public static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty(), Map.of());

    public Seen {
        faults = Map.copyOf(faults);
    }

    public static Seen whisper(Card card) {
        return new Seen(Optional.of(card), Optional.empty(), Map.of());
    }

    public static Seen form(Sheet sheet) {
        return new Seen(Optional.empty(), Optional.of(sheet), Map.of());
    }

    public static Seen faults(Map<String, String> faults) {
        return new Seen(Optional.empty(), Optional.empty(), faults);
    }

    /** The words of it; empty when nothing was said. */
    public String text() {
        return whisper.map(Card::text).orElse(String.join("\n", faults.values()));
    }

    public boolean says(String words) {
        return text().contains(words);
    }

    /** @throws AssertionError if no form opened */
    public Sheet sheet() {
        return form.orElseThrow(() -> new AssertionError("no form opened, but: " + this));
    }

    /** @throws AssertionError if nothing was whispered */
    public Card card() {
        return whisper.orElseThrow(() -> new AssertionError("nothing was whispered, but: " + this));
    }
}
