package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.slack.api.Slack;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
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
class SlackPeopleTest {
    /** More people than Slack can be asked about in a minute. */
    private static final int CROWD = 120;

    private final FakeSlack slack;
    private final User creator;
    private final User admin;
    private final Channel channel;
    private final Room room;
    private final SlackPeople people;

    SlackPeopleTest() throws InterruptedException {
        slack = FakeSlack.start();
        creator = slack.user("creator");
        admin = slack.user("admin").admin();
        channel = slack.channel("class", creator, admin);
        room = SlackIds.room(channel.workspace().id(), channel.id());
        Secret token = new Secret(slack.workspace().botToken());
        WebApi api = new WebApi(Slack.getInstance(slack.slackConfig()), team -> Optional.of(token));
        people = new SlackPeople(
                api,
                Set.of(),
                new Budget(RateLimits.OF_SLACK, Optional.empty(), DrivenTime.standing()),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
    }

    private Person student(int number) {
        User student = slack.user("student-" + number);
        return people.who(room, student.id(), "account-" + number);
    }

    @Test
    void aTeacherIsKnownAsOneHoweverManyComeInAtOnce() throws PlatformException {
        assertThat(student(1).name()).isEqualTo("student-1");
        for (int number = 2; number < CROWD; number++) {
            student(number);
        }
        assertThat(student(CROWD).name()).isEqualTo("account-" + CROWD);

        assertThat(people.whoLeads(room, admin.id(), "account").leads()).isTrue();
        assertThat(slack.journal()).allMatch(call -> call.status() == 200);
    }

    @Test
    void nobodyIsTakenForAStudentBecauseSlackCouldNotBeAsked() throws PlatformException {
        slack.troubles().outage("users.info", "503", 1);
        assertThatExceptionOfType(PlatformException.Transient.class)
                .isThrownBy(() -> people.whoLeads(room, admin.id(), "account"));
        assertThat(people.whoLeads(room, admin.id(), "account").leads()).isTrue();
    }

    @Test
    void theCreatorOfAChannelLeadsThereOnceSlackHasSaidSo() throws PlatformException {
        slack.troubles().outage("conversations.info", "503", 1);
        assertThatExceptionOfType(PlatformException.Transient.class)
                .isThrownBy(() -> people.whoLeads(room, creator.id(), "account"));
        assertThat(people.whoLeads(room, creator.id(), "account").leads()).isTrue();
        assertThat(people.whoLeads(room, slack.user("student").id(), "account").leads())
                .isFalse();
    }
}
