package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** What one instance remembers of a lesson refuses nobody, and gives nobody a right, once another has gone on. */
class OtherInstanceTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final Person KIM = new Person("k", "Kim", false);
    private static final Phrasebook SAYS = Phrasebook.of("en");

    private final Migrated store = Migrated.fresh();
    private final MovedClock clock = new MovedClock(ClubOverDays.BEGIN);
    private final LessonEngine one = engine("one");
    private final LessonEngine other = engine("other");
    private int acts;

    private LessonEngine engine(String name) {
        return new LessonEngine(
                store.database(),
                new Setting(
                        name, "en", 2, () -> Map.of("how-ai-learns", ShippedLesson.edition()), Phrasebook::of, clock),
                List.of(new PaperPlatform()),
                DrivenTime.standing());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        store.close();
    }

    @Test
    void aStepThatOneAddsIsKnownToTheOther() {
        command(one, TEACHER, Verb.START, Map.of());
        command(one, KIM, Verb.JOIN, Map.of());
        command(other, TEACHER, Verb.EXTEND, Map.of("step", "shift"));
        for (int turn = 0; turn < 60 && !lesson().step().equals("shift"); turn++) {
            command(other, TEACHER, Verb.NEXT, Map.of());
        }
        Interaction.Act join = new Interaction.Press(lessons(Verb.JOIN, ""));
        assertThat(act(one, new Person("l", "Late", false), join).toString()).contains("Late");
        assertThat(press(one, KIM, new Action(lesson().id(), "shift", 1, "next-pair", "")))
                .doesNotContain(SAYS.say("refused.unknown"))
                .contains("rate");
    }

    @Test
    void aClubThatOneOpensAgainGoesOnInTheOther() {
        press(one, TEACHER, Action.of(0, Verb.START_CLUB, "how-ai-learns/2026-10-30T10:00[UTC]"));
        command(one, KIM, Verb.CONTINUE, Map.of());
        press(one, TEACHER, lessons(Verb.END_NOW, ""));
        Action guess = new Action(lesson().id(), "match", 1, "guess", "base");
        assertThat(press(one, KIM, guess)).contains(SAYS.say("club.over.late"));

        command(other, TEACHER, Verb.EXTEND, Map.of("until", "30 October 18:00"));

        assertThat(lesson().endedAt()).isEmpty();
        assertThat(press(one, KIM, guess)).doesNotContain(SAYS.say("club.over.late"));
    }

    @Test
    void whoeverHasLessTimeByOneHasNoMoreByTheOther() {
        press(one, TEACHER, Action.of(0, Verb.START_CLUB, "how-ai-learns/2026-10-30T10:00[UTC]"));
        command(one, KIM, Verb.CONTINUE, Map.of());
        press(one, TEACHER, lessons(Verb.END_NOW, ""));
        command(one, TEACHER, Verb.EXTEND, Map.of("person", KIM.id(), "until", "in 3 days"));
        command(other, TEACHER, Verb.EXTEND, Map.of("person", KIM.id(), "until", "in 1 day"));

        clock.move(Duration.ofDays(2));

        assertThat(press(one, KIM, new Action(lesson().id(), "match", 1, "guess", "base")))
                .contains(SAYS.say("club.over.late"));
    }

    @Test
    void whoeverLeadsNoLongerByOneDoesNotByTheOther() {
        command(one, TEACHER, Verb.START, Map.of());
        command(one, KIM, Verb.JOIN, Map.of());
        command(one, TEACHER, Verb.TEACHER, Map.of("person", KIM.id()));
        press(other, TEACHER, lessons(Verb.STEP_DOWN, KIM.id()));

        assertThat(press(one, KIM, lessons(Verb.JOIN, "")))
                .doesNotContain(SAYS.say("engine.joined.teacher"))
                .contains("Kim");
    }

    @Test
    void whoeverIsAskedToLeadByOneLetsAClassFinishLaterByTheOther() {
        command(one, TEACHER, Verb.START, Map.of());
        command(one, KIM, Verb.JOIN, Map.of());
        command(other, TEACHER, Verb.TEACHER, Map.of("person", KIM.id()));

        assertThat(press(one, KIM, lessons(Verb.FINISH_LATER, "")))
                .doesNotContain(SAYS.say("engine.teachers-only"))
                .contains("OpenForm");
    }

    private Action lessons(Verb verb, String argument) {
        return Action.of(lesson().id(), verb, argument);
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }

    private void command(LessonEngine by, Person person, Verb verb, Map<String, String> options) {
        act(by, person, new Interaction.Command(verb.word(), options));
    }

    private String press(LessonEngine by, Person person, Action action) {
        return act(by, person, new Interaction.Press(action)).toString();
    }

    private Reply act(LessonEngine by, Person person, Interaction.Act act) {
        return by.handle(new Interaction("i" + ++acts, ROOM, person, clock.instant(), act))
                .join();
    }
}
