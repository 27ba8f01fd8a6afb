package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.ApiCall;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.tables.SharedBudget;
import org.lessonbot.store.Migrated;

/** Two instances on one database, in a workspace whose limits hold for both together, with more to do than a minute allows. */
class SlackTwoInstancesTest {
    private static final int ROOMS = 8;
    private static final int EDITS_A_ROOM = 7;
    private static final int STUDENTS = 106;

    private final Migrated store = Migrated.fresh();
    private FakeSlack slack;
    private ScheduledExecutorService publishers;
    private List<ListeningBot> bots;
    private List<User> students;

    @BeforeEach
    void open() throws InterruptedException {
        slack = FakeSlack.start();
        publishers = slack.time().threads("publishers", ROOMS);
        SlackSettings settings =
                ListeningBot.overSocket(slack, slack.workspace().botToken(), RegisteredApp.APP_TOKEN);
        bots = IntStream.range(0, 2)
                .mapToObj(any -> new ListeningBot(
                                slack,
                                settings,
                                List.of(),
                                Optional.of(new SharedBudget(store.database(), slack.time()::instant)))
                        .letIn())
                .toList();
        slack.awaitSockets(2);
        students = IntStream.range(0, STUDENTS)
                .mapToObj(number -> slack.user("student-" + number))
                .toList();
    }

    @AfterEach
    void close() throws InterruptedException {
        publishers.shutdownNow();
        bots.forEach(ListeningBot::close);
        slack.close();
        store.close();
    }

    private ListeningBot bot(int number) {
        return bots.get(number % bots.size());
    }

    private static Room room(Channel channel) {
        return SlackIds.room(channel.workspace().id(), channel.id());
    }

    @Test
    void slackNeverHasToSlowThemDownAndEverythingIsShown() throws PlatformException {
        List<Channel> rooms = new ArrayList<>();
        for (int number = 0; number < ROOMS; number++) {
            Channel channel = slack.channel("class-" + number, students.get(number));
            rooms.add(channel);
            String address = bot(number).platform().post(room(channel), "1", Message.text("0 of 7"));
            edit(bot(number), room(channel), address, 1);
        }
        for (int number = 0; number < STUDENTS; number++) {
            User student = students.get(number);
            slack.admit(student, rooms.get(0));
            slack.openHome(student);
            bot(number).platform().whisper(room(rooms.get(0)), student.id(), "reveal", Message.text("Your own part"));
            if (number % 2 == 1) {
                List<String> pair = List.of(students.get(number - 1).id(), student.id());
                bot(number / 2).platform().gather(room(rooms.get(0)), "Pair " + number, pair);
            }
        }

        for (Channel channel : rooms) {
            slack.awaitMessage(channel, post -> post.shown().contains(EDITS_A_ROOM + " of 7"));
        }
        for (int number = 0; number < STUDENTS; number++) {
            User student = students.get(number);
            slack.awaitEphemeral(student, said -> said.shown().contains("Your own part"));
            slack.await("a home", () -> slack.home(student));
            if (number % 2 == 1) {
                User partner = students.get(number - 1);
                Channel pair = slack.await("their place", () -> slack.conversationOf(partner, student));
                slack.awaitMessage(pair, said -> said.shown().contains("Pair"));
                assertThat(slack.messages(pair)).hasSize(1);
            }
        }
        assertThat(slack.journal()).extracting(ApiCall::status).containsOnly(200);
    }

    /** As the engine publishes: one change after another, each when its turn has come. */
    private void edit(ListeningBot bot, Room room, String address, int number) {
        publishers.execute(() -> {
            try {
                bot.platform().edit(room, address, Message.text(number + " of 7"));
                if (number < EDITS_A_ROOM) {
                    edit(bot, room, address, number + 1);
                }
            } catch (PlatformException.RateLimited later) {
                var unused = publishers.schedule(
                        () -> edit(bot, room, address, number), later.after().toNanos(), TimeUnit.NANOSECONDS);
            } catch (PlatformException failure) {
                throw new AssertionError(failure);
            }
        });
    }
}
