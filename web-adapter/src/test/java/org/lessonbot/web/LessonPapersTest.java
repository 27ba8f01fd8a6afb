package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;

/** Reports and what goes with them, of a lesson that is held in another chat, by the links that people are given. */
class LessonPapersTest {
    private static final Room ROOM = new Room("elsewhere", "class");
    private static final Person TEACHER = new Person("teacher-1", "Ms Rivers", true);
    private static final Person ANN = new Person("student-1", "Ann Able", false);
    private static final Person BOB = new Person("student-2", "Bob Bell", false);

    private final Migrated store = Migrated.fresh();
    private final MovedClock clock = new MovedClock();
    private final CompletableFuture<LessonEngine> ready = new CompletableFuture<>();
    private final WebAdapter web = WebAdapter.start(
            WebSettings.onLoopback(0).with(OpenClassroom.PATIENT),
            store.database(),
            interaction -> ready.thenCompose(engine -> engine.handle(interaction)),
            OpenClassroom.ENGLISH,
            clock);
    private final LessonEngine engine = new LessonEngine(
            store.database(),
            new Setting(
                    "one",
                    "en",
                    2,
                    () -> LessonPagesTest.LIBRARY,
                    language -> OpenClassroom.ENGLISH,
                    clock,
                    Setting.RETENTION,
                    web.lessonPages(),
                    ZoneId.of("UTC"),
                    Models.NONE),
            List.of(LessonPagesTest.elsewhere()));
    private final Browser browser = new Browser(web.address());
    private int acts;

    @BeforeEach
    void aClassHasGuessed() {
        ready.complete(engine);
        engine.start();
        say(TEACHER, "start");
        say(ANN, "join");
        say(BOB, "join");
        while (!lesson().step().equals("match")) {
            say(TEACHER, "next");
        }
        guess(ANN);
        guess(BOB);
        say(TEACHER, "reveal");
    }

    @AfterEach
    void close() {
        engine.close();
        web.close();
        store.close();
    }

    @Test
    void aTeacherReadsTheReportWhileTheLessonGoesOnAndNobodyIsNamedInIt() throws Exception {
        HttpResponse<String> report = browser.open(link(TEACHER, "report", "engine.report"));

        assertThat(report.body())
                .contains("So far", "2 (100 %)")
                .containsPattern("p-[0-9a-f]{10}")
                .doesNotContain("Ann Able", "student-1", "Ms Rivers", "<script");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(report.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void namesAreOnAPageOfTheirOwnThatHasToBeAskedFor() throws Exception {
        Message asked = say(TEACHER, "report");
        Action names = asked.offers().get(0);
        URI named = link(act(TEACHER, new Interaction.Press(names)), "engine.report.named");
        URI plain = link(asked, "engine.report");

        assertThat(browser.open(named).body()).contains("Ann Able", "Bob Bell");
        assertThat(browser.open(plain.getPath().replace("/report/", "/named-report/"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(act(ANN, new Interaction.Press(names)).toString())
                .contains(OpenClassroom.ENGLISH.say("engine.teachers-only"));
        assertThat(say(ANN, "report").toString()).contains(OpenClassroom.ENGLISH.say("engine.teachers-only"));
    }

    @Test
    void aHandoutLeadsToNoReport() throws Exception {
        String handout = link(TEACHER, "export", "engine.report.handout").getPath();

        assertThat(browser.open(handout).body())
                .contains("What we found out")
                .doesNotContain("Ann", "Bob", "Ms Rivers", "<a ")
                .doesNotContainPattern("p-[0-9a-f]{10}");
        assertThat(browser.open(handout.replace("/handout/", "/report/")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void lessonsOfARoomStandSideBySideOnceThereAreTwo() throws Exception {
        assertThat(say(TEACHER, "report").toString()).doesNotContain("/side-by-side/");
        act(TEACHER, new Interaction.Press(new Action(lesson().id(), "", 0, "end-now", "")));
        say(TEACHER, "start");

        assertThat(browser.open(link(TEACHER, "report", "engine.report.beside")).body())
                .contains("2 lessons side by side", "too few to say")
                .doesNotContain("Ann");
    }

    @Test
    void addressesAreGoodForADayAndForNothingElse() throws Exception {
        URI report = link(TEACHER, "report", "engine.report");
        String[] parts = report.getPath().split("/");
        String later = "/report/" + parts[2] + "/" + (Long.parseLong(parts[3]) + 86_400) + "/" + parts[4];
        assertThat(browser.open(later).statusCode()).isEqualTo(404);
        assertThat(browser.open("/report/2/" + parts[3] + "/" + parts[4]).statusCode())
                .isEqualTo(404);
        assertThat(browser.open(report).statusCode()).isEqualTo(200);

        clock.move(Duration.ofDays(1));

        assertThat(browser.open(report).statusCode()).isEqualTo(404);
    }

    @Test
    void everybodyHasAPageOfTheirOwnToKeepAndToErase() throws Exception {
        String mine = link(ANN, "me", "engine.me.page").getPath();
        assertThat(mine).doesNotContain("student-1");
        assertThat(browser.open(mine).body()).contains("Ann Able", "What I guessed", "2 of 2 as I");
        assertThat(browser.open(mine + "/page.html").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(kept -> assertThat(kept).startsWith("attachment"));
        assertThat(browser.open(mine + "/data.json").body()).contains("\"name\":\"Ann Able\"");
        assertThat(browser.open(mine + "/erase").body()).contains("<form method=\"post\"");
        assertThat(browser.open(mine).body()).contains("What I guessed");

        HttpResponse<String> erased = browser.submit(mine + "/erase", Map.of());

        assertThat(erased.body()).contains("erased");
        assertThat(browser.open(mine).statusCode()).isEqualTo(404);
        assertThat(browser.open(link(TEACHER, "report", "engine.report")).body())
                .contains("1 (100 %)");
        assertThat(browser.open(link(BOB, "me", "engine.me.page")).body()).contains("Bob Bell");
    }

    @Test
    void nobodyOpensSomebodyElsesPage() throws Exception {
        String[] ann = link(ANN, "me", "engine.me.page").getPath().split("/");
        String[] bob = link(BOB, "me", "engine.me.page").getPath().split("/");

        String stolen = "/mine/" + ann[2] + "/" + ann[3] + "/" + bob[4] + "/" + bob[5];
        assertThat(browser.open(stolen).statusCode()).isEqualTo(404);
        assertThat(browser.submit(stolen + "/erase", Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.open(String.join("/", ann)).statusCode()).isEqualTo(200);
    }

    private void guess(Person person) {
        act(person, new Interaction.Press(new Action(lesson().id(), "match", 1, "guess", "base")));
    }

    private Message say(Person person, String command) {
        return act(person, new Interaction.Command(command, Map.of()));
    }

    private Message act(Person person, Interaction.Act act) {
        Interaction interaction = new Interaction("act-" + ++acts, ROOM, person, Instant.EPOCH, act);
        return engine.handle(interaction).join() instanceof Reply.Whisper whisper ? whisper.message() : Message.of();
    }

    private URI link(Person person, String command, String label) {
        return link(say(person, command), label);
    }

    private static URI link(Message said, String label) {
        return said.blocks().stream()
                .filter(block ->
                        block instanceof Block.Link link && link.label().equals(OpenClassroom.ENGLISH.say(label)))
                .map(block -> ((Block.Link) block).target())
                .findFirst()
                .orElseThrow();
    }

    private Lesson lesson() {
        return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
    }
}
