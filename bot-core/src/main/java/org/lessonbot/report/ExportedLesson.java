package org.lessonbot.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;

/** One lesson as all exports see it. */
final class ExportedLesson {
    private final Dossier dossier;
    private final LessonPlan plan;
    private final Pseudonyms pseudonyms;

    ExportedLesson(Dossier dossier, LessonPlan plan) {
        this.dossier = dossier;
        this.plan = plan;
        this.pseudonyms = new Pseudonyms(dossier);
    }

    Dossier dossier() {
        return dossier;
    }

    LessonPlan plan() {
        return plan;
    }

    String number() {
        return Long.toString(dossier.lesson().id());
    }

    List<Entry> entries() {
        return dossier.entries().all();
    }

    List<Participant> students() {
        return dossier.roster().participants().stream()
                .filter(one -> one.role() == Participant.Role.STUDENT)
                .toList();
    }

    String pseudonym(String person) {
        return pseudonyms.of(person);
    }

    /** A field or value, with pseudonyms for people it points to. */
    String masked(String text) {
        return pseudonyms.in(text);
    }

    String name(String person) {
        return dossier.roster().name(person);
    }

    String activity(String step) {
        return plan.step(step).map(Step::activity).orElse("");
    }

    /** The id of the item that was dealt for a round, or the empty string. */
    String item(String step, int number) {
        return dossier.rounds().stream()
                .filter(round -> round.number() == number && round.step().equals(step))
                .findFirst()
                .map(ExportedLesson::item)
                .orElse("");
    }

    static String item(Round round) {
        return Json.read(round.deal(), Object.class) instanceof Map<?, ?> deal
                        && deal.get("item") instanceof Map<?, ?> item
                        && item.get("id") instanceof String id
                ? id
                : "";
    }

    /** The number of the pair that an entry is by or, where people answer alone, that its owner is in. */
    String pair(Entry entry) {
        return dossier.roster().groups().stream()
                .filter(group -> group.pairing() == pairing(entry.step()))
                .filter(group -> entry.owner().equals(group.owner()) || group.has(entry.owner()))
                .findFirst()
                .map(group -> Integer.toString(group.number()))
                .orElse("");
    }

    /** What a student, or the pair that the student is in now, put into a field. */
    String value(Participant student, Column column) {
        Optional<String> pair =
                dossier.roster().group(pairing(column.step()), student.id()).map(Group::owner);
        return dossier.entries().round(column.step(), column.round()).all().stream()
                .filter(entry -> entry.field().equals(column.field()))
                .filter(entry -> entry.owner().equals(student.id())
                        || pair.filter(entry.owner()::equals).isPresent())
                .findFirst()
                .map(entry -> masked(entry.value()))
                .orElse("");
    }

    private Pairing pairing(String step) {
        return plan.step(step).map(Step::pairing).orElse(Pairing.NONE);
    }

    /** A field of one round. */
    record Column(String step, int round, String field) {
        @Override
        public String toString() {
            return step + "/" + round + "/" + field;
        }
    }

    /** All fields that anybody filled, by rounds as they were opened. */
    List<Column> columns() {
        return dossier.rounds().stream()
                .flatMap(round -> dossier.entries().round(round.step(), round.number()).all().stream()
                        .map(Entry::field)
                        .distinct()
                        .sorted()
                        .map(field -> new Column(round.step(), round.number(), field)))
                .toList();
    }
}
