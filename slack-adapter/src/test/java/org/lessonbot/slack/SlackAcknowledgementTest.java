package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.Exchange;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.fake.View;

/** Slack hears that something came in before anything is done about it, whatever else stands still. */
class SlackAcknowledgementTest {
    private static final int STUDENTS = 100;
    /** How long a form's faults are waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Action GUESS = new Action(1, "match", 1, "guess", "base");
    private static final Form FORM =
            new Form(GUESS, "Share", List.of(Form.Field.line("thought", "Your thought", "", "", true, 99)), "Send");

    private FakeSlack slack;
    private Channel channel;
    private List<User> students;

    @BeforeEach
    void open() throws InterruptedException {
        slack = FakeSlack.start();
        students = IntStream.range(0, STUDENTS)
                .mapToObj(number -> slack.user("student-" + number))
                .toList();
        channel = slack.channel("class", slack.user("teacher"), students.toArray(User[]::new));
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    private Exchange press(User student) {
        return slack.forge(student, channel, "0:" + GUESS.id(), GUESS.id());
    }

    private ListeningBot overHttp() {
        ListeningBot bot = new ListeningBot(
                        slack,
                        ListeningBot.overHttp(
                                slack,
                                new SlackSettings.One(
                                        new Secret(slack.workspace().botToken()))))
                .letIn();
        slack.deliverTo(bot.adapter().address().orElseThrow());
        return bot;
    }

    @Test
    void overASocketNothingComesBeforeTheAcknowledgement() {
        try (ListeningBot bot = ListeningBot.in(slack)) {
            pressWhileEverythingElseStands(bot);
        }
    }

    @Test
    void overHttpNothingButTheSignatureComesBeforeTheAcknowledgement() {
        try (ListeningBot bot = overHttp()) {
            pressWhileEverythingElseStands(bot);
        }
    }

    /** Neither Slack's Web API nor the engine's database answers, and the threads that wait for them wait. */
    private void pressWhileEverythingElseStands(ListeningBot bot) {
        CountDownLatch database = new CountDownLatch(1);
        bot.answers(act -> {
            await(database);
            return Reply.whisper("heard");
        });
        slack.troubles().hold();

        List<Exchange> pressed = students.stream().map(this::press).toList();
        pressed.forEach(Exchange::acked);

        slack.troubles().release();
        database.countDown();
        awaitHeard(bot, STUDENTS);
        assertThat(bot.heard()).extracting(Interaction::person).doesNotHaveDuplicates();
    }

    private void awaitHeard(ListeningBot bot, int people) {
        slack.await(people + " to be heard", () -> Optional.of(bot.heard()).filter(heard -> heard.size() >= people));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A form's faults come with its acknowledgement, and so it waits; the others do not wait with it. */
    @Test
    void aFormThatTakesLongIsAcknowledgedAndAnsweredLater() {
        try (ListeningBot bot = overHttp()) {
            bot.answers(new Reply.OpenForm(FORM));
            User ada = students.get(0);
            slack.slash(ada, channel, "/lesson", "ask").acked();
            View form = slack.awaitView(ada);
            CountDownLatch database = new CountDownLatch(1);
            bot.answers(act -> {
                await(database);
                return new Reply.FixForm(Map.of("thought", "Too long"), Message.text("Not kept: x"));
            });

            Exchange sent = slack.submit(ada, form, Map.of("thought/value", "x"));
            students.stream().skip(1).map(this::press).toList().forEach(Exchange::acked);
            slack.await(
                    "the form to be heard",
                    () -> bot.heard().stream()
                            .filter(heard -> heard.act() instanceof Interaction.Submit)
                            .findFirst());
            slack.advance(PATIENCE);
            assertThat(sent.errors()).isEmpty();
            database.countDown();

            slack.awaitEphemeral(ada, said -> said.shown().contains("Not kept: x"));
        }
    }

    @Test
    void whatIsBroughtAgainHoursLaterIsKnownAndThenTooLate() {
        try (ListeningBot bot = new ListeningBot(
                        slack,
                        ListeningBot.overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN),
                        List.of(),
                        Optional.empty(),
                        slack.clock())
                .letIn()) {
            slack.awaitSockets(1);
            User ada = students.get(0);
            Exchange first = press(ada);
            awaitHeard(bot, 1);

            slack.advance(Duration.ofHours(5));
            slack.redeliver(first).acked();
            press(students.get(1));
            awaitHeard(bot, 2);
            assertThat(bot.heard()).extracting(Interaction::id).doesNotHaveDuplicates();

            slack.advance(Duration.ofHours(2));
            slack.redeliver(first).acked();
            slack.awaitEphemeral(ada, said -> said.shown().contains("hours late"));
            assertThat(bot.heard()).hasSize(2);
        }
    }
}
