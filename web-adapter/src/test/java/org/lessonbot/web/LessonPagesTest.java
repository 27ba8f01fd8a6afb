package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Activities;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.NewLesson;

/** The pages of a lesson that is held in another chat than this one. */
class LessonPagesTest {
    private static final Room ROOM = new Room("elsewhere", "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);

    static final Map<String, Edition> LIBRARY = library();

    private final Migrated store = Migrated.fresh();
    private final WebAdapter web = serve(WebSettings.onLoopback(0).with(OpenClassroom.PATIENT));
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> LIBRARY,
                    language -> OpenClassroom.ENGLISH,
                    Clock.systemUTC(),
                    Setting.RETENTION,
                    web.lessonPages(),
                    ZoneId.of("UTC"),
                    Models.NONE),
            List.of(elsewhere()));
    private int acts;

    private WebAdapter serve(WebSettings settings) {
        return WebAdapter.start(
                settings,
                store.database(),
                interaction -> CompletableFuture.completedFuture(Reply.SILENT),
                OpenClassroom.ENGLISH);
    }

    private static Map<String, Edition> library() {
        try {
            return Map.of(
                    "how-ai-learns",
                    Library.shipped()
                            .read("how-ai-learns", new PlanReader(Activities.contentTypes()))
                            .approved());
        } catch (ContentException faulty) {
            throw new IllegalStateException(faulty);
        }
    }

    @BeforeEach
    void begin() {
        engine.start();
        lead("start");
    }

    @AfterEach
    void close() {
        engine.close();
        web.close();
        store.close();
    }

    private Message lead(String command) {
        Interaction interaction = new Interaction(
                "act-" + ++acts,
                ROOM,
                TEACHER,
                Clock.systemUTC().instant(),
                new Interaction.Command(command, Map.of()));
        return engine.handle(interaction).join() instanceof Reply.Whisper whisper ? whisper.message() : Message.of();
    }

    private URI board() {
        return link("board");
    }

    private URI link(String command) {
        return lead(command).blocks().stream()
                .filter(Block.Link.class::isInstance)
                .map(block -> ((Block.Link) block).target())
                .findFirst()
                .orElseThrow();
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).in(ROOM).orElseThrow();
    }

    @Test
    void theBoardFollowsTheLessonWhereverItIsHeld() throws Exception {
        URI board = board();
        Browser projector = new Browser(web.address());
        assertThat(projector.open(board).body()).contains("data-path=\"" + board.getPath() + "\"");
        try (EventStream feed = projector.follow(board.getPath(), "")) {
            assertThat(feed.awaitText("Welcome").html())
                    .contains("What is kept about you")
                    .doesNotContain("<button");

            lead("next");

            feed.awaitText("2 · ");
        }
    }

    @Test
    void aPageThatComesBackIsSentWhatItMissed() throws Exception {
        String path = board().getPath();
        Browser projector = new Browser(web.address());
        String seen;
        try (EventStream feed = projector.follow(path, "")) {
            seen = feed.awaitText("Welcome").id();
        }
        lead("next");

        try (EventStream feed = projector.follow(path, seen)) {
            feed.awaitText("2 · ");
        }
    }

    @Test
    void nobodyGuessesTheAddress() throws Exception {
        String path = board().getPath();
        Browser stranger = new Browser(web.address());
        String mark = path.substring(path.lastIndexOf('/') + 1);

        assertThat(mark).hasSizeGreaterThan(20);
        assertThat(stranger.open("/lessons/1/" + "x".repeat(mark.length())).statusCode())
                .isEqualTo(404);
        assertThat(stranger.open("/lessons/2/" + mark).statusCode()).isEqualTo(404);
        assertThat(stranger.open("/board/1/" + mark).statusCode()).isEqualTo(404);
        assertThat(stranger.follow("/lessons/2/" + mark, "").next().name()).isEqualTo("refused");
    }

    @Test
    void anAddressThatOpensOnThisMachineAloneSaysSo() {
        assertThat(lead("board").toString()).contains(OpenClassroom.ENGLISH.say("engine.link-here"));
        WebSettings open = new WebSettings(
                "127.0.0.1", 0, Optional.of(URI.create("https://203.0.113.7")), List.of(), OpenClassroom.PATIENT);
        try (WebAdapter other = serve(open)) {
            assertThat(other.lessonPages().board(lesson())).get().satisfies(page -> {
                assertThat(page.onlyHere()).isFalse();
                assertThat(page.address().toString()).startsWith("https://203.0.113.7/lessons/1/");
            });
        }
    }

    @Test
    void aTeacherTakesTheResultsAwayAlsoWhenTheLessonIsOver() throws Exception {
        String path = link("export").getPath();
        long id = lesson().id();
        engine.handle(new Interaction(
                        "end",
                        ROOM,
                        TEACHER,
                        Instant.EPOCH,
                        new Interaction.Press(new Action(id, "", 0, "end-now", ""))))
                .join();
        Browser teacher = new Browser(web.address());
        assertThat(teacher.open(path).body()).contains(path + "/answers.csv", path + "/students.csv");
        HttpResponse<String> rows = teacher.open(path + "/answers.csv");
        assertThat(rows.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"lesson-" + id + "-answers.csv\"");
        assertThat(rows.body()).startsWith("\uFEFF\"lesson\",\"started\",\"plan\",\"step\"");
        assertThat(teacher.open(path + "/students.csv").body()).startsWith("\uFEFF\"lesson\",\"plan\",\"pseudonym\"");
        assertThat(teacher.open(path + "/answers-semicolons.csv").body()).startsWith("\uFEFF\"lesson\";\"started\"");
        assertThat(teacher.open(path + "/reasons.csv").body()).startsWith("\uFEFF\"lesson\",\"plan\",\"step\"");
        assertThat(teacher.open(path + "/students-semicolons.csv").body()).startsWith("\uFEFF\"lesson\";\"plan\"");
        assertThat(teacher.open(path + "/lesson.xlsx").body()).startsWith("PK");
        assertThat(teacher.open(path + "/lesson.json").body())
                .contains("\"title\":")
                .doesNotContain("Ms Rivers");
        assertThat(link("export").getPath()).startsWith("/results/" + id + "/");
    }

    @Test
    void nobodyGuessesTheAddressOfResultsNorMakesItLastLonger() throws Exception {
        String[] parts = link("export").getPath().split("/");
        Browser stranger = new Browser(web.address());
        for (String path : List.of(
                "/results/2/" + parts[3] + "/" + parts[4],
                "/results/" + parts[2] + "/" + (Long.parseLong(parts[3]) + 1) + "/" + parts[4],
                board().getPath().replace("/lessons/", "/results/") + "/" + parts[4])) {
            assertThat(stranger.open(path).statusCode()).as(path).isEqualTo(404);
            assertThat(stranger.open(path + "/answers.csv").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theBoardOfARoomOfOursAlsoSaysHowToComeIn() {
        String room = web.openRoom("Room 12");
        long id = new Lessons(store.database().jdbi())
                .start(
                        new NewLesson(new Room("web", room), lesson().edition(), Lesson.Pace.LIVE, 1, "welcome"),
                        tx -> tx.lesson().id())
                .orElseThrow();
        Lesson ours = new Lessons(store.database().jdbi()).find(id).orElseThrow();
        assertThat(web.lessonPages().board(ours)).map(LessonPages.Page::address).hasValue(web.boardLink(room));
    }

    /** A chat that is not this instance's to show anything in. */
    static Platform elsewhere() {
        Platform elsewhere = mock(Platform.class);
        when(elsewhere.name()).thenReturn("elsewhere");
        return elsewhere;
    }
}
