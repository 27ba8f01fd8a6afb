package org.lessonbot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.lessonbot.browser.Classroom.ENGLISH;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two who lead: both consoles follow the lesson, whoever presses. */
class CoTeacherTest {
    private final School school = new School(2);
    private final Teacher teacher = school.teacher();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void aStudentWhoIsAskedToLeadGetsAConsoleThatFollows() {
        Visitor mira = school.student(0);
        teacher.start();
        school.students().forEach(student -> student.press(ENGLISH.say("welcome.join")));
        school.allSee(ENGLISH.say("welcome.joined", 2));

        teacher.say("/teacher Mira");
        Visitor.button(mira.told(ENGLISH.say("engine.teacher.you")), ENGLISH.say("engine.teacher.console"))
                .click();
        Teacher coTeacher = new Teacher(mira.page());
        assertThat(coTeacher.console()).containsText(where(1));

        teacher.goOn();
        assertThat(coTeacher.console()).containsText(where(2));
        coTeacher.goOn();
        assertThat(teacher.console()).containsText(where(3));
        school.student(1).sees("3 · Stage Matcher");
        school.student(1).press("RLHF");
        assertThat(coTeacher.console()).containsText(ENGLISH.say("answered", 1, 1));
        mira.page().reload();
        assertThat(coTeacher.console()).containsText(where(3));

        mira.say("/finish-later");
        Locator until = mira.dialog().getByRole(AriaRole.TEXTBOX).first();
        until.fill("2030-12-24T20:00");
        endLesson();
        teacher.say("/start");
        assertThat(teacher.console()).containsText(where(1));
        // Above or below the word that the lesson before is over.
        assertThat(mira.page().locator("#messages > .for-room:has-text('1 · Welcome')"))
                .hasCount(2);
        assertThat(until).hasValue("2030-12-24T20:00");
        mira.page().keyboard().press("Escape");
        assertThat(mira.page().locator("#consoles")).hasCount(0);
        mira.say("/console");
        mira.isTold(ENGLISH.say("engine.teachers-only"));
    }

    private void endLesson() {
        Visitor.button(teacher.console(), ENGLISH.say("console.end")).click();
        teacher.button(ENGLISH.say("engine.end.now")).click();
        assertThat(teacher.console()).containsText(ENGLISH.say("console.over"));
    }

    @Test
    void twoWhoHoldTheTeachersLinkLeadTogether() {
        Teacher second =
                Teacher.byLink(school.chromium().newPage(), school.classroom().teacherLink());
        teacher.start();

        second.goOn();

        assertThat(teacher.console()).containsText(where(2));
        assertThat(second.way()).containsText("Stage Matcher");
    }

    private static String where(int step) {
        return ENGLISH.say("console.where", step, 12);
    }
}
