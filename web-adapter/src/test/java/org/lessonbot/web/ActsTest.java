package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.chat.Interaction.Pick;
import org.lessonbot.chat.Interaction.Press;
import org.lessonbot.chat.Interaction.Submit;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;

class ActsTest {
    private static final String BASE = Samples.guess("base").id();
    private static final String RLHF = Samples.guess("rlhf").id();

    private static final String CONTINUE = Action.of(7, Verb.CONTINUE, "").id();

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
    void aPressIsAnInteractionOfWhoPressed() throws Exception {
        Browser ana = classroom.student("Ana");
        Browser teacher = classroom.teacher();

        ana.press(BASE, 0);
        teacher.press(RLHF, 0);

        assertThat(classroom.heard())
                .extracting(Interaction::act)
                .containsExactly(new Press(Samples.guess("base")), new Press(Samples.guess("rlhf")));
        assertThat(classroom.heard())
                .extracting(interaction -> interaction.person().leads())
                .containsExactly(false, true);
        assertThat(classroom.heard())
                .allMatch(interaction -> interaction.room().id().equals(classroom.room()));
    }

    @Test
    void aWhisperStandsUnderThePostAndTheNextTakesItsPlace() throws Exception {
        classroom.answering(ActsTest::choice);
        long post = Long.parseLong(classroom.post("one", Samples.question(0)));
        Browser ana = classroom.student("Ana");

        JsonNode first = ana.press(BASE, post).path("item");
        JsonNode second = ana.press(RLHF, post).path("item");

        assertThat(first.path("under").asLong()).isEqualTo(post);
        assertThat(first.path("cause").asText()).isEqualTo(BASE);
        assertThat(second.path("number")).isEqualTo(first.path("number"));
        assertThat(second.path("html").asText()).contains("you chose rlhf");
        assertThat(second.path("cause").asText()).isEqualTo(RLHF);
    }

    @Test
    void whatComesNextInAClubTakesTheOnePlaceOfWhatWasBefore() throws Exception {
        Browser ana = classroom.student("Ana");
        classroom.answering(
                interaction -> Reply.whisper(onward("step " + classroom.heard().size())));
        long hub = Long.parseLong(classroom.post("one", onward("hub")));

        JsonNode first = ana.press(CONTINUE, hub).path("item");
        JsonNode answered = ana.press(BASE, first.path("number").asLong()).path("item");
        JsonNode typed = ana.say("/continue").path("item");

        assertThat(List.of(answered.path("number"), typed.path("number"))).containsOnly(first.path("number"));
        assertThat(first.path("view").asBoolean()).isTrue();
        assertThat(first.path("under").asLong()).isZero();
        assertThat(typed.path("place").asLong())
                .isGreaterThan(first.path("place").asLong());
        assertThat(typed.path("html").asText()).contains("step 3").doesNotContain("step 1");
    }

