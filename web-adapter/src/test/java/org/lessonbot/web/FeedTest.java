package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.HttpCookie;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.web.EventStream.Event;

class FeedTest {
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
    void aPageIsSentWhatIsThereAndThenWhatChanges() throws Exception {
        String address = classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");

        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady()).extracting(Event::html).containsExactly("<p dir=\"auto\">first</p>");
            classroom.edit(address, Message.text("changed"));

            Event change = page.awaitText("changed");

            assertThat(change.item().path("number").asText()).isEqualTo(address);
        }
    }

    @Test
    void aPageThatComesBackIsSentOnlyWhatItMissed() throws Exception {
        classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");
        String seen;
        try (EventStream page = ana.follow()) {
            seen = page.untilReady().get(0).id();
        }
        classroom.post("two", Message.text("second"));

        try (EventStream page = ana.follow(ana.page(), seen)) {
            assertThat(page.untilReady()).extracting(Event::html).containsExactly("<p dir=\"auto\">second</p>");
        }
    }

    /** Somebody's page keeps the room's latest changes in memory, but not all there ever were. */
    @Test
    void aPageThatMissedMoreThanIsKeptInMemoryIsSentItAllTheSame() throws Exception {
        classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");
        String seen;
        try (EventStream page = ana.follow()) {
            seen = page.untilReady().get(0).id();
        }
        try (EventStream open = classroom.student("Bo").follow()) {
            open.untilReady();
            for (int post = 0; post < 520; post++) {
                classroom.post("more-" + post, Message.text("more"));
            }

            try (EventStream page = ana.follow(ana.page(), seen)) {
                assertThat(page.untilReady()).hasSize(520);
            }
        }
    }

    @Test
    void aPageThatSaysItSawWhatIsYetToComeIsSentAllAndHoldsNobodyUp() throws Exception {
        classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");
        Browser bo = classroom.student("Bo");

        try (EventStream before = ana.follow(ana.page(), "999999999999999999.999999999999999999")) {
            assertThat(before.untilReady()).extracting(Event::html).containsExactly("<p dir=\"auto\">first</p>");
            try (EventStream later = bo.follow(bo.page(), "999999999999999999.999999999999999999")) {
                assertThat(later.untilReady()).extracting(Event::html).containsExactly("<p dir=\"auto\">first</p>");
                classroom.post("two", Message.text("second"));
                assertThat(before.next().html()).contains("second");
                assertThat(later.next().html()).contains("second");
            }
        }
    }

    @Test
    void aPostMissedTwiceIsSentOnceAsItIs() throws Exception {
        Browser ana = classroom.student("Ana");
        String address = classroom.post("one", Message.text("1 of 3"));
        String seen;
        try (EventStream page = ana.follow()) {
            seen = page.untilReady().get(0).id();
        }
        classroom.edit(address, Message.text("2 of 3"));
        classroom.edit(address, Message.text("3 of 3"));

        try (EventStream page = ana.follow(ana.page(), seen)) {
            assertThat(page.untilReady()).extracting(Event::html).containsExactly("<p dir=\"auto\">3 of 3</p>");
        }
    }

    @Test
    void postingTheSameThingAgainIsOnePost() throws Exception {
        String address = classroom.post("one", Message.text("first"));

        assertThat(classroom.post("one", Message.text("first"))).isEqualTo(address);
    }

    @Test
    void aRemovedPostLeavesThePagesAndCannotBeEdited() throws Exception {
        String address = classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");
        try (EventStream page = ana.follow()) {
            page.untilReady();
            classroom.web().platform().remove(room(), address);

            assertThat(page.next().html()).isEmpty();
        }
        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady()).isEmpty();
        }
        assertThatExceptionOfType(PlatformException.Gone.class)
                .isThrownBy(() -> classroom.edit(address, Message.text("again")));
    }

    @Test
    void whispersReachOnePersonAlone() throws Exception {
        classroom.answering(
                interaction -> Reply.whisper("for " + interaction.person().name()));
        Browser ana = classroom.student("Ana");
        Browser bo = classroom.student("Bo");
        Browser teacher = classroom.teacher();
        try (EventStream anas = ana.follow();
                EventStream bos = bo.follow();
                EventStream teachers = teacher.follow();
                EventStream board =
                        bo.follow(classroom.web().boardLink(classroom.room()).getPath(), "")) {
            for (EventStream page : List.of(anas, bos, teachers, board)) {
                page.untilReady();
            }
            ana.say("/me");
            classroom.web().platform().whisper(room(), personNamed("Ana"), "pair", Message.text("pair: Bo"));
            classroom.post("end", Message.text("the end"));

            assertThat(anas.next().html()).contains("for Ana");
            assertThat(anas.next().html() + anas.next().html()).contains("pair: Bo", "the end");
            for (EventStream page : List.of(bos, teachers, board)) {
                assertThat(page.next().html()).contains("the end");
            }
        }
    }

    @Test
    void theConsoleReachesTeachersAlone() throws Exception {
        classroom.console(1, Message.text("notes"));
        Browser ana = classroom.student("Ana");
        try (EventStream anas = ana.follow();
                EventStream teachers = classroom.teacher().follow();
                EventStream board =
                        ana.follow(classroom.web().boardLink(classroom.room()).getPath(), "")) {
            assertThat(teachers.untilReady())
                    .singleElement()
                    .matches(event -> event.html().contains("notes"));
            assertThat(anas.untilReady()).isEmpty();
            assertThat(board.untilReady()).isEmpty();
        }
    }

    @Test
    void theBoardShowsPostsWithoutButtons() throws Exception {
        classroom.post("one", Samples.question(3));
        String board = classroom.web().boardLink(classroom.room()).getPath();

        try (EventStream page = classroom.newBrowser().follow(board, "")) {
            assertThat(page.untilReady().get(0).html())
                    .contains("3 of 27 answered")
                    .doesNotContain("<button");
        }
    }

    @Test
    void aRestartKeepsEverything() throws Exception {
        classroom.answering(
                interaction -> Reply.whisper("kept for " + interaction.person().name()));
        String address = classroom.post("one", Message.text("first"));
        Browser ana = classroom.student("Ana");
        ana.press(Samples.guess("base").id(), Long.parseLong(address));
        List<HttpCookie> kept = ana.cookies().getCookieStore().getCookies();

        classroom.restart();

        Browser again = classroom.newBrowser();
        for (HttpCookie cookie : kept) {
            HttpCookie copy = new HttpCookie(cookie.getName(), cookie.getValue());
            copy.setPath("/");
            again.cookies().getCookieStore().add(classroom.web().address(), copy);
        }
        assertThat(again.open(ana.page()).body()).contains("<bdi>Ana</bdi>");
        try (EventStream page = again.follow()) {
            assertThat(page.untilReady())
                    .extracting(Event::html)
                    .anyMatch(html -> html.contains("first"))
                    .anyMatch(html -> html.contains("kept for Ana"));
        }
    }

    @Test
    void anotherInstanceShowsItToo() throws Exception {
        Browser ana = classroom.student("Ana");
        try (WebAdapter other = classroom.another();
                EventStream page = ana.follow()) {
            page.untilReady();
            other.platform().post(room(), "one", Message.text("from the other"));

            assertThat(page.next().html()).contains("from the other");
        }
    }

    @Test
    void whoeverIsForgottenLeavesNothingBehind() throws Exception {
        classroom.answering(interaction -> Reply.whisper("secret"));
        Browser ana = classroom.student("Ana");
        ana.say("/me");
        classroom.web().platform().forget(room(), personNamed("Ana"));

        assertThat(ana.open(ana.page()).statusCode()).isEqualTo(401);
        classroom.web().platform().whisper(room(), personNamed("Ana"), "x", Message.text("too late"));
        assertThat(classroom.student("Ana").open("/").body()).doesNotContain("Ana 2");
    }

    /** Whoever comes back to a page that is still open: what they press is refused, with the way in behind it. */
    @Test
    void thePageOfSomebodyWhoIsForgottenKnowsTheWayIn() throws Exception {
        classroom.answering(interaction -> Reply.whisper("secret"));
        Browser ana = classroom.student("Ana");
        ana.say("/me");
        String way = "/join/" + classroom.web().joinCode(classroom.room());
        assertThat(ana.open(ana.page()).body()).contains("data-entrance=\"" + way + "\"", "Come in again");
        classroom.web().platform().forget(room(), personNamed("Ana"));

        assertThat(ana.say("/me").path("problem").asText()).contains("come in with the code");
        assertThat(ana.open(way).body()).contains("name=\"name\"").doesNotContain("Go on as");
        Browser teacher = classroom.teacher();
        assertThat(teacher.open(teacher.page()).body()).contains("data-entrance=\"\"");
    }

    @Test
    void whatOthersWereToldAboutThemIsTakenBack() throws Exception {
        classroom.answering(interaction -> Reply.whisper("Your partner is Ana"));
        Browser ana = classroom.student("Ana");
        ana.say("/me");
        Browser bo = classroom.student("Bo");
        try (EventStream page = bo.follow()) {
            page.untilReady();
            bo.say("/me");
            page.awaitText("partner is Ana");

            classroom.web().platform().forget(room(), personNamed("Ana"));

            EventStream.Event next = page.next();
            while (!next.html().isEmpty()) {
                next = page.next();
            }
        }
        try (EventStream again = bo.follow()) {
            assertThat(again.untilReady()).noneMatch(event -> event.html().contains("Ana"));
        }
    }

    @Test
    void whatIsOldIsPurged() throws Exception {
        classroom.post("one", Message.text("old"));
        Browser ana = classroom.student("Ana");

        classroom.web().platform().purge(Instant.now().plusSeconds(60), Set.of());

        assertThat(ana.open(ana.page()).statusCode()).isEqualTo(401);
        try (EventStream page = classroom.student("Bo").follow()) {
            assertThat(page.untilReady()).isEmpty();
        }
    }

    @Test
    void whatIsOldIsKeptForAsLongAsALessonIsUnderWay() throws Exception {
        classroom.post("one", Message.text("old"));
        Browser ana = classroom.student("Ana");

        classroom.web().platform().purge(Instant.now().plusSeconds(60), Set.of(room()));

        assertThat(ana.open(ana.page()).statusCode()).isEqualTo(200);
        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady()).extracting(EventStream.Event::html).anyMatch(html -> html.contains("old"));
        }
    }

    private String personNamed(String name) {
        return classroom.heard().stream()
                .map(Interaction::person)
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Room room() {
        return new Room("web", classroom.room());
    }
}
