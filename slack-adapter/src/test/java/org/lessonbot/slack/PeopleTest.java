package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.slack.api.Slack;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.DrivenTime;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.User;

/** Who people are, asked of the strict fake with its real limits. */
class PeopleTest {
    /** More people than Slack can be asked about in a minute. */
    private static final int CROWD = 120;

    private final FakeSlack slack;
    private final User creator;
    private final User admin;
    private final Channel channel;
    private final Room room;
    private final People people;

    PeopleTest() throws InterruptedException {
        slack = FakeSlack.start();
        creator = slack.user("creator");
        admin = slack.user("admin").admin();
        channel = slack.channel("class", creator, admin);
        room = SlackIds.room(channel.workspace().id(), channel.id());
        people = people(Runnable::run);
    }

    private People people(Executor threads) {
        Secret token = new Secret(slack.workspace().botToken());
        WebApi api = new WebApi(Slack.getInstance(slack.slackConfig()), team -> Optional.of(token));
        return new People(
                api,
                Set.of(),
                new Budget(RateLimits.OF_SLACK, Optional.empty(), DrivenTime.standing()),
                Clock.systemUTC(),
                threads);
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    private Person leader(User user) throws PlatformException {
        try {
            return people.whoLeads(room, user.id(), "account").join();
        } catch (CompletionException failure) {
            throw (PlatformException) failure.getCause();
        }
    }

    private Person student(int number) {
        User student = slack.user("student-" + number);
        return people.who(room, student.id(), "account-" + number).join();
    }

    @Test
    void aTeacherIsKnownAsOneHoweverManyComeInAtOnce() throws PlatformException {
        assertThat(student(1).name()).isEqualTo("student-1");
        for (int number = 2; number < CROWD; number++) {
            student(number);
        }
        assertThat(student(CROWD).name()).isEqualTo("account-" + CROWD);

        assertThat(leader(admin).leads()).isTrue();
        assertThat(slack.journal()).allMatch(call -> call.status() == 200);
    }

    @Test
    void theirZoneIsTheirProfilesAndNoneIsGuessed() {
        assertThat(people.who(room, creator.in("Asia/Kolkata").id(), "account")
                        .join()
                        .zone())
                .contains(ZoneId.of("Asia/Kolkata"));
        assertThat(people.who(room, slack.user("odd").in("Mars/Olympus").id(), "account")
                        .join()
                        .zone())
                .isEmpty();
    }

    @Test
    void howeverManyWantToKnowSlackIsAskedOnce() {
        ExecutorService askers = Workers.of("askers", 8, Integer.MAX_VALUE);
        People shared = people(askers);
        slack.troubles().hold();
        List<CompletableFuture<Person>> all = IntStream.range(0, CROWD)
                .mapToObj(any -> shared.who(room, admin.id(), "account"))
                .toList();
        slack.troubles().release();

        assertThat(all).allSatisfy(asked -> assertThat(asked.join().leads()).isTrue());
        assertThat(slack.journal("users.info")).hasSize(1);
        assertThat(slack.journal("conversations.info")).hasSize(1);
        Workers.finish(askers, 1);
    }

    /** Slack answers fifty such questions a minute. */
    @Test
    void questionsAboutChannelsAreCountedToo() {
        for (int number = 0; number < CROWD; number++) {
            Channel other = slack.channel("class-" + number, creator);
            people.who(SlackIds.room(other.workspace().id(), other.id()), creator.id(), "account")
                    .join();
        }

        assertThat(slack.journal("conversations.info")).isNotEmpty().allMatch(call -> call.status() == 200);
    }

    @Test
    void whileSlackAsksForPatienceItIsAskedAboutNobody() {
        slack.troubles().rateLimitNext("users.info", Duration.ofSeconds(30));

        for (int number = 1; number < 5; number++) {
            assertThat(student(number).name()).isEqualTo("account-" + number);
        }
        assertThatExceptionOfType(PlatformException.Transient.class).isThrownBy(() -> leader(admin));
        assertThat(slack.journal("users.info")).hasSize(1);
    }

    @Test
    void nobodyIsTakenForAStudentBecauseSlackCouldNotBeAsked() throws PlatformException {
        slack.troubles().outage("users.info", "503", 1);
        assertThatExceptionOfType(PlatformException.Transient.class)
                .isThrownBy(() -> leader(admin))
                .withMessageNotContaining(admin.id());
        assertThat(leader(admin).leads()).isTrue();
    }

    @Test
    void theCreatorOfAChannelLeadsThereOnceSlackHasSaidSo() throws PlatformException {
        slack.troubles().outage("conversations.info", "503", 1);
        assertThatExceptionOfType(PlatformException.Transient.class).isThrownBy(() -> leader(creator));
        assertThat(leader(creator).leads()).isTrue();
        assertThat(leader(slack.user("student")).leads()).isFalse();
    }
}
