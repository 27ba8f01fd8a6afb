package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.Post;
import org.lessonbot.slack.fake.RegisteredApp;
import org.lessonbot.slack.fake.User;
import org.lessonbot.slack.fake.View;
import org.lessonbot.slack.fake.Workspace;
import org.lessonbot.slack.tables.Installations;
import org.lessonbot.slack.tables.TokenCipher;
import org.lessonbot.store.Migrated;
import org.slf4j.LoggerFactory;

/** What the log says, and what it must never say. Alone in its JVM for the while, for all loggers are turned up. */
@Isolated
class SlackLogTest {
    private static final Action ASK = new Action(1, "", 0, "ask", "");
    private static final Message POST =
            Message.of(new Block.Heading("A question"), Block.Buttons.of(Button.primary(ASK, "Ask")));
    private static final Form FORM =
            new Form(ASK, "Ask", List.of(Form.Field.line("thought", "Your question", "", "", true, 99)), "Send");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger house = (Logger) LoggerFactory.getLogger("org.lessonbot");
    private final Logger sdk = (Logger) LoggerFactory.getLogger("com.slack");
    private final Level[] before = {root.getLevel(), house.getLevel()};
    private final List<Appender<ILoggingEvent>> elsewhere = new ArrayList<>();
    private final Said said = new Said();
    private FakeSlack slack;

    /** Every line of the log, with what was thrown. */
    private static final class Said extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @BeforeEach
    void listen() throws InterruptedException {
        root.iteratorForAppenders().forEachRemaining(elsewhere::add);
        elsewhere.forEach(root::detachAppender);
        said.start();
        root.addAppender(said);
        root.setLevel(Level.DEBUG);
        house.setLevel(Level.DEBUG);
        // As the program has it: at DEBUG the SDK writes all that it sends and is sent.
        sdk.setLevel(Level.INFO);
        slack = FakeSlack.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        slack.close();
        root.setLevel(before[0]);
        house.setLevel(before[1]);
        sdk.setLevel(null);
        root.detachAppender(said);
        elsewhere.forEach(root::addAppender);
    }

    private void assertUnsaid(String... secrets) {
        assertThat(said.lines).isNotEmpty();
        assertThat(said.lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    @Test
    void aClassOverASocketLeavesNoSecretInTheLog() throws PlatformException {
        try (ListeningBot bot = ListeningBot.in(slack)) {
            takeATurn(bot, slack.channel("class", slack.user("ms-rivers")), slack.user("ada"));
        }

        assertUnsaid(slack.workspace().botToken(), RegisteredApp.APP_TOKEN, "/response/", "ticket=");
    }

    /** A command, a form that is sent, a post that changes, and what is whispered. */
    private void takeATurn(ListeningBot bot, Channel channel, User student) throws PlatformException {
        Room room = SlackIds.room(channel.workspace().id(), channel.id());
        slack.admit(student, channel);
        slack.slash(student, channel, "/lesson", "join").awaitShown();
        String address = bot.platform().post(room, "1", POST);
        bot.platform().edit(room, address, POST.then(new Block.Text("1 of 1")));
        bot.answers(new Reply.OpenForm(FORM));
        Post post = slack.awaitMessage(channel, shown -> shown.shown().contains("1 of 1"));
        slack.press(student, post, post.actionIds().get(0)).acked();
        View form = slack.awaitView(student);
        bot.answers(Reply.whisper("Thank you"));
        slack.submit(student, form, Map.of("thought/value", "Why?")).acked();
        slack.awaitEphemeral(student, shown -> shown.shown().contains("Thank you"));
        bot.platform().whisper(room, student.id(), "reveal", Message.text("Your own part"));
        slack.awaitEphemeral(student, shown -> shown.shown().contains("Your own part"));
    }

    private SlackSettings installable(Migrated store, int key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        TokenCipher cipher = new TokenCipher(Base64.getEncoder().encodeToString(bytes));
        return ListeningBot.overHttp(
                slack,
                new SlackSettings.Many(
                        RegisteredApp.CLIENT_ID,
                        new Secret(RegisteredApp.CLIENT_SECRET),
                        new Installations(store.database(), cipher)));
    }

    @Test
    void aRefusedTokenIsNotInTheLog() {
        try (ListeningBot bot =
                new ListeningBot(slack, ListeningBot.overSocket(slack, "xoxb-not-this-one", "xapp-nor-this-one"))) {
            assertThatThrownBy(bot::letIn).hasMessageContaining("invalid_auth");
        }

        assertUnsaid("xoxb-not-this-one", "xapp-nor-this-one");
    }

    @Test
    void anInstallationLeavesNoSecretInTheLog() throws Exception {
        try (Migrated store = Migrated.fresh()) {
            Workspace other = slack.workspace("other-school");
            try (ListeningBot bot = new ListeningBot(slack, installable(store, 0)).letIn()) {
                slack.deliverTo(bot.adapter().address().orElseThrow());
                SlackInstall install = SlackInstall.of(slack, bot, other);
                takeATurn(bot, slack.channel("class", slack.user(other, "ms-rivers")), slack.user(other, "ben"));

                assertUnsaid(
                        other.botToken(),
                        RegisteredApp.SIGNING_SECRET,
                        RegisteredApp.CLIENT_SECRET,
                        install.code(),
                        "/response/");
            }
        }
    }

    @Test
    void aWorkspaceWhoseTokenNobodyCanReadIsNamedAndTheOthersGoOn() throws Exception {
        try (Migrated store = Migrated.fresh()) {
            Workspace old = slack.workspace("old-school");
            Workspace other = slack.workspace("other-school");
            try (ListeningBot bot = new ListeningBot(slack, installable(store, 0)).letIn()) {
                SlackInstall.of(slack, bot, old);
            }
            try (ListeningBot bot = new ListeningBot(slack, installable(store, 1)).letIn()) {
                slack.deliverTo(bot.adapter().address().orElseThrow());
                SlackInstall.of(slack, bot, other);
                said.lines.clear();
                User ada = slack.user(old, "ada");
                slack.slash(ada, slack.channel("class", ada), "/lesson", "me").awaitShown();

                assertThat(said.lines)
                        .filteredOn(line -> line.contains(old.id()) && line.contains("encrypted with another key"))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line)
                                .contains("Configure the old key, or let the workspace install the app again")
                                .doesNotContain("not understood"));
                User ben = slack.user(other, "ben");
                assertThat(slack.slash(ben, slack.channel("class", ben), "/lesson", "me")
                                .awaitShown()
                                .shown())
                        .contains("heard");

                SlackInstall.of(slack, bot, old);
                assertThat(slack.slash(ada, slack.channel("class", ada), "/lesson", "me")
                                .awaitShown()
                                .shown())
                        .contains("heard");
            }
        }
    }
}
