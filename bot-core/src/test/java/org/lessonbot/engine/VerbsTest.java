package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Participant;
import org.lessonbot.store.Rosters;

/** What can be asked of a lesson is done, or it is said why not. */
class VerbsTest extends GuessingClass {
    @Test
    void aMoveToNowhereSaysWhatIsSoAndWhatCanBeDone() {
        assertThat(command(TEACHER, "back").toString()).contains("engine.first-step");
        assertThat(command(TEACHER, "resume").toString()).contains("engine.runs");
        command(TEACHER, "pause");
        assertThat(command(TEACHER, "pause").toString()).contains("engine.paused-already");
        command(TEACHER, "resume");
        command(TEACHER, "reveal");
        assertThat(command(TEACHER, "reveal").toString()).contains("engine.nothing-to-reveal[shown]");
        for (int round = 2; round <= 4; round++) {
            command(TEACHER, "again");
        }
        assertThat(lesson().round()).isEqualTo(4);
        assertThat(command(TEACHER, "again").toString()).contains("engine.none-left[stagematch, item.choose, own.use]");
        command(TEACHER, "skip");
        assertThat(command(TEACHER, "skip").toString()).contains("engine.last-step");
        command(TEACHER, "next");
        assertThat(command(TEACHER, "next").toString()).contains("engine.last-step");
    }

    @Test
    void onceItIsOverALessonTakesNothingButWhatIsMeantForAfterwards() {
        guess(student(1), "base");
        Action late = guessing("base");
        done(press(TEACHER, new Action(lesson().id(), "", 0, "end-now", "")));

        chat.await("the word that it is over", room -> room.room().toString().contains("engine.over.title"));
        for (String verb : List.of("join", "leave", "pairs", "pause", "next", "end-now", "gone", "teacher")) {
            for (Person person : List.of(student(2), TEACHER)) {
                Action action = new Action(lesson().id(), "", 0, verb, "");
                assertThat(done(press(person, action)).toString()).as(verb).contains("engine.over");
            }
        }
        assertThat(done(press(student(2), late)).toString()).contains("engine.over");
        assertThat(new Rosters(store.database().jdbi()).of(lesson().id()).participant("s2"))
                .isEmpty();
        assertThat(command(student(1), "me").toString()).contains("engine.me.title");
        assertThat(done(press(student(1), new Action(late.lesson(), late.step(), late.round(), "mine", "")))
                        .toString())
                .contains("stagematch.receipt[Base]");
    }

    @Test
    void everyButtonOfTheTableIsRunByWhoeverItNames() {
        guess(student(1), "base");
        List<Verb> verbs = Arrays.stream(Verb.values())
                .filter(verb -> verb.by() == Verb.By.LEADING || verb.by() == Verb.By.TAKING_PART)
                .sorted(Comparator.comparing(verb -> verb == Verb.END_NOW))
                .toList();
        for (Verb verb : verbs) {
            String said =
                    done(press(student(1), Action.of(lesson().id(), verb, ""))).toString();
            assertThat(said.contains("engine.teachers-only")).as(verb.word()).isEqualTo(verb.isForTeachers());
            assertThat(done(press(TEACHER, Action.of(lesson().id(), verb, ""))).toString())
                    .as(verb.word())
                    .doesNotContain("engine.not-counted", "refused.unknown");
        }
        assertThat(lesson().endedAt()).isPresent();
    }

    @Test
    void whoeverLosesTheRightToLeadTakesPartLikeEverybodyElse() {
        Person colleague = new Person("u", "Mr Hill", true);
        Person since = new Person(colleague.id(), colleague.name(), false);
        command(colleague, "join");

        assertThat(command(since, "next").toString()).contains("engine.teachers-only");
        assertThat(guess(since, "base").toString()).contains("stagematch.receipt[Base]");

        assertThat(new Rosters(store.database().jdbi()).of(lesson().id()).students())
                .extracting(Participant::id)
                .containsExactly("u");
        assertThat(command(colleague, "pause").toString()).doesNotContain("engine.teachers-only");
    }
}
