package org.lessonbot.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;

/** Lessons as text for other programs. People go by pseudonyms; names are added only when asked for. */
public final class Export {
    private final List<ExportedLesson> lessons;
    private final boolean names;

    /**
     * What is exported of one lesson.
     *
     * @param plan the one that the lesson was started with
     * @param texts what was written in it, by the code under which votes point to it
     * @param stretches of a club, in their order; none of a class
     * @param sways what swayed people in a club
     */
    public record Source(
            Dossier dossier, LessonPlan plan, Map<String, String> texts, List<Finished> stretches, List<Sway> sways) {
        public Source {
            texts = Map.copyOf(texts);
            stretches = List.copyOf(stretches);
            sways = List.copyOf(sways);
        }

        /** Of a class. */
        public Source(Dossier dossier, LessonPlan plan, Map<String, String> texts) {
            this(dossier, plan, texts, List.of(), List.of());
        }
    }

    /** How many of the students finished a stretch. */
    public record Finished(String stretch, int finished, int students) {}

    /** The columns of a table with a row an entry, but for names. */
    static final List<String> ANSWERS = List.of(
            "lesson",
            "started",
            "plan",
            "step",
            "activity",
            "round",
            "item",
            "field",
            "value",
            "pseudonym",
            "pair",
            "at");

    /** What stands between the cells of a table. */
    public enum Separator {
        COMMA(","),
        /** What spreadsheets expect where a comma stands within numbers: in German, French, Spanish and many more. */
        SEMICOLON(";");

        private final String sign;

        Separator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** @param names whether to add the names that people showed */
    public Export(List<Source> sources, boolean names) {
        this.lessons = sources.stream().map(ExportedLesson::new).toList();
        this.names = names;
    }

    /** A table with one row an entry (RFC 4180). */
    public String rows(Separator separator) {
        List<List<String>> table = new ArrayList<>();
        table.add(row("name", ANSWERS.toArray(String[]::new)));
        for (ExportedLesson lesson : lessons) {
            for (Entry entry : lesson.entries()) {
                table.add(row(
                        lesson.name(entry.person()),
                        lesson.number(),
                        lesson.dossier().lesson().startedAt().toString(),
                        lesson.plan().id(),
                        entry.step(),
                        lesson.activity(entry.step()),
                        Integer.toString(entry.round()),
                        lesson.item(entry.step(), entry.round()),
                        lesson.masked(entry.field()),
                        lesson.masked(entry.value()),
                        lesson.pseudonym(entry.person()),
                        lesson.pair(entry),
                        entry.at().toString()));
            }
        }
        return Csv.table(table, separator);
    }

    /**
     * A table with one row a student and one column a field of a round (RFC 4180). What a pair shares stands in the rows of
     * all who are in it; what somebody wrote or chose several of stands in numbered columns.
     */
    public String students(Separator separator) {
        Set<ExportedLesson.Column> columns = new LinkedHashSet<>();
        lessons.forEach(lesson -> columns.addAll(lesson.columns()));
        List<String> header = new ArrayList<>(List.of("lesson", "plan", "pseudonym"));
        columns.forEach(column -> header.add(column.toString()));
        List<List<String>> table = new ArrayList<>();
        table.add(row("name", header.toArray(String[]::new)));
        for (ExportedLesson lesson : lessons) {
            for (Participant student : lesson.students()) {
                Map<ExportedLesson.Column, String> values = lesson.values(student);
                List<String> cells =
                        new ArrayList<>(List.of(lesson.number(), lesson.plan().id(), lesson.pseudonym(student.id())));
                columns.forEach(column -> cells.add(values.getOrDefault(column, "")));
                table.add(row(student.name(), cells.toArray(String[]::new)));
            }
        }
        return Csv.table(table, separator);
    }

    /**
     * All of it as one workbook (Office Open XML): answers, students, questions, and what its columns mean. Numbers, times and shares are
     * typed; text is text, and never a formula.
     */
    public byte[] workbook(Words words) {
        return new Spreadsheet(lessons, names, words).bytes();
    }

