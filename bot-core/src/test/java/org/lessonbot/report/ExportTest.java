package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.report.Export.Separator.COMMA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.activity.Keep;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Step;

class ExportTest {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Instant AT = Instant.parse("2025-03-01T09:00:00Z");
    private static final LessonPlan PLAN = new LessonPlan(
            "plan",
            "Title",
            "",
            "en",
            10,
            List.of(step("guess", "stagematch", Pairing.EXPLORE), step("ask", "questions", Pairing.QUESTIONS)));

    @Test
    void anEntryIsARowWithItsItemPseudonymAndPair() {
        List<String> lines =
                export(1, false, guess("ann", "base")).rows(COMMA).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo(BYTE_ORDER_MARK
                        + quoted("lesson,started,plan,step,activity,round,item,field,value,pseudonym,pair,at"));
        assertThat(lines.get(1))
                .matches(quoted("1,2025-03-01T09:00:00Z,plan,guess,stagematch,1,item-7,guess,base,p-[0-9a-f]{10},1,"
                        + "2025-03-01T09:00:00Z"));
    }

    @Test
    void namesAndIdsStandNowhereUnlessNamesAreAskedFor() {
        Entry pointing = new Entry("guess", 1, "ann", "upvote-bob", "for bob", "ann", AT);
        Export without = export(1, false, guess("ann", "base"), pointing);
        Export with = export(1, true, guess("ann", "base"));

        assertThat(List.of(without.rows(COMMA), without.students(COMMA), without.json()))
                .noneMatch(text -> text.matches("(?s).*\\b(ann|bob|Ann Able|Bob Bell)\\b.*"));
        assertThat(with.rows(COMMA).lines().toList().get(1)).endsWith(",\"Ann Able\"");
        assertThat(with.students(COMMA)).contains("Ann Able").contains("Bob Bell");
        assertThat(with.json()).contains("\"name\":\"Ann Able\"");
    }

    @Test
    void aPseudonymIsTheSameInALessonAndAnotherInTheNext() {
        String first = pseudonym(export(1, false, guess("ann", "base")));

        assertThat(pseudonym(export(1, false, guess("ann", "rlhf")))).isEqualTo(first);
        assertThat(pseudonym(export(2, false, guess("ann", "base")))).isNotEqualTo(first);
        assertThat(pseudonym(export(1, false, guess("bob", "base")))).isNotEqualTo(first);
        assertThat(export(1, false, guess("ann", "base")).students(COMMA)).contains(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t1",
                "\r1",
                "=HYPERLINK(\"http://evil\",\"x\")",
                "\n1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)"
            })
    void noFormulaRunsInASpreadsheet(String formula) {
        Export export = export(1, false, guess("ann", formula));

        assertThat(cells(export.rows(COMMA)).get(1).get(8)).isEqualTo("'" + formula);
        assertThat(cells(export.students(COMMA)).get(1).get(3)).isEqualTo("'" + formula);
        assertThat(cells(Csv.table(List.of(List.of("a", formula)), COMMA)).get(0))
                .containsExactly("a", "'" + formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "so;=1+1|so;'=1+1",
                "so,@A1|so,'@A1",
                "a;b, c - d|a;b, c - d",
                "=1;-2|'=1;'-2",
                "2+2=4|2+2=4",
                "＝1;＋2|'＝1;'＋2",
                "so;\"=1+1;|so;\"\"'=1+1;",
                "\"\"+1|\"\"\"\"'+1",
            })
    void noFormulaBeginsWhereAnotherSeparatorIsExpected(String typed, String kept) {
        for (Export.Separator separator : Export.Separator.values()) {
            assertThat(Csv.table(List.of(List.of("a", typed)), separator))
                    .isEqualTo(BYTE_ORDER_MARK + "\"a\"" + separator.sign() + "\"" + kept + "\"\r\n");
        }
    }

    @Test
    void aListWithinATextBeginsNoFormulaOnAnyOfItsLines() {
        assertThat(cells(Csv.table(List.of(List.of("two:\n- one\r\n=2")), COMMA))
                        .get(0))
                .containsExactly("two:\n'- one\r\n'=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"hi\"", "two\nlines", "two\r\nlines", "\"", "", "Grüße 🙂", "a'b"})
    void everyTextComesBackFromATable(String text) {
        assertThat(cells(export(1, false, guess("ann", text)).rows(COMMA))
                        .get(1)
                        .get(8))
                .isEqualTo(text);
    }

    @Test
    void everyLineEndsAsTheStandardSays() {
        assertThat(export(1, false, guess("ann", "base")).rows(COMMA)).endsWith("\r\n");
    }

    @Test
    void whatAPairSharesStandsInBothRows() {
        Entry question = new Entry("ask", 1, Group.owner(1), "question-1", "Why?", "bob", AT);
        List<List<String>> table =
                cells(export(1, false, guess("ann", "base"), question).students(COMMA));

        assertThat(table.get(0)).containsExactly("lesson", "plan", "pseudonym", "guess/1/guess", "ask/1/question-1");
        assertThat(table.get(1)).endsWith("base", "Why?");
        assertThat(table.get(2)).endsWith("", "Why?");
    }

