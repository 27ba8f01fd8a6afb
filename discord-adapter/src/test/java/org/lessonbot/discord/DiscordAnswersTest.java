package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.discord.fake.Exchange;
import org.lessonbot.discord.fake.FakeChannel;
import org.lessonbot.discord.fake.FakeDiscord;
import org.lessonbot.discord.fake.FakeGuild;
import org.lessonbot.discord.fake.FakeMember;
import org.lessonbot.discord.fake.FakeMessage;
import org.lessonbot.discord.fake.Route;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.plan.Phrasebook;

/** What somebody is told, within Discord's three seconds and its fifteen minutes. */
class DiscordAnswersTest {
    private static final Action GUESS = new Action(1, "first", 1, "guess", "cat");
    private static final Action NEXT = new Action(1, "", 0, "next", "1");

    private final FakeDiscord discord = FakeDiscord.start();
    private final FakeGuild guild = discord.guild("School");
    private final FakeChannel channel = guild.channel("class");
    private final FakeMember teacher = guild.member("Ms Rivers");
    private final FakeMember student = guild.member("Ada");
    private final Room room = TalkingBot.room(guild, channel);
    private final TalkingBot bot = TalkingBot.in(discord);
    private int probes;

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private Exchange command(FakeMember who, String name) {
        return discord.slash(who, channel, "lesson " + name, Map.of());
    }

    @Test
    void aSlowReplyIsDeferredAndCompletedLater() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange exchange = command(student, "me");

