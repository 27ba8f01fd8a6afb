package org.lessonbot.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Step;

/** Lessons as a workbook. Times are in UTC, because a cell has no zone; the sheet about columns says so. */
final class Spreadsheet {
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String SHARE = "0 %";
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");

    /** What XML cannot hold; whoever reads the file would refuse all of it. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final List<ExportedLesson> lessons;
    private final boolean names;
    private final Words words;
    private final Map<String, List<String>> explained = new LinkedHashMap<>();

    Spreadsheet(List<ExportedLesson> lessons, boolean names, Words words) {
        this.lessons = List.copyOf(lessons);
        this.names = names;
        this.words = words;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "lesson-bot", "1.0")) {
            answers(book);
            students(book);
            questions(book);
            columns(book);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private void answers(Workbook book) {
        Table table = table(book, "answers", Export.ANSWERS.toArray(String[]::new));
        for (ExportedLesson lesson : lessons) {
            for (Entry entry : lesson.entries()) {
                table.row(
                        lesson.name(entry.person()),
                        lesson.dossier().lesson().id(),
                        lesson.dossier().lesson().startedAt(),
                        lesson.plan().id(),
                        entry.step(),
                        lesson.activity(entry.step()),
                        entry.round(),
                        lesson.item(entry.step(), entry.round()),
                        lesson.masked(entry.field()),
                        typed(lesson.masked(entry.value())),
                        lesson.pseudonym(entry.person()),
                        typed(lesson.pair(entry)),
                        entry.at());
            }
        }
        table.end();
    }

    /** A row a student: how much they answered, and what. */
    private void students(Workbook book) {
        Set<ExportedLesson.Column> columns = new LinkedHashSet<>();
        lessons.forEach(lesson -> columns.addAll(lesson.columns()));
        Table table = table(book, "students", "lesson", "plan", "pseudonym", "joined", "answers");
        columns.forEach(column -> table.column(column.toString()));
        for (ExportedLesson lesson : lessons) {
            for (Participant student : lesson.students()) {
                Map<ExportedLesson.Column, String> values = lesson.values(student);
                List<Object> cells = new ArrayList<>(List.of(
                        lesson.dossier().lesson().id(),
                        lesson.plan().id(),
                        lesson.pseudonym(student.id()),
                        student.joinedAt(),
                        values.size()));
                columns.forEach(column -> cells.add(typed(values.getOrDefault(column, ""))));
                table.row(student.name(), cells.toArray());
            }
        }
        table.end();
    }

    /** A row a question: how many answered it, and what most of them did. */
    private void questions(Workbook book) {
        Table table = table(
                book,
                "items",
                "lesson",
                "step",
                "title",
                "round",
                "item",
                "field",
                "opened",
                "revealed",
                "answers",
                "different",
                "most",
                "share");
        for (ExportedLesson lesson : lessons) {
            for (Round round : lesson.dossier().rounds()) {
                byField(lesson, round).forEach((field, answers) -> {
                    Tally<String> tally = Tally.of(answers);
                    Consensus<String> consensus = new Consensus<>(tally);
                    table.row(
                            "",
                            lesson.dossier().lesson().id(),
                            round.step(),
                            lesson.plan().step(round.step()).map(Step::title).orElse(""),
                            round.number(),
                            ExportedLesson.item(round),
                            field,
                            round.openedAt(),
                            round.revealedAt().<Object>map(at -> at).orElse(""),
                            answers.size(),
                            tally.counts().size(),
                            consensus
                                    .mode()
                                    .map(mode -> typed(lesson.masked(mode)))
                                    .orElse(""),
                            new Of(consensus.modalShare().orElse(0)));
                });
            }
        }
        table.end();
    }

    private static Map<String, List<String>> byField(ExportedLesson lesson, Round round) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Entry entry :
                lesson.dossier().entries().round(round.step(), round.number()).all()) {
            answers.computeIfAbsent(ExportedLesson.kind(entry.field()), first -> new ArrayList<>())
                    .add(entry.value());
        }
        return answers;
    }

    private void columns(Workbook book) {
        Worksheet sheet = book.newWorksheet(words.say("export.sheet.columns"));
        text(sheet, 0, 0, words.say("export.sheet.columns-how"));
        int at = 2;
        for (Map.Entry<String, List<String>> table : explained.entrySet()) {
            text(sheet, at, 0, words.say("export.sheet." + table.getKey()));
            sheet.style(at, 0).bold().set();
            at++;
            for (String column : table.getValue()) {
                text(sheet, at, 0, column);
                text(sheet, at, 1, words.say("export.column." + column));
                at++;
            }
            at++;
        }
        sheet.width(0, 18);
        sheet.width(1, 90);
    }

    private Table table(Workbook book, String name, String... columns) {
        explained.put(name, new ArrayList<>(List.of(columns)));
        Table table = new Table(book.newWorksheet(words.say("export.sheet." + name)), !name.equals("items") && names);
        for (String column : columns) {
            table.column(column);
        }
        if (table.named) {
            explained.computeIfAbsent(name, none -> new ArrayList<>()).add("name");
        }
        return table;
    }

    private record Of(double share) {}

    /** A whole number as what it is, anything else as text: whoever wrote 007 did not write 7. */
    private static Object typed(String value) {
        return NUMBER.matcher(value).matches() ? Long.valueOf(value) : value;
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, NOT_XML.matcher(text).replaceAll(""));
    }

    /** One sheet: a head, and rows below it. */
    private static final class Table {
        private final Worksheet sheet;
        private final boolean named;
        private int columns;
        private int rows = 1;

        /** @param named whether each row ends with a name */
        Table(Worksheet sheet, boolean named) {
            this.sheet = sheet;
            this.named = named;
        }

        void column(String name) {
            text(sheet, 0, columns, name);
            sheet.width(columns, Math.max(12, Math.min(40, name.length() + 4)));
            columns++;
        }

        void row(String name, Object... cells) {
            for (int column = 0; column < cells.length; column++) {
                cell(column, cells[column]);
            }
            if (named) {
                text(sheet, rows, columns, name);
            }
            rows++;
        }

        private void cell(int column, Object value) {
            if (value instanceof Instant at) {
                sheet.value(rows, column, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                sheet.style(rows, column).format(TIME).set();
            } else if (value instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (value instanceof Of part) {
                sheet.value(rows, column, part.share());
                sheet.style(rows, column).format(SHARE).set();
            } else if (!value.toString().isEmpty()) {
                text(sheet, rows, column, value.toString());
            }
        }

        void end() {
            if (named) {
                column("name");
            }
            sheet.range(0, 0, 0, columns - 1).style().bold().set();
            sheet.freezePane(0, 1);
            sheet.setAutoFilter(0, 0, rows - 1, columns - 1);
        }
    }
}
