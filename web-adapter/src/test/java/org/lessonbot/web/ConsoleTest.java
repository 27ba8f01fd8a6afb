package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.engine.Platform.Place;

/** The console of somebody who came in with the class and was asked to lead too. */
class ConsoleTest {
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
    void itFollowsTheTeachersOwn() throws Exception {
        String address = classroom.post(Place.DESK, "1/DESK/1", Samples.desk());
        Browser ana = coTeacher();

        classroom.edit(Place.DESK, address, Message.text("Step 3 of 11"));

        assertThat(consoles(ana)).singleElement().asString().contains("Step 3 of 11");
        assertThat(ana.open(ana.page()).body()).contains("id=\"desk\"");
    }

    @Test
    void whoeverLedOneLessonSeesNothingOfTheNextConsole() throws Exception {
        classroom.post(Place.DESK, "1/DESK/1", Samples.desk());
        Browser ana = coTeacher();

        String next = classroom.post(Place.DESK, "2/DESK/1", Message.text("the next lesson"));
        assertThat(consoles(ana)).isEmpty();
        assertThat(ana.open(ana.page()).body()).doesNotContain("id=\"desk\"");
        ana.say("/console");
        classroom.edit(Place.DESK, next, Message.text("a secret of the next lesson"));

        assertThat(consoles(ana)).noneMatch(html -> html.contains("secret"));
    }

    @Test
    void whoeverLeadsNothingHasNone() throws Exception {
        classroom.post(Place.DESK, "1/DESK/1", Samples.desk());

        Browser ana = classroom.student("Ana");

        assertThat(consoles(ana)).isEmpty();
        assertThat(ana.open(ana.page()).body()).doesNotContain("id=\"desk\"");
    }

    private Browser coTeacher() throws Exception {
        classroom.answering(interaction -> new Reply.Console(Samples.desk()));
        Browser ana = classroom.student("Ana");
        JsonNode console = ana.say("/console").path("item");
        assertThat(console.path("where").asText()).isEqualTo("desk");
        return ana;
    }

    private static List<String> consoles(Browser browser) throws Exception {
        try (EventStream page = browser.follow()) {
            return page.untilReady().stream()
                    .map(EventStream.Event::item)
                    .filter(item -> item.path("where").asText().equals("desk"))
                    .map(item -> item.path("html").asText())
                    .filter(html -> !html.isEmpty())
                    .toList();
        }
    }
}
