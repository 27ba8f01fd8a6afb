package org.lessonbot.app.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what people see of a round before they have sealed their own answer. It must be the same for all, however many have
 * answered before them; must hold nothing that others wrote there; and must not tell what is told afterwards.
 */
final class Seals {
    /** Under these stands what is told afterwards. */
    private static final List<String> AFTERWARDS = List.of(
            "stagematch.answer",
            "stagematch.guesses",
            "stagematch.guesses-so-far",
            "preference.split",
            "preference.split-so-far",
            "preference.reasons");

    private static final Logger log = LoggerFactory.getLogger(Seals.class);

    private final Words words;
    private final Supplier<Stream<Member>> members;
    private final Map<Stop, String> first = new HashMap<>();
    private int broken;

    Seals(Words words, Supplier<Stream<Member>> members) {
        this.words = words;
        this.members = members;
    }

    synchronized void look(Member member, Stop stop, String text) {
        // How many have answered may be told.
        String told = text.replaceAll("\\d+", "0");
        boolean same = told.equals(first.computeIfAbsent(stop, none -> told));
        // They stand at the beginning of a line; a response may say "It was" anywhere else.
        boolean tells = AFTERWARDS.stream()
                .map(words::say)
                .anyMatch(said -> text.lines().map(String::strip).anyMatch(line -> line.startsWith(said)));
        boolean quotes = members.get()
                .filter(other -> other != member)
                .flatMap(other -> other.sent().stream())
                .filter(sent -> sent.step().equals(stop.step()) && sent.round() == stop.round())
                .anyMatch(sent -> sent.value().contains("#") && text.contains(sent.value()));
        if (!same || tells || quotes) {
            broken++;
            log.warn(
                    "somebody saw too much of {} before they answered: {}\n\nAnd the first who saw it: {}",
                    stop,
                    told,
                    first.get(stop));
        }
    }

    /** How often somebody saw what they should not have seen yet. */
    synchronized int broken() {
        return broken;
    }
}
