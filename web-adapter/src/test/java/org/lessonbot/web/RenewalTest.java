package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teachers' link that came into wrong hands is called back. */
class RenewalTest {
    private static OpenClassroom classroom;

    @BeforeAll
    static void open() {
        classroom = new OpenClassroom();
    }

    @AfterAll
    static void close() {
        classroom.close();
    }

    @BeforeEach
    void takeARoom() {
        classroom.nextRoom();
    }

    @Test
    void whoeverHasTheLinkOfBeforeIsOutAndWhoeverRenewedItLeadsOn() throws Exception {
        URI before = classroom.web().teacherLink(classroom.room());
        Browser stranger = classroom.newBrowser();
        assertThat(stranger.open(before).statusCode()).isEqualTo(200);
        Browser teacher = classroom.teacher();

        try (EventStream watched = stranger.follow()) {
            watched.untilReady();
            URI now = URI.create(
                    Browser.JSON.readTree(teacher.renew().body()).path("link").asText());

            assertThat(now)
                    .isEqualTo(classroom.web().teacherLink(classroom.room()))
                    .isNotEqualTo(before);
            watched.awaitEnd();
            assertThat(stranger.open(stranger.page()).statusCode()).isEqualTo(401);
            assertThat(stranger.renew().statusCode()).isEqualTo(401);
            assertThat(stranger.say("/start").path("problem").asText()).contains("link");
            assertThat(classroom.newBrowser().open(before).statusCode()).isEqualTo(410);
            assertThat(stranger.open(before).statusCode()).isEqualTo(410);
            assertThat(teacher.open(teacher.page()).statusCode()).isEqualTo(200);
            assertThat(classroom.newBrowser().open(now).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseRenewsIt() throws Exception {
        URI before = classroom.web().teacherLink(classroom.room());
        Browser student = classroom.student("Ana");

        assertThat(student.open(student.page()).body()).doesNotContain("id=\"renewal\"");
        assertThat(student.renew().statusCode()).isEqualTo(404);
        assertThat(student.renewAt(student.page() + "/desk").statusCode()).isEqualTo(401);
        assertThat(classroom.web().teacherLink(classroom.room())).isEqualTo(before);
    }

    @Test
    void studentsStayWhereTheyAre() throws Exception {
        Browser student = classroom.student("Ana");
        assertThat(classroom.teacher().renew().statusCode()).isEqualTo(200);

        assertThat(student.open(student.page()).statusCode()).isEqualTo(200);
    }
}
