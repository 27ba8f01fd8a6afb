package org.lessonbot.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;

/** One lesson as all exports see it. */
final class ExportedLesson {
    /** A field of which there are many: its name, perhaps a number, and a code. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("(.+?)(?:-(\\d{1,4}))?-([0-9a-f]{10})");

    private static final Comparator<Column> IN_ORDER =
            Comparator.comparing(Column::field).thenComparing(Column::place);

    private final Dossier dossier;
    private final LessonPlan plan;
    private final Map<String, String> texts;
    private final Pseudonyms pseudonyms;
    private final List<Export.Finished> stretches;
    private final List<Sway> sways;

    ExportedLesson(Export.Source source) {
        this.dossier = source.dossier();
        this.plan = source.plan();
        this.texts = source.texts();
        this.pseudonyms = new Pseudonyms(dossier);
        this.stretches = source.stretches();
        this.sways = source.sways();
    }

    List<Export.Finished> stretches() {
        return stretches;
    }

    List<Sway> sways() {
        return sways;
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

    /** What a student, or the pair that the student is in now, entered. */
    Map<Column, String> values(Participant student) {
        Map<Column, String> values = new HashMap<>();
        dossier.entries().all().stream()
                .filter(entry -> entry.owner().equals(student.id())
                        || dossier.roster()
                                .group(pairing(entry.step()), student.id())
                                .filter(group -> group.owner().equals(entry.owner()))
                                .isPresent())
                .sorted(Comparator.comparingInt(ExportedLesson::place).thenComparing(Entry::field))
                .forEach(entry -> {
                    Matcher many = ONE_OF_MANY.matcher(entry.field());
                    Column column = new Column(entry.step(), entry.round(), masked(entry.field()), 0);
                    if (many.matches()) {
                        column = new Column(entry.step(), entry.round(), many.group(1), 1);
                        while (values.containsKey(column)) {
                            column = column.next();
                        }
                    }
                    String text = many.matches() ? texts.getOrDefault(many.group(3), entry.value()) : entry.value();
                    values.put(column, masked(text));
                });
        return values;
    }

    /** The name of a field without its number and code, where there are many of it. */
    static String kind(String field) {
        Matcher many = ONE_OF_MANY.matcher(field);
        return many.matches() ? many.group(1) : field;
    }

    private static int place(Entry entry) {
        Matcher many = ONE_OF_MANY.matcher(entry.field());
        return many.matches() && many.group(2) != null ? Integer.parseInt(many.group(2)) : 0;
    }

    private Pairing pairing(String step) {
        return plan.step(step).map(Step::pairing).orElse(Pairing.NONE);
    }

    /**
     * A field of one round.
     *
     * @param place which of several, from 1; 0 where there is one
     */
    record Column(String step, int round, String field, int place) {
        private Column next() {
            return new Column(step, round, field, place + 1);
        }

        @Override
        public String toString() {
            return step + "/" + round + "/" + field + (place == 0 ? "" : " " + place);
        }
    }

    /** All fields that a student filled, by rounds as they were opened. */
    List<Column> columns() {
        Set<Column> filled = new HashSet<>();
        students().forEach(student -> filled.addAll(values(student).keySet()));
        return dossier.rounds().stream()
                .flatMap(round -> filled.stream()
                        .filter(column -> column.round() == round.number()
                                && column.step().equals(round.step()))
                        .sorted(IN_ORDER))
                .toList();
    }
}
