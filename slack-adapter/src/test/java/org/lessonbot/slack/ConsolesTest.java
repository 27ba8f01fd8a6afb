package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.Slack;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Time;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.User;
import org.mockito.stubbing.Answer;

class ConsolesTest {
    /** Of lesson 1. */
    private static final Message CONSOLE = Message.of(
            new Block.Text("The console"), Block.Buttons.of(Button.primary(Action.of(1, Verb.PAUSE, ""), "Pause")));

    private final Queue<Runnable> errands = new ArrayDeque<>();
    private final FakeSlack slack = FakeSlack.start();
    private final User lake = slack.user("lake");
    private final Room room =
            SlackIds.room(slack.workspace().id(), slack.channel("class", lake).id());

    private final Origin home = new Origin(room, lake.id(), "", Origin.Surface.HOME);
    private final Person person = new Person(lake.id(), "Mr Lake", false);
    private final Engine engine = mock();
    private final Phrasebook words = Phrasebook.of("en");
    private final WebApi api = api();
    private final SlackPainter painter = new SlackPainter(words);
    private final Budget budget = new Budget(RateLimits.OF_SLACK, Optional.empty(), later());
    private final Consoles consoles =
            new Consoles(api, painter, new Errands(budget, later()), words, Clock.systemUTC());
    private final Messenger messenger = new Messenger(api, painter, consoles, budget, words, Clock.systemUTC());
    private final Answers answers = new Answers(api, painter, messenger, consoles, words);
    private final People people = new People(api, Set.of(), budget, Clock.systemUTC(), Runnable::run);
    private final Homes homes = new Homes(engine, people, consoles, answers, Runnable::run);
    private final Acts acts = new Acts(
            new Handover(engine, people, consoles, words, Clock.systemUTC()),
            homes,
            answers,
            words,
            Clock.systemUTC(),
            Runnable::run);

    ConsolesTest() throws InterruptedException {}

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    /** Another thread closes it. */
    @Test
    void aConsoleThatIsClosedWhileItIsDrawnStaysClosed() throws Exception {
        consoles.sit(home);
        inTheMiddle(() -> consoles.close(room, lake.id(), Message.text("You no longer lead.")));

        consoles.draw(room, 1, Message.text("The console"));
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("You no longer lead.");
    }

    /** What a button of the console did is shown on it, by another thread than the one that closes it. */
    @Test
    void aConsoleThatIsClosedBeforeItIsShownAgainIsClosedAgain() throws Exception {
        consoles.sit(home);
        whileItIsOnItsWay(() -> consoles.close(room, lake.id(), Message.text("You no longer lead.")));

        homes.drawAgain(home, CompletableFuture.completedFuture(person), 0);
        consoles.draw(room, 1, Message.text("The console, later"));
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("You no longer lead.");
    }

    @Test
    void aConsoleIsShownAsItCameToBeOnItsWay() throws Exception {
        consoles.sit(home);
        whileItIsOnItsWay(() -> consoles.draw(room, 1, Message.text("The lesson is over.")));

        homes.drawAgain(home, CompletableFuture.completedFuture(person), 0);
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("The lesson is over.");
    }

    @Test
    void whoeverWasAskedToLeadTheLessonBeforeSeesNothingOfTheNext() throws Exception {
        consoles.draw(room, 1, Message.text("The lesson before"));
        whileItIsOnItsWay(() -> consoles.draw(room, 2, Message.text("The next lesson")));

        homes.drawAgain(home, CompletableFuture.completedFuture(person), 0);
        consoles.draw(room, 2, Message.text("The next lesson, later"));
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("The console");
    }

    /** What was said of the lesson before is forgotten: it was long ago, or another instance said it. */
    @Test
    void whoeverWasAskedToLeadALessonOfWhichNothingIsKnownSeesNothingOfTheNext() throws Exception {
        consoles.show(home, CONSOLE, 0, consoles.said(), false);

        consoles.draw(room, 2, Message.text("The next lesson"));
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("The console");
    }

    @Test
    void whoeverHasARightOfTheirOwnSeesTheNextLessonToo() throws Exception {
        consoles.show(home, CONSOLE, 0, consoles.said(), true);

        consoles.draw(room, 2, Message.text("The next lesson"));
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("The next lesson");
    }

    /** What a command is answered stands in the channel, where it cannot be changed any more. */
    @Test
    void whoeverAskedForAConsoleThatIsClosedMeanwhileIsToldSo() throws Exception {
        whileItIsOnItsWay(() -> consoles.close(room, lake.id(), Message.text("You no longer lead.")));
        Origin channel = new Origin(room, lake.id(), "", Origin.Surface.CHANNEL);

        acts.command(new Heard(channel, "1", "lake", "", ""), new Interaction.Command("console", Map.of()));
        consoles.draw(room, 1, Message.text("The console, later"));
        runErrands();

        assertThat(slack.ephemerals(lake)).extracting(Post::text).containsExactly("You no longer lead.");
        assertThat(slack.home(lake).orElseThrow().shown()).contains("You no longer lead.");
    }

    /** As by another thread, once what stands on it was decided. */
    @Test
    void aConsoleThatIsClosedInTheMiddleOfBeingShownDoesNotStayOnTheHome() throws Exception {
        inTheMiddle(() -> consoles.close(room, lake.id(), Message.text("You no longer lead.")));

        consoles.show(home, CONSOLE, 0, consoles.said(), false);
        runErrands();

        assertThat(slack.home(lake).orElseThrow().shown()).contains("You no longer lead.");
    }

    /** Where somebody takes part is asked in the middle of a drawing. */
    private void inTheMiddle(Runnable done) {
        AtomicBoolean isDone = new AtomicBoolean();
        consoles.beside((team, asked) -> {
            if (!isDone.getAndSet(true)) {
                done.run();
            }
            return Map.of();
        });
    }

    private void whileItIsOnItsWay(Runnable done) {
        when(engine.console(room, person)).thenAnswer(asked -> {
            done.run();
            return Optional.of(CONSOLE);
        });
        when(engine.handle(any())).thenAnswer(asked -> {
            done.run();
            return CompletableFuture.completedFuture(new Reply.Console(CONSOLE));
        });
    }

    private void runErrands() {
        while (!errands.isEmpty()) {
            errands.remove().run();
        }
    }

    private WebApi api() {
        Secret token = new Secret(slack.workspace().botToken());
        return new WebApi(Slack.getInstance(slack.slackConfig()), team -> Optional.of(token));
    }

    /** Nothing is done before the test does it. */
    private Time later() {
        Answer<?> waits = call -> {
            errands.add(call.getArgument(0));
            return null;
        };
        ScheduledExecutorService threads = mock(ScheduledExecutorService.class);
        doAnswer(waits).when(threads).execute(any());
        doAnswer(waits).when(threads).schedule(any(Runnable.class), anyLong(), any());
        Time time = mock(Time.class);
        when(time.threads(any(), anyInt())).thenReturn(threads);
        return time;
    }
}
