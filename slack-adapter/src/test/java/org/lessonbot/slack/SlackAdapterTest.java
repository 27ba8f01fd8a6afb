package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Exchange;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.fake.View;

/** What only Slack asks of an adapter: its three seconds, its response_urls, its App Home and its threads. */
class SlackAdapterTest extends SlackClass {
    private static final Action NEXT = new Action(1, "", 0, "next", "1");
    private static final Message CONSOLE =
            Message.of(new Block.Heading("Console"), Block.Buttons.of(Button.primary(NEXT, "Next")));
    private static final Form FORM =
            new Form(NEXT, "Share", List.of(Form.Field.line("thought", "Your thought", "", "", true, 99)), "Send");

    private Exchange type(User who, String text) {
        return slack.slash(who, channel, "/lesson", text);
    }

    private String post(String key, String text) throws PlatformException {
        return bot.platform().post(room, key, Message.text(text));
    }

    @Test
    void aTypoIsAnsweredWithTheNearestCommandAndAButtonThatUsesIt() {
        bot.answers(interaction -> Reply.whisper("heard " + ((Interaction.Command) interaction.act()).name()));
        Post meant = type(ada, "jion name:Ada").awaitShown();
        assertThat(meant.shown()).contains("heard jion", "/lesson join");

        slack.press(ada, meant, meant.actionIds().get(0)).acked();

        slack.awaitEphemeral(ada, said -> said.shown().contains("heard join"));
        assertThat(bot.heard())
                .extracting(Interaction::act)
                .containsExactly(
                        new Interaction.Command("jion", Map.of(), List.of("name:Ada"), Set.of()),
                        new Interaction.Command("join", Map.of("name", "Ada")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edn", "emd", "forgetme", "leav", "nxt", "revael"})
    void aStudentsTypoOffersNothingThatEndsOrErasesAndNothingOfTheTeachers(String typo) {
        Post meant = type(ada, typo).awaitShown();

        assertThat(meant.shown()).contains("/lesson help").doesNotContain("/lesson end", "/lesson forget");
        assertThat(meant.actionIds()).hasSize(1);
    }

    @Test
    void whatSlackBringsTwiceIsHeardOnce() {
        Exchange first = type(ada, "join");
        first.awaitShown();
        slack.redeliver(first).acked();
        type(ben, "join").awaitShown();

        assertThat(bot.heard()).hasSize(2);
    }

    @Test
    void whatIsWrongWithAFormStandsBesideItsField() {
        bot.answers(new Reply.OpenForm(FORM));
        type(ada, "ask").acked();
        View form = slack.awaitView(ada);
        bot.answers(new Reply.FixForm(java.util.Map.of("thought", "Too long")));

        assertThat(slack.submit(ada, form, java.util.Map.of("thought/value", "x"))
                        .errors())
                .containsEntry("thought", "Too long");
        bot.answers(Reply.whisper("Thank you"));
        assertThat(slack.submit(ada, slack.awaitView(ada), java.util.Map.of("thought/value", "y"))
                        .errors())
                .isEmpty();
        slack.awaitEphemeral(ada, said -> said.shown().contains("Thank you"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired_trigger_id", "503"})
    void aFormThatComesTooLateOrNotAtAllIsOfferedAgain(String refusal) {
        bot.answers(new Reply.OpenForm(FORM));
        slack.troubles().outage("views.open", refusal, 1);
        Post offer = type(ada, "ask").awaitShown();
        assertThat(offer.shown()).contains("too long");

        slack.press(ada, offer, offer.actionIds().get(0)).acked();

        assertThat(slack.awaitView(ada).title()).isEqualTo("Share");
    }

    @Test
    void aFormThatWasOpenedIsNotOfferedOnceMoreBecauseItsAnswerGotLost() {
        bot.answers(new Reply.OpenForm(FORM));
        slack.troubles().loseAnswer("views.open");

        Exchange asked = type(ada, "ask");

        assertThat(slack.awaitView(ada).title()).isEqualTo("Share");
        slack.await(
                "the second try", () -> Optional.of(slack.journal("views.open")).filter(calls -> calls.size() == 2));
        bot.answers(Reply.whisper("later"));
        type(ada, "me").awaitShown();
        assertThat(asked.shown()).isEmpty();
    }

    /** Whispers to three hundred people take as long as Slack's limits want; a form has three seconds. */
    @Test
    void aFormNeverWaitsBehindWhatIsQueued() throws PlatformException {
        post("1", "First");
        assertThatThrownBy(() -> post("2", "Second")).isInstanceOf(PlatformException.RateLimited.class);
        // Only now: time leaps to when the next of them may go.
        IntStream.range(0, 300).forEach(i -> whisper(slack.user("student-" + i)));
        bot.answers(new Reply.OpenForm(FORM));

        type(ada, "ask").acked();

        assertThat(slack.awaitView(ada).title()).isEqualTo("Share");
        assertThat(slack.journal("chat.postEphemeral")).hasSizeLessThan(300);
    }

    private void whisper(User who) {
        slack.admit(who, channel);
        try {
            bot.platform().whisper(room, who.id(), "reveal", Message.text("You guessed right"));
        } catch (PlatformException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void theConsoleInTheChannelOutlivesTheFiveUsesOfItsAddress() {
        Supplier<Message> now =
                () -> CONSOLE.then(new Block.Text("seen " + bot.heard().size()));
        bot.shows(() -> Optional.of(now.get()));
        bot.answers(interaction ->
                interaction.act() instanceof Interaction.Command ? new Reply.Console(now.get()) : Reply.SILENT);
        type(teacher, "console").awaitShown();

        for (int i = 1; i <= 6; i++) {
            Post console =
                    slack.awaitEphemeral(teacher, shown -> !shown.actionIds().isEmpty());
            int before = bot.heard().size();
            slack.press(teacher, console, console.actionIds().get(0)).acked();
            slack.awaitEphemeral(teacher, shown -> shown.shown().contains("seen " + (before + 1)));
        }
        slack.await("one console", () -> Optional.of(slack.ephemerals(teacher)).filter(all -> all.size() == 1));
    }

    @Test
    void theHomeShowsTheConsoleOfTheLessonThatItsPersonLeads() throws PlatformException {
        slack.openHome(ada).acked();
        slack.await(
                "a welcome", () -> slack.home(ada).filter(home -> home.shown().contains("When you lead")));
        bot.answers(new Reply.Console(CONSOLE));
        type(teacher, "console").awaitShown();
        View home = slack.await(
                "the console",
                () -> slack.home(teacher).filter(shown -> shown.shown().contains("Console")));

        int before = bot.heard().size();
        bot.answers(Reply.SILENT);
        slack.press(teacher, home, home.actionIds().get(0)).acked();
        slack.await("the press", () -> Optional.of(bot.heard()).filter(heard -> heard.size() > before));
        assertThat(bot.heard().get(before).room()).isEqualTo(room);

        bot.platform().console(room, 1, Message.text("Moved"));
        slack.await(
                "the console to follow",
                () -> slack.home(teacher).filter(shown -> shown.shown().contains("Moved")));
    }

    /** Who leads in one channel is a member in another. */
    @Test
    void theHomeOfWhoeverLeadsLeadsOnInTheirClubsToo() {
        Room other = SlackIds.room(channel.workspace().id(), "C0OTHER");
        Action go = new Action(7, "", 0, "continue", "");
        Message club = Message.of(Block.Buttons.of(Button.primary(go, "Continue there")));
        bot.clubs(person -> person.equals(teacher.id()) ? Map.of(other, club) : Map.of());
        bot.answers(new Reply.Console(CONSOLE));
        type(teacher, "console").awaitShown();
        View home = slack.await(
                "the console and the club",
                () -> slack.home(teacher)
                        .filter(shown -> shown.shown().contains("Console")
                                && shown.shown().contains("Continue there")));

        int before = bot.heard().size();
        List<String> actions = home.actionIds();
        slack.press(teacher, home, actions.get(actions.size() - 1)).acked();

        slack.await("the press", () -> Optional.of(bot.heard()).filter(heard -> heard.size() > before));
        assertThat(bot.heard().get(before).room()).isEqualTo(other);
    }

    @Test
    void theHomeOfAMemberLeadsOnInEachOfTheirClubsAndTheAnswersStayThere() {
        Room other = SlackIds.room(channel.workspace().id(), "C0OTHER");
        Map<Room, Message> clubs = new LinkedHashMap<>();
        for (Room each : List.of(other, room)) {
            Action go = new Action(clubs.size() + 1, "", 0, "continue", "");
            clubs.put(each, Message.of(Block.Buttons.of(Button.primary(go, "Continue"))));
        }
        bot.clubs(person -> person.equals(ada.id()) ? clubs : Map.of());
        slack.openHome(ada).acked();
        View home = slack.await(
                "the clubs", () -> slack.home(ada).filter(shown -> shown.shown().contains("Continue")));
        bot.answers(Reply.whisper(
                Message.of(new Block.Text("1 · Welcome"), Block.Buttons.of(Button.primary(NEXT, "Share")))));

        slack.press(ada, home, home.actionIds().get(1)).acked();

        View welcome = slack.await(
                "the round", () -> slack.home(ada).filter(shown -> shown.shown().contains("1 · Welcome")));
        assertThat(bot.heard().get(0).room()).isEqualTo(room);
        bot.answers(new Reply.OpenForm(FORM));
        slack.press(ada, welcome, welcome.actionIds().get(0)).acked();
        View form = slack.awaitView(ada);
        bot.answers(Reply.whisper("Shared"));
        slack.submit(ada, form, Map.of("thought/value", "mine")).acked();
        slack.await(
                "the answer",
                () -> slack.home(ada).filter(shown -> shown.shown().contains("Shared")));
        assertThat(bot.heard()).extracting(Interaction::room).containsOnly(room);
        assertThat(slack.ephemerals(ada)).isEmpty();
    }

    /** Nothing is remembered of the channel then; the event may also reach another instance than the one that knew. */
    @Test
    void afterARestartTheHomeStillShowsTheConsole() {
        bot.close();
        slack.awaitSocketsLeft(0);
        try (ListeningBot restarted = new ListeningBot(
                        slack,
                        ListeningBot.overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN),
                        List.of(SlackIds.room("T-other", "C1"), room))
                .letIn()) {
            slack.awaitSockets(1);
            restarted.shows(() -> Optional.of(CONSOLE));

            slack.openHome(teacher).acked();

            slack.await(
                    "the console",
                    () -> slack.home(teacher).filter(shown -> shown.shown().contains("Console")));
            assertThat(restarted.heard()).isEmpty();
        }
    }

    @Test
    void peopleWriteInAThreadUnderThePost() throws PlatformException {
        String address = post("1", "What did you notice?");
        bot.platform().openThread(room, address, "3 · Discussion");

        Post opening = slack.awaitMessage(channel, said -> said.threadTs().isPresent());
        assertThat(opening.threadTs()).contains(address);
        assertThat(opening.shown()).contains("in this thread");
    }

    @Test
    void aDroppedSocketIsOpenedAgainAndWhatWaitsHearsOfIt() throws PlatformException {
        AtomicInteger back = new AtomicInteger();
        bot.platform().whenBack(back::incrementAndGet);
        slack.troubles().dropSocket();
        slack.awaitSockets(1);

        assertThat(type(ada, "me").awaitShown().shown()).contains("heard");
        assertThat(back).hasPositiveValue();
    }
}