    /**
     * A table with one row a reason that anybody in a club read (RFC 4180): how often it was shown, and how often its reader then
     * changed. Who gave it and who read it stands nowhere; what too few read to say anything is empty.
     */
    public String reasons(Separator separator) {
        List<List<String>> table = new ArrayList<>();
        table.add(
                List.of("lesson", "plan", "step", "round", "item", "answer", "reason", "prepared", "shown", "changed"));
        for (ExportedLesson lesson : lessons) {
            for (Sway sway : lesson.sways()) {
                table.add(List.of(
                        lesson.number(),
                        lesson.plan().id(),
                        sway.stop().step(),
                        Integer.toString(sway.stop().round()),
                        lesson.item(sway.stop().step(), sway.stop().round()),
                        sway.answer(),
                        lesson.masked(sway.text()),
                        Boolean.toString(sway.prepared()),
                        Integer.toString(sway.shown()),
                        sway.tells() ? Integer.toString(sway.changed()) : ""));
            }
        }
        return Csv.table(table, separator);
    }

    private List<String> row(String name, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        if (names) {
            row.add(name);
        }
        return row;
    }

    /** Everything as JSON: who took part, what was dealt, what was entered. */
    public String json() {
        return Json.write(Map.of("lessons", lessons.stream().map(this::json).toList())) + "\n";
    }

    private Map<String, Object> json(ExportedLesson lesson) {
        var facts = lesson.dossier().lesson();
        Map<String, Object> json = new TreeMap<>();
        json.put("lesson", facts.id());
        json.put("plan", lesson.plan().id());
        json.put("title", lesson.plan().title());
        json.put("edition", facts.edition());
        json.put("started", facts.startedAt().toString());
        json.put("ended", facts.endedAt().map(Object::toString).orElse(""));
        json.put(
                "participants",
                lesson.dossier().roster().participants().stream()
                        .map(person -> json(lesson, person))
                        .toList());
        json.put(
                "rounds",
                lesson.dossier().rounds().stream()
                        .map(round -> json(lesson, round))
                        .toList());
        json.put(
                "entries",
                lesson.entries().stream().map(entry -> json(lesson, entry)).toList());
        json.put("stretches", lesson.stretches());
        json.put(
                "reasons",
                lesson.sways().stream().map(sway -> json(lesson, sway)).toList());
        return json;
    }

    private static Map<String, Object> json(ExportedLesson lesson, Sway sway) {
        Map<String, Object> json = new TreeMap<>(Map.of(
                "step", sway.stop().step(),
                "round", sway.stop().round(),
                "item", lesson.item(sway.stop().step(), sway.stop().round()),
                "answer", sway.answer(),
                "reason", lesson.masked(sway.text()),
                "prepared", sway.prepared(),
                "shown", sway.shown()));
        if (sway.tells()) {
            json.put("changed", sway.changed());
        }
        return json;
    }

    private Map<String, Object> json(ExportedLesson lesson, Participant person) {
        Map<String, Object> json = new TreeMap<>(Map.of(
                "pseudonym", lesson.pseudonym(person.id()),
                "role", person.role().name(),
                "joined", person.joinedAt().toString()));
        if (names) {
            json.put("name", person.name());
        }
        return json;
    }

    private static Map<String, Object> json(ExportedLesson lesson, Round round) {
        return Map.of(
                "step", round.step(),
                "activity", lesson.activity(round.step()),
                "round", round.number(),
                "item", ExportedLesson.item(round),
                "deal", deal(lesson, round),
                "opened", round.openedAt().toString(),
                "revealed", round.revealedAt().map(Object::toString).orElse(""));
    }

    /** Before a reveal nobody sees what a model expected of it, whoever exports neither. */
    private static Object deal(ExportedLesson lesson, Round round) {
        Object deal = Json.read(lesson.masked(round.deal()), Object.class);
        if (round.phase() != Phase.OPEN || round.revealedAt().isPresent() || !(deal instanceof Map<?, ?> fields)) {
            return deal;
        }
        Map<Object, Object> seen = new LinkedHashMap<>(fields);
        seen.remove("forecast");
        return seen;
    }

    private static Map<String, Object> json(ExportedLesson lesson, Entry entry) {
        return Map.of(
                "step", entry.step(),
                "round", entry.round(),
                "field", lesson.masked(entry.field()),
                "value", lesson.masked(entry.value()),
                "pseudonym", lesson.pseudonym(entry.person()),
                "pair", lesson.pair(entry),
                "at", entry.at().toString());
    }
}
