package org.lessonbot.slack.fake;

import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Menus, stacked modals, homes and private messages look to the real Bolt as they do on the real Slack. */
class FakeSlackScreensTest {
    private static final List<OptionObject> STAGES =
            List.of(option(plainText("Base"), "base"), option(plainText("RLHF"), "rlhf"));

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private FakeSlack slack;
    private App app;
    private SocketModeApp socket;
    private User ada;
    private Channel room;

    @BeforeEach
    void connect() throws Exception {
        slack = FakeSlack.start();
        ada = slack.user("ada");
        room = slack.channel("room", ada);
        app = new App(AppConfig.builder()
                .slack(Slack.getInstance(slack.slackConfig()))
                .singleTeamBotToken(slack.workspace().botToken())
                .signingSecret(RegisteredApp.SIGNING_SECRET)
                .build());
        app.command(
                "/menu",
                (request, context) -> context.ack(asBlocks(section(question -> question.text(plainText("Which stage?"))
                        .accessory(staticSelect(menu -> menu.actionId("guess").options(STAGES)))))));
        app.command("/form", (request, context) -> {
            context.client()
                    .viewsOpen(open ->
                            open.triggerId(request.getPayload().getTriggerId()).view(form("first")));
            return context.ack();
        });
        app.blockAction("guess", (request, context) -> {
            heard.add(
                    request.getPayload().getActions().get(0).getSelectedOption().getValue());
            context.respond(answer -> answer.text("Guessed").replaceOriginal(true));
            return context.ack();
        });
        app.viewSubmission("first", (request, context) -> {
            Map<String, Map<String, ViewState.Value>> values =
                    request.getPayload().getView().getState().getValues();
            heard.add(String.valueOf(values));
            return context.ack(answer -> answer.responseAction("push").view(form("second")));
        });
        app.viewSubmission("second", (request, context) -> context.ack(answer -> answer.responseAction("clear")));
        app.viewClosed("first", (request, context) -> {
            heard.add("closed " + request.getPayload().getView().getPrivateMetadata());
            return context.ack();
        });
        app.event(MemberJoinedChannelEvent.class, (event, context) -> {
            heard.add("joined " + event.getEvent().getUser());
            return context.ack();
        });
        socket = new SocketModeApp(RegisteredApp.APP_TOKEN, app, SocketModeClient.Backend.JavaWebSocket, 10);
        socket.startAsync();
        slack.awaitSockets(1);
    }

    @AfterEach
    void disconnect() throws Exception {
        ToyApp.close(socket);
        slack.close();
    }

    private static View form(String callbackId) {
        View form = ToyApp.form();
        form.setCallbackId(callbackId);
        form.setPrivateMetadata("lesson 7");
        form.setNotifyOnClose(true);
        form.setBlocks(asBlocks(
                input(field -> field.blockId("s")
                        .label(plainText("Stage"))
                        .element(staticSelect(menu -> menu.actionId("stage").options(STAGES)))),
                input(field -> field.blockId("w")
                        .label(plainText("Why"))
                        .optional(true)
                        .element(checkboxes(
                                boxes -> boxes.actionId("why").options(List.of(option(plainText("Tone"), "tone"))))))));
        return form;
    }

    @Test
    void aChoiceInAPrivateMessageReplacesIt() {
        Post menu = slack.slash(ada, room, "/menu", "").awaitShown();

        slack.select(ada, menu, "guess", "rlhf").acked();

        assertThat(heard).containsExactly("rlhf");
        assertThat(menu.shown()).isEqualTo("Guessed");
        assertThat(slack.messages(room)).isEmpty();
    }

    @Test
    void nobodyElseCanChooseInAPrivateMessage() {
        Post menu = slack.slash(ada, room, "/menu", "").awaitShown();
        User bob = slack.user("bob");
        slack.join(bob, room).acked();

        assertThat(heard).containsExactly("joined " + bob.id());
        assertThatThrownBy(() -> slack.select(bob, menu, "guess", "rlhf")).hasMessageContaining("does not see");
        assertThatThrownBy(() -> slack.select(ada, menu, "guess", "sft")).hasMessageContaining("no option sft");
    }

    @Test
    void modalsAreStackedAndClearedTogether() {
        slack.slash(ada, room, "/form", "").acked();
        var first = slack.awaitView(ada);

        slack.submit(ada, first, Map.of("s/stage", "base", "w/why", "tone")).acked();
        var second = slack.awaitView(ada);
        assertThat(second.callbackId()).isEqualTo("second");
        assertThat(second.previousId()).contains(first.id());
        slack.submit(ada, second, Map.of("s/stage", "rlhf")).acked();

        assertThat(slack.view(ada)).isEmpty();
        assertThat(heard).singleElement().asString().contains("base", "tone");
    }

    @Test
    void aFieldThatMustBeFilledInCannotBeLeftOut() {
        slack.slash(ada, room, "/form", "").acked();

        assertThatThrownBy(() -> slack.submit(ada, slack.awaitView(ada), Map.of()))
                .hasMessageContaining("s/stage must be filled in");
        assertThatThrownBy(() -> slack.submit(ada, slack.awaitView(ada), Map.of("s/stage", "base", "x/y", "z")))
                .hasMessageContaining("no fields [x/y]");
    }

    @Test
    void aClosedModalIsReportedToTheAppThatAsksForIt() {
        slack.slash(ada, room, "/form", "").acked();

        slack.close(slack.awaitView(ada)).orElseThrow().acked();

        assertThat(heard).containsExactly("closed lesson 7");
        assertThat(slack.view(ada)).isEmpty();
    }

    @Test
    void aHomeIsPublishedToOnePerson() throws Exception {
        View home = View.builder().type("home").blocks(ToyApp.poll("Lesson 7")).build();
        app.client()
                .viewsPublish(publish -> publish.token(slack.workspace().botToken())
                        .userId(ada.id())
                        .view(home));

        assertThat(slack.home(ada).orElseThrow().shown()).contains("Lesson 7");
        assertThat(slack.home(slack.user("bob"))).isEmpty();
    }
}
