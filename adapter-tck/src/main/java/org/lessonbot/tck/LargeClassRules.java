package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Keep;
import org.lessonbot.lesson.Entry;

/** More people and more questions than one list of any platform holds, two of one name, two at one form. */
interface LargeClassRules extends Rules {
    int CLASS = 30;
    /** Each asks three. */
    int ASKING = 12;

    @Test
    default void everyQuestionOfALargeClassIsReachedAndTwoOfDifferentListsAreMerged() {
        Sitting lesson = Sitting.start(bot(), school(), Plans.CROWD);
        Set<String> asked = new HashSet<>();
        for (int n = 1; n <= ASKING; n++) {
            Sheet sheet = lesson.room()
                    .press(student(n), lesson.current(), lesson.say("questions.ask"))
                    .sheet();
            List<String> labels =
                    sheet.fields().stream().map(Sheet.Field::label).toList();
            List<String> texts = List.of("Question A of " + n, "Question B of " + n, "Question C of " + n);
            asked.addAll(texts);
            lesson.room()
                    .submit(
                            student(n),
                            sheet,
                            Map.of(
                                    labels.get(0), texts.get(0),
                                    labels.get(1), texts.get(1),
                                    labels.get(2), texts.get(2)));
        }
        assertThat(lesson.entries().size()).isEqualTo(3 * ASKING);
        lesson.goOn(TEACHER);

        for (String key : List.of("board.choose", "board.pin", "board.hide", "board.stays")) {
            assertThat(options(opened(lesson, key))).as(key).containsAll(asked);
        }
        Card keep = opened(lesson, "board.stays");
        String stays = first(keep.pickers().get(0).options(), asked);
        Card into = lesson.room()
                .pick(TEACHER, keep, keep.pickers().get(0), List.of(stays))
                .card();
        Card.Picker last = into.pickers().get(into.pickers().size() - 1);
        assertThat(last.options()).doesNotContain(stays);
        String goes = first(last.options(), asked);
        Card merged = lesson.room().pick(TEACHER, into, last, List.of(goes)).card();

        assertThat(options(merged)).doesNotContain(goes);
        assertThat(lesson.entries().owner(Keep.TEACHERS).all())
                .extracting(Entry::field)
                .singleElement()
                .asString()
                .startsWith("merge-");
    }

    @Test
    default void everybodyInALargeClassCanBeSaidToHaveLeft() {
        Sitting lesson = sitting();
        List<String> names = new ArrayList<>();
        IntStream.rangeClosed(1, CLASS).forEach(n -> {
            lesson.room().command(student(n), "join");
            names.add(student(n).name());
        });

        Card pairs = lesson.room().command(TEACHER, "pairs").card();
        assertThat(options(pairs)).containsExactlyInAnyOrderElementsOf(names);
        Card.Picker last = pairs.pickers().get(pairs.pickers().size() - 1);
        String gone = last.options().get(last.options().size() - 1);
        Card after = lesson.room().pick(TEACHER, pairs, last, List.of(gone)).card();

        names.remove(gone);
        assertThat(options(after)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    default void ofTwoWithOneNameTheSecondGetsANumberAndIsToldAndMeantByIt() {
        Sitting lesson = sitting();
        lesson.room().command(student(1), "join", Map.of("name", "Blue Fox"));
        Seen told = lesson.room().command(student(2), "join", Map.of("name", "blue fox"));
        assertThat(told.text()).contains("blue fox 2");
        assertThat(lesson.room().command(student(2), "join").text()).contains("blue fox 2");

        Card pairs = lesson.room().command(TEACHER, "pairs").card();

        assertThat(options(pairs)).containsExactlyInAnyOrder("Blue Fox", "blue fox 2");
    }

    @Test
    default void theSecondPartnerToSendAnAnswerIsShownBoth() {
        Sitting lesson = Sitting.start(bot(), school(), Plans.ANSWERS);
        lesson.room().command(student(1), "join");
        lesson.room().command(student(2), "join");
        Sheet one = answer(lesson, 1);
        Sheet other = answer(lesson, 2);
        String field = one.fields().get(0).label();
        assertThat(lesson.room()
                        .submit(student(1), one, Map.of(field, "Because of one"))
                        .text())
                .contains(lesson.say("investigate.receipt"));

        Seen told = lesson.room().submit(student(2), other, Map.of(field, "Because of two"));

        assertThat(told.text()).contains("Because of one", "Because of two").contains(lesson.say("edit.changed"));
        assertThat(lesson.entries().all()).extracting(Entry::value).containsExactly("Because of one");
        Sheet now = lesson.room()
                .press(student(2), told.card(), lesson.say("edit.again"))
                .sheet();
        assertThat(now.fields().get(0).value()).isEqualTo("Because of one");
        assertThat(lesson.room()
                        .submit(student(2), now, Map.of(field, "Because of both"))
                        .text())
                .contains(lesson.say("investigate.receipt"));
        assertThat(lesson.entries().all()).extracting(Entry::value).containsExactly("Because of both");
    }

    private static Sheet answer(Sitting lesson, int number) {
        return lesson.room()
                .press(student(number), lesson.current(), lesson.say("investigate.write"))
                .sheet();
    }

    private Card opened(Sitting lesson, String key) {
        String label = lesson.say(key) + " …";
        return lesson.room()
                .press(
                        TEACHER,
                        await().until(
                                        "the list",
                                        () -> lesson.console(TEACHER),
                                        card -> card.button(label).isPresent()),
                        label)
                .card();
    }

    private static List<String> options(Card card) {
        return card.pickers().stream()
                .flatMap(picker -> picker.options().stream())
                .toList();
    }

    private static String first(List<String> options, Set<String> wanted) {
        return options.stream().filter(wanted::contains).findFirst().orElseThrow();
    }
}