    @Test
    void jsonHoldsDealsEntriesAndPeople() {
        String json = export(1, false, guess("ann", "=1")).json();

        assertThat(Json.read(json, Map.class)).containsOnlyKeys("lessons");
        assertThat(json)
                .contains("\"deal\":{\"item\":{\"id\":\"item-7\"}}", "\"value\":\"=1\"", "\"title\":\"Title\"")
                .containsOnlyOnce("\"participants\":[")
                .doesNotContain("secret");
    }

    @Test
    void whatSomebodyWroteOrChoseSeveralOfStandsInNumberedColumns() {
        String second = "question-2-" + "b".repeat(10);
        List<List<String>> table = cells(export(
                        1,
                        false,
                        new Entry("ask", 1, Group.owner(1), second, "Second?", "bob", AT),
                        new Entry("ask", 1, Group.owner(1), "question-10-" + "a".repeat(10), "Last?", "ann", AT),
                        new Entry("ask", 1, Group.owner(1), "question-1-" + "b".repeat(10), "First?", "bob", AT),
                        new Entry("ask", 1, "ann", "up-" + "c".repeat(10), "yes", "ann", AT),
                        new Entry("ask", 1, Keep.TEACHERS, "hide-" + "c".repeat(10), "yes", "tea", AT))
                .students(COMMA));

        assertThat(table.get(0).subList(3, table.get(0).size()))
                .containsExactly("ask/1/question 1", "ask/1/question 2", "ask/1/question 3", "ask/1/up 1");
        assertThat(table.get(1)).endsWith("First?", "Second?", "Last?", "A question upvoted?");
        assertThat(table.get(2)).endsWith("First?", "Second?", "Last?", "");
    }

    private static String quoted(String cells) {
        return '"' + cells.replace(",", "\",\"") + '"';
    }

    private static String pseudonym(Export export) {
        return cells(export.rows(COMMA)).get(1).get(9);
    }

    @Test
    void whatAModelExpectedIsInNoExportBeforeTheReveal() {
        String deal = "{\"item\":{\"id\":\"item-7\"},\"forecast\":{\"for_a\":0.9}}";
        Round open = new Round("ask", 1, Phase.OPEN, deal, AT, Optional.empty());
        Round revealed = new Round("ask", 1, Phase.REVEALED, deal, AT, Optional.of(AT));

        assertThat(export(1, false, open).json()).contains("item-7").doesNotContain("forecast", "0.9");
        assertThat(export(1, false, revealed).json()).contains("\"for_a\":0.9");
    }

    private static Entry guess(String person, String value) {
        return new Entry("guess", 1, person, "guess", value, person, AT);
    }

    private static Export export(long number, boolean names, Entry... entries) {
        return export(number, names, new Round("ask", 1, Phase.OPEN, "\"NONE\"", AT, Optional.empty()), entries);
    }

    private static Export export(long number, boolean names, Round second, Entry... entries) {
        Lesson lesson = new Lesson(
                number,
                new Room("web", "r"),
                Lesson.Pace.LIVE,
                Lesson.Status.RUNNING,
                "hash",
                7,
                "ask",
                1,
                AT,
                AT,
                Duration.ZERO,
                Optional.empty(),
                1);
        Roster roster = new Roster(
                List.of(
                        new Participant("ann", "Ann Able", Participant.Role.STUDENT, true, AT),
                        new Participant("bob", "Bob Bell", Participant.Role.STUDENT, true, AT)),
                List.of(
                        new Group(Pairing.EXPLORE, 1, List.of("ann", "bob")),
                        new Group(Pairing.QUESTIONS, 1, List.of("bob", "ann"))));
        List<Round> rounds = List.of(
                new Round("guess", 1, Phase.REVEALED, "{\"item\":{\"id\":\"item-7\"}}", AT, Optional.of(AT)), second);
        Dossier dossier = new Dossier(lesson, roster, rounds, new Entries(List.of(entries)), "secret " + number);
        return new Export(
                List.of(new Export.Source(dossier, PLAN, Map.of("c".repeat(10), "A question upvoted?"))), names);
    }

    private static Step step(String id, String activity, Pairing pairing) {
        return new Step(id, activity, id, 5, pairing, 1, true, Step.Notes.NONE, "");
    }

    /** Reads a table as RFC 4180 says it is to be read. */
    private static List<List<String>> cells(String table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        assertThat(table).startsWith(BYTE_ORDER_MARK);
        for (int i = 1; i < table.length(); i++) {
            char c = table.charAt(i);
            if (quoted && c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"') {
                cell.append(table.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || table.startsWith("\r\n", i))) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    i++;
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