        twoSecondsPassOnce(1, bot);
        assertThat(exchange.answer()).isEqualTo(Exchange.Answer.DEFERRED_REPLY);
        slow.complete(Reply.whisper("At last"));
        assertThat(exchange.whisper().text()).isEqualTo("At last");
    }

    @Test
    void whateverIsSlowNobodyWaitsForMoreThanTheyAreGiven() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean isSlow = new AtomicBoolean();
        Words slow = (key, arguments) -> {
            try {
                return isSlow.get()
                                && key.equals("discord.bar")
                                && !go.await(DrivenTime.HANGS.toSeconds(), TimeUnit.SECONDS)
                        ? ""
                        : Phrasebook.of("en").say(key, arguments);
            } catch (InterruptedException closed) {
                return "";
            }
        };
        FakeGuild other = discord.guild("Other school");
        FakeChannel elsewhere = other.channel("class");
        bot.close();
        try (TalkingBot drawing = new TalkingBot(discord, slow)) {
            // Not sooner: a bot draws bars once before it is ready.
            isSlow.set(true);
            drawing.answers(Reply.whisper(Message.of(new Block.Bars("", List.of(new Block.Bar("Cat", 1, ""))))));
            List<Exchange> all = IntStream.range(0, 9)
                    .mapToObj(n -> discord.slash(other.member("Student " + n), elsewhere, "lesson me", Map.of()))
                    .toList();

            twoSecondsPassOnce(all.size(), drawing);
            assertThat(all).allSatisfy(one -> assertThat(one.answer()).isEqualTo(Exchange.Answer.DEFERRED_REPLY));
            go.countDown();
            assertThat(all).allSatisfy(one -> assertThat(one.whisper().text()).contains("Cat"));
        }
    }

    @Test
    void aFormThatComesTooLateIsNotOpenedAndThePersonIsToldSo() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange exchange = command(student, "ask");
        twoSecondsPassOnce(1, bot);
        exchange.answer();
        slow.complete(new Reply.OpenForm(
                new Form(NEXT, "Late", List.of(Form.Field.line("a", "A", "", "", false, 9)), "Send")));

        assertThat(exchange.whisper().text()).contains("could not be opened");
    }

    @Test
    void whatIsUnderWayWhenTheBotClosesIsAnsweredFirst() {
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange exchange = command(student, "me");
        bot.lastHeard();

        Thread closing = new Thread(bot::close);
        closing.start();
        TalkingBot.until("it to wait", () -> closing.getState() == Thread.State.TIMED_WAITING);
        slow.complete(Reply.whisper("Just in time"));

        assertThat(exchange.whisper().text()).isEqualTo("Just in time");
    }

    @Test
    void anEngineThatFailsMeansThatItDidNotCount() {
        bot.answers(CompletableFuture.failedFuture(new IllegalStateException("on purpose")));
        assertThat(command(student, "join").whisper().text()).contains("did NOT count");
    }

    @Test
    void whateverThrowsWhileItIsDrawnThePersonHearsThatItDidNotWork() {
        Message undrawable = Message.of(new Block.Moment("", Instant.MAX));
        bot.answers(Reply.whisper(undrawable));
        assertThat(command(student, "ask").whisper().text()).contains("That did not work");

        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange deferred = command(student, "me");
        twoSecondsPassOnce(2, bot);
        deferred.answer();
        slow.complete(Reply.whisper(undrawable));
        assertThat(deferred.whisper().text()).contains("That did not work");
    }

    @Test
    void anAnswerThatDiscordRefusesIsMadeGoodByAWord() {
        discord.outage(Route.ANSWER, 400, 1);
        assertThat(command(student, "me").whisper().text()).contains("That did not work");

        discord.outage(Route.EDIT_REPLY, 400, 1);
        CompletableFuture<Reply> slow = new CompletableFuture<>();
        bot.answers(slow);
        Exchange deferred = command(student, "me");
        twoSecondsPassOnce(2, bot);
        deferred.answer();
        slow.complete(Reply.whisper("At last"));
        assertThat(deferred.whisper().text()).contains("That did not work");
    }

    @Test
    void aPressInAWhisperTakesItsPlace() {
        bot.answers(Reply.whisper(Message.of(Block.Buttons.of(Button.danger(NEXT, "Sure?")))));
        FakeMessage whisper = command(student, "forget-me").whisper();
        bot.answers(Reply.whisper("Erased"));

        assertThat(discord.press(student, whisper.id(), NEXT.id()).answer()).isEqualTo(Exchange.Answer.EDIT);
        assertThat(whisper.text()).isEqualTo("Erased");
    }

    @Test
    void aReceiptBecomesItsResult() throws PlatformException {
        FakeMessage receipt = known(press(GUESS));

        tell(student, "first/1", "It was a cat");

        discord.await("the result", () -> receipt.text().equals("It was a cat"));
    }

    @Test
    void whatIsSaidUnaskedStandsBesideWhatWasAskedFor() throws PlatformException {
        bot.answers(new Reply.FixForm(Map.of("a", "Too long")));
        FakeMessage errors = known(press(GUESS));
        bot.answers(Reply.whisper("Your questions"));
        FakeMessage list = known(command(student, "me"));

        tell(student, "first/1", "It was a cat");

        discord.await("a word beside them", () -> says("It was a cat") == 1);
        assertThat(errors.text()).contains("Too long");
        assertThat(list.text()).isEqualTo("Your questions");
    }

    @Test
    void whatIsSaidUnaskedGivesWayToTheNextAboutTheSame() {
        known(command(student, "join"));

        tell(student, "pairs/EXPLORE", "You work with Ben");
        tell(student, "pairs/EXPLORE", "You work with Cem");

        discord.await("the later word", () -> says("You work with Cem") == 1);
        assertThat(says("You work with Ben")).isZero();
    }

    @Test
    void aWhisperThatAnotherTookThePlaceOfIsNotChangedForTheFirstOnesSake() throws PlatformException {
        bot.answers(Reply.whisper(Message.of(Block.Buttons.of(Button.plain(NEXT, "Mine")))));
        FakeMessage whisper = known(press(GUESS));
        bot.answers(Reply.whisper("Yours"));
        known(discord.press(student, whisper.id(), NEXT.id()));

        tell(student, "first/1", "It was a cat");

        discord.await("the result beside it", () -> says("It was a cat") == 1);
        assertThat(whisper.text()).isEqualTo("Yours");
    }

    @Test
    void whoDidNothingIsToldNothing() {
        known(command(student, "join"));
        tell(teacher, "pairs/EXPLORE", "Nowhere to be seen");
        known(command(student, "join"));

        assertThat(discord.whispers(channel, teacher)).isEmpty();
    }

    /** Once the bot has heard of so many acts. Another second, and Discord would say that it did not answer. */
    private void twoSecondsPassOnce(int acts, TalkingBot about) {
        IntStream.range(0, acts).forEach(any -> about.lastHeard());
        discord.advance(Duration.ofSeconds(2));
    }

    /** Waits until the bot knows that its answer was taken: from then on it speaks by this act's token. */
    private FakeMessage known(Exchange exchange) {
        FakeMessage whisper = exchange.whisper();
        TalkingBot.until("the bot to know of its answer", () -> {
            tell(student, "probe/" + probes++, "Probe");
            return !exchange.followUps().isEmpty();
        });
        return whisper;
    }

    private void tell(FakeMember who, String slot, String text) {
        bot.platform().whisper(room, who.id(), slot, Message.text(text));
    }

    private long says(String text) {
        return discord.whispers(channel, student).stream()
                .filter(whisper -> whisper.text().equals(text))
                .count();
    }

    private Exchange press(Action action) throws PlatformException {
        Message message = Message.of(Block.Buttons.of(Button.plain(action, "Cat")));
        String address = bot.platform().post(room, "1/" + action.step(), message);
        return discord.press(student, address, action.id());
    }
}
