package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people write is kept as it can be seen, and what cannot be seen comes back to them. */
interface WritingRules extends Rules {
    @Test
    default void aNameWithNothingToSeeIsRefusedInKindWords() {
        Sitting lesson = sitting();
        for (String name : HostileTexts.UNSEEN) {
            Seen told = lesson.room().command(student(1), "join", Map.of("name", name));
            assertThat(told.text()).contains(lesson.say("typed.unseen"));
        }
    }

    @Test
    default void aQuestionWithNothingToSeeIsRefusedInKindWords() {
        Sitting lesson = sitting();
        for (String question : HostileTexts.UNSEEN) {
            Seen told = lesson.room().command(student(1), "ask", Map.of("question", question));
            assertThat(told.text()).contains(lesson.say("typed.unseen"));
        }
    }

    @Test
    default void namesAreKeptAsTheyAreSpelled() {
        Sitting lesson = sitting();
        for (String name : HostileTexts.SPELLED) {
            Seen told = lesson.room().command(student(1), "join", Map.of("name", "I " + name));
            assertThat(told.text()).contains(lesson.say("engine.joined", "I " + name));
        }
        lesson.room().command(student(1), "join", Map.of("name", "Zo\u0308e\u200b \u202eMa\u0301ka"));

        Card pairs = lesson.room().command(TEACHER, "pairs").card();
        assertThat(pairs.pickers().get(0).options()).containsExactly("Zöe Máka");
    }

    @Test
    default void whoeverHasANameThatNobodySeesIsSomebodyAllTheSame() {
        needs(Feature.ACCOUNTS);
        Sitting lesson = sitting();
        List<String> unseen = HostileTexts.UNSEEN.subList(0, 3);
        unseen.forEach(name ->
                lesson.room().command(new Someone("unseen-" + unseen.indexOf(name), name, false), "join"));

        Card pairs = lesson.room().command(TEACHER, "pairs").card();
        assertThat(pairs.pickers().get(0).options())
                .containsExactlyInAnyOrder(
                        lesson.say("engine.somebody", 1),
                        lesson.say("engine.somebody", 2),
                        lesson.say("engine.somebody", 3));
    }

    @Test
    default void aFormWithNothingToSeeComesBack() {
        Sitting lesson = sitting();
        Sheet sheet = lesson.room().command(TEACHER, "prompt").sheet();
        Map<String, String> nothing = sheet.fields().stream()
                .collect(Collectors.toMap(Sheet.Field::label, field -> HostileTexts.UNSEEN.get(0)));

        Seen refused = lesson.room().submit(TEACHER, sheet, nothing);

        assertThat(refused.text()).contains(lesson.say("typed.unseen"));
        assertThat(lesson.lesson().round()).isEqualTo(1);
    }

    @Test
    default void whatAFormHoldsIsShownAsItIsSpelled() {
        Sitting lesson = sitting();
        Sheet sheet = lesson.room().command(TEACHER, "prompt").sheet();
        String spelled = String.join(" ", HostileTexts.SPELLED);
        Map<String, String> filled = sheet.fields().stream()
                .collect(Collectors.toMap(Sheet.Field::label, field -> "\u200b" + spelled + "\u3164"));

        lesson.room().submit(TEACHER, sheet, filled);

        lesson.awaitCurrent("the teacher's own prompt", card -> card.shows(spelled));
    }
}
