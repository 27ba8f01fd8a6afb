package org.lessonbot.app.rehearsal;

import java.util.List;
import java.util.Map;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;

/** Holds what pupils were told against what was kept. */
record Audit(Dossier kept) {
    /** Whether an answer is among the entries. */
    boolean holds(Sent sent) {
        String person = kept.roster().participants().stream()
                .filter(one -> one.name().equals(sent.pupil()))
                .map(Participant::id)
                .findFirst()
                .orElse("");
        String value = value(sent);
        return entries(sent).stream()
                .anyMatch(entry ->
                        entry.person().equals(person) && isThis(entry, sent, value) || isOverwritten(entry, sent));
    }

    /** Whether somebody is still known by name, or something that they wrote still stands there. */
    boolean holdsAnythingOf(List<Member> forgotten) {
        return forgotten.stream()
                .anyMatch(member -> kept.roster().participants().stream()
                                .anyMatch(one -> one.name().equals(member.name()))
                        || member.sent().stream()
                                .filter(Sent::acknowledged)
                                .anyMatch(sent -> sent.value().contains("#")
                                        && entries(sent).stream()
                                                .anyMatch(entry -> entry.value().equals(sent.value()))));
    }

    private List<Entry> entries(Sent sent) {
        return kept.entries().round(sent.step(), sent.round()).all();
    }

    private static boolean isThis(Entry entry, Sent sent, String value) {
        String about = sent.value().split("/", 2)[0];
        return entry.value().equals(value)
                || entry.field().equals(about)
                || entry.field().equals(sent.field() + "-" + about)
                || entry.field().equals(sent.field()) && sent.value().isEmpty();
    }

    /** What a pair shares, either partner may change: then the last one's stands. */
    private static boolean isOverwritten(Entry entry, Sent sent) {
        return entry.owner().startsWith("pair:") && entry.field().equals(sent.field());
    }

    /** Some buttons name the side that a response stood on; what is kept is what stood there. */
    private String value(Sent sent) {
        return kept.rounds().stream()
                .filter(round -> round.number() == sent.round() && round.step().equals(sent.step()))
                .map(Round::deal)
                .map(deal -> Json.read(deal, Object.class) instanceof Map<?, ?> fields
                                && fields.get(sent.value()) instanceof String there
                        ? there
                        : sent.value())
                .findFirst()
                .orElse(sent.value());
    }
}
