package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;

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
        classroom.console(1, Samples.console());
        Browser ana = coTeacher();

        classroom.console(1, Message.text("Step 3 of 11"));

        assertThat(consoles(ana)).singleElement().asString().contains("Step 3 of 11");
        assertThat(ana.open(ana.page()).body()).contains("id=\"consoles\"");
    }

    @Test
    void whoeverLedOneLessonSeesNothingOfTheNextConsole() throws Exception {
        classroom.console(1, Samples.console());
        Browser ana = coTeacher();

        classroom.console(2, Message.text("the next lesson"));
        assertThat(consoles(ana)).isEmpty();
        assertThat(ana.open(ana.page()).body()).doesNotContain("id=\"consoles\"");
        ana.say("/console");
        classroom.console(2, Message.text("a secret of the next lesson"));

        assertThat(consoles(ana)).noneMatch(html -> html.contains("secret"));
    }

    @Test
    void whoeverLeadsNoLongerWhenTheirConsoleComesHasNone() throws Exception {
        classroom.console(1, Samples.console());
        Browser ana = classroom.student("Ana");
        whileItIsOnItsWay(() -> classroom
                .web()
                .platform()
                .closeConsole(
                        new Room("web", classroom.room()),
                        classroom.students().get(0).id(),
                        Message.text("You no longer lead.")));

        assertThat(ana.say("/console").path("item").path("html").asText()).contains("You no longer lead.");

        classroom.console(1, Message.text("a secret of the lesson"));
        assertThat(consoles(ana)).isEmpty();
        assertThat(ana.open(ana.page()).body()).doesNotContain("id=\"consoles\"");
    }

    @Test
    void itComesAsTheTeachersOwnIsByThen() throws Exception {
        classroom.console(1, Samples.console());
        Browser ana = classroom.student("Ana");
        whileItIsOnItsWay(() -> classroom.console(1, Message.text("The lesson is over.")));

        ana.say("/console");

        assertThat(consoles(ana)).singleElement().asString().contains("The lesson is over.");
    }

    @Test
    void itDoesNotComeOnceAnotherLessonIsOn() throws Exception {
        classroom.console(1, Samples.console());
        Browser ana = classroom.student("Ana");
        whileItIsOnItsWay(() -> classroom.console(2, Message.text("a secret of the next lesson")));

        ana.say("/console");

        assertThat(consoles(ana)).isEmpty();
    }

    @Test
    void aClubThatGoesOnAfterAnotherLessonHasTheConsoleAgain() throws Exception {
        classroom.console(1, Samples.console());
        Browser teacher = classroom.teacher();
        classroom.console(2, Message.text("another lesson"));
        assertThat(newest(teacher)).contains("another lesson");

        classroom.console(1, Message.text("The club goes on."));

        assertThat(newest(teacher)).contains("The club goes on.");
        assertThat(consoles(coTeacher())).singleElement().asString().contains("The club goes on.");
    }

    @Test
    void whatIsAskedForWhileAnotherLessonBeginsDoesNotStay() throws Exception {
        classroom.console(1, Samples.console());
        Browser ana = classroom.student("Ana");
        classroom.answering(interaction -> new Reply.Console(Samples.console()));
        try (Database database = Migrated.open(classroom.test(), 2);
                Handle handle = database.jdbi().open()) {
            handle.begin();
            handle.execute("select from web_feed where room = ? and audience = 'DESK' for update", classroom.room());
            CompletableFuture<Void> begins = CompletableFuture.runAsync(() -> begin(2));
            new Migrated(classroom.test(), database).awaitWaiting(1);
            assertThat(ana.say("/console").path("item").path("where").asText()).isEqualTo("console");
            handle.commit();
            begins.join();
        }

        assertThat(consoles(ana)).isEmpty();
    }

    private static void begin(long lesson) {
        try {
            classroom.console(lesson, Message.text("another lesson"));
        } catch (PlatformException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The one that the page shows. */
    private static String newest(Browser teacher) throws Exception {
        try (EventStream page = teacher.follow()) {
            return page.untilReady().stream()
                    .map(EventStream.Event::item)
                    .filter(item -> item.path("where").asText().equals("console"))
                    .max(Comparator.comparingLong(item -> item.path("place").asLong()))
                    .orElseThrow()
                    .path("html")
                    .asText();
        }
    }

    /** What is done between a question and its answer. */
    @FunctionalInterface
    private interface Meanwhile {
        void run() throws PlatformException;
    }

    private static void whileItIsOnItsWay(Meanwhile done) {
        classroom.answering(interaction -> {
            try {
                done.run();
            } catch (PlatformException failure) {
                throw new AssertionError(failure);
            }
            return new Reply.Console(Samples.console());
        });
    }

    @Test
    void whoeverLeadsNothingHasNone() throws Exception {
        classroom.console(1, Samples.console());

        Browser ana = classroom.student("Ana");

        assertThat(consoles(ana)).isEmpty();
        assertThat(ana.open(ana.page()).body()).doesNotContain("id=\"consoles\"");
    }

    private Browser coTeacher() throws Exception {
        classroom.answering(interaction -> new Reply.Console(Samples.console()));
        Browser ana = classroom.student("Ana");
        JsonNode console = ana.say("/console").path("item");
        assertThat(console.path("where").asText()).isEqualTo("console");
        return ana;
    }

    private static List<String> consoles(Browser browser) throws Exception {
        try (EventStream page = browser.follow()) {
            return page.untilReady().stream()
                    .map(EventStream.Event::item)
                    .filter(item -> item.path("where").asText().equals("console"))
                    .map(item -> item.path("html").asText())
                    .filter(html -> !html.isEmpty())
                    .toList();
        }
    }
}