    @Test
    void whatDoesNotLeadOnStandsBelowWhatDoesAndGoesWithIt() throws Exception {
        classroom.answering(interaction -> Reply.whisper(onward("step")));
        Browser ana = classroom.student("Ana");
        long view = ana.say("/continue").path("item").path("number").asLong();

        classroom.answering(interaction -> Reply.whisper(Message.text("not so")));
        JsonNode aside = ana.press(BASE, view).path("item");
        assertThat(aside.path("under").asLong()).isEqualTo(view);
        assertThat(aside.path("view").asBoolean()).isFalse();

        classroom.answering(interaction -> Reply.whisper(onward("further")));
        ana.press(CONTINUE, view);
        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady())
                    .extracting(EventStream.Event::html)
                    .anyMatch(html -> html.contains("further"))
                    .noneMatch(html -> html.contains("not so"));
        }
    }

    @Test
    void aBrowserSaysWhoseClockItGoesByAndIsBelievedIfThereIsOne() throws Exception {
        Browser ana = classroom.student("Ana");
        for (String zone : List.of("Asia/Tokyo", "Mars/Crater", "CET", "")) {
            ana.act(Map.of("kind", "press", "action", BASE, "from", 0, "zone", zone));
        }

        assertThat(classroom.heard())
                .extracting(interaction -> interaction.person().zone())
                .containsExactly(
                        Optional.of(ZoneId.of("Asia/Tokyo")), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Message onward(String text) {
        Action further = Action.parse(CONTINUE).orElseThrow();
        return Message.of(new Block.Text(text), Block.Buttons.of(Button.primary(further, "Continue")));
    }

    @Test
    void whatIsPressedInAWhisperIsAnsweredInItsPlace() throws Exception {
        classroom.answering(interaction -> Reply.whisper("page"));
        Browser ana = classroom.student("Ana");
        long whisper = ana.say("/me").path("item").path("number").asLong();

        assertThat(ana.press(BASE, whisper).path("item").path("number").asLong())
                .isEqualTo(whisper);
    }

    @Test
    void nobodyAnswersInAnothersWhisper() throws Exception {
        classroom.answering(
                interaction -> Reply.whisper("hello " + interaction.person().name()));
        long anas =
                classroom.student("Ana").say("/me").path("item").path("number").asLong();

        JsonNode bos = classroom.student("Bo").press(BASE, anas).path("item");

        assertThat(bos.path("number").asLong()).isNotEqualTo(anas);
        assertThat(bos.path("under").asLong()).isZero();
    }

    @Test
    void aTryAgainIsTheSameInteractionAndShowsOneWhisper() throws Exception {
        classroom.answering(interaction -> Reply.whisper("said"));
        Browser ana = classroom.student("Ana");
        Map<String, Object> act = Map.of("id", "same", "kind", "command", "text", "/me", "from", 0);

        ana.post(act);
        ana.post(act);

        assertThat(classroom.heard())
                .extracting(Interaction::id)
                .hasSize(2)
                .containsOnly(classroom.heard().get(0).id());
        try (EventStream page = ana.follow()) {
            assertThat(page.untilReady()).hasSize(1);
        }
    }

    @Test
    void twoPeopleNeverShareAnInteraction() throws Exception {
        Map<String, Object> act = Map.of("id", "same", "kind", "command", "text", "/me", "from", 0);

        classroom.student("Ana").post(act);
        classroom.student("Bo").post(act);

        assertThat(classroom.heard()).extracting(Interaction::id).doesNotHaveDuplicates();
    }

    @Test
    void formsAreOpenedSentAndSentBack() throws Exception {
        classroom.answering(interaction -> interaction.act() instanceof Submit submit
                ? submit.value("why").isEmpty() ? new Reply.FixForm(Map.of("why", "Say why.")) : Reply.SILENT
                : new Reply.OpenForm(Samples.form()));
        Browser ana = classroom.student("Ana");

        JsonNode form = ana.press(BASE, 0);
        JsonNode fix = ana.act(Map.of("kind", "submit", "action", BASE, "fields", Map.of("why", " "), "from", 0));
        JsonNode sent = ana.act(Map.of("kind", "submit", "action", BASE, "fields", Map.of("why", "so"), "from", 0));

        assertThat(form.path("form").asText()).contains("<textarea").contains("How was it?");
        assertThat(fix.path("reasons").path("why").asText()).isEqualTo("Say why.");
        assertThat(sent.path("outcome").asText()).isEqualTo("silent");
    }

    @Test
    void picksAndCommandsWithOptionsArrive() throws Exception {
        Browser ana = classroom.student("Ana");

        ana.act(Map.of("kind", "pick", "action", BASE, "values", List.of("q1", "q2"), "from", 0));
        ana.act(Map.of("kind", "command", "text", "ask", "fields", Map.of("question", "a:b\n\"c\""), "from", 0));

        assertThat(classroom.heard())
                .extracting(Interaction::act)
                .containsExactly(
                        new Pick(Samples.guess("base"), List.of("q1", "q2")),
                        new Command("ask", Map.of("question", "a:b\n\"c\"")));
    }

    @Test
    void aLineIsReadWithSomebodyNamedAsTheLessonKnowsThemAndAnythingElseIsSaid() throws Exception {
        Browser ana = classroom.student("Ana");
        ana.say("/teacher @Ana");
        ana.say("/lesson teacher person:“ana”");
        ana.say("/teacher Nobody");
        ana.say("  lesson learned: ask more ");

        assertThat(classroom.heard())
                .extracting(Interaction::act)
                .containsExactly(
                        new Command("teacher", Map.of("person", "Ana")),
                        new Command("teacher", Map.of("person", "ana")),
                        new Command("teacher", Map.of("person", "Nobody")),
                        new Command("say", Map.of("text", "lesson learned: ask more")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"id\":\"a\",\"kind\":\"press\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"press\",\"action\":\"nonsense\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"dance\",\"from\":0}",
                "{\"id\":\"a/../b\",\"kind\":\"command\",\"text\":\"/me\",\"from\":0}",
                "{\"id\":\"a\",\"kind\":\"command\",\"text\":\"/me\",\"from\":0,\"leads\":true}"
            })
    void whatIsNoActIsRefusedAndReachesNobody(String body) throws Exception {
        Browser ana = classroom.student("Ana");
        HttpResponse<String> refused = ana.postRaw(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(classroom.heard()).isEmpty();
    }

    @Test
    void theConsoleIsBesideTheChatForWhoeverCameAsTeacher() throws Exception {
        classroom.answering(interaction -> new Reply.Console(Samples.console()));

        assertThat(classroom.teacher().say("/console").path("outcome").asText()).isEqualTo("console");
        assertThat(classroom
                        .student("Co-teacher")
                        .say("/console")
                        .path("item")
                        .path("html")
                        .asText())
                .contains("Console");
    }

    @Test
    void anEngineThatFailsIsSaidNotToHaveCounted() throws Exception {
        classroom.answering(interaction -> {
            throw new IllegalStateException("broken on purpose");
        });

        HttpResponse<String> answer =
                classroom.student("Ana").postRaw("{\"id\":\"a\",\"kind\":\"command\",\"text\":\"/me\",\"from\":0}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("did NOT count");
    }

    @Test
    void thirtyPressesAtOnceAreAllAnswered() throws Exception {
        classroom.answering(interaction -> Reply.whisper("done"));
        long post = Long.parseLong(classroom.post("one", Samples.question(0)));
        List<Browser> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(classroom.student("Student"));
        }

        String press = "{\"id\":\"a\",\"kind\":\"press\",\"action\":\"" + BASE + "\",\"from\":" + post + "}";
        ExecutorService hands = Executors.newFixedThreadPool(people.size());
        List<Future<HttpResponse<String>>> answers = people.stream()
                .map(person -> hands.submit(() -> person.postRaw(press)))
                .toList();
        hands.shutdown();

        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        try (EventStream page = people.get(0).follow()) {
            assertThat(page.untilReady())
                    .filteredOn(event -> event.item().path("under").asLong() == post)
                    .hasSize(1);
        }
    }

    private static Reply choice(Interaction interaction) {
        return interaction.act() instanceof Press press
                ? Reply.whisper("you chose " + press.action().argument())
                : Reply.SILENT;
    }
}
