package org.lessonbot.slack.fake;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** The least app that does one of everything, on the real Bolt. */
final class ToyApp {
    final App app;
    final MethodsClient client;
    final AtomicInteger homesOpened = new AtomicInteger();
    /** Whoever presses "Stall" waits for this. */
    final CompletableFuture<Void> released = new CompletableFuture<>();

    /** Closes a socket for good: the SDK leaves ten tasks behind, each of which looks a hundred times a second for messages. */
    static void close(SocketModeApp socket) throws Exception {
        ScheduledExecutorService looking = socket.getClient().getMessageProcessorExecutor();
        socket.close();
        looking.shutdownNow();
    }

    ToyApp(FakeSlack slack) {
        String token = slack.workspace().botToken();
        Slack sdk = Slack.getInstance(slack.slackConfig());
        client = sdk.methods(token);
        app = new App(AppConfig.builder()
                .slack(sdk)
                .singleTeamBotToken(token)
                .signingSecret(RegisteredApp.SIGNING_SECRET)
                .build());
        app.command("/lesson", (request, context) -> {
            String channel = request.getPayload().getChannelId();
            client.chatPostMessage(post -> post.channel(channel).text("A poll").blocks(poll("0 votes")));
            return context.ack("Started");
        });
        app.blockAction("vote", (request, context) -> {
            String channel = request.getPayload().getChannel().getId();
            client.chatPostEphemeral(note -> note.channel(channel)
                    .user(request.getPayload().getUser().getId())
                    .text("You voted "
                            + request.getPayload().getActions().get(0).getValue()));
            context.respond(answer -> answer.text("and thanks").responseType("ephemeral"));
            return context.ack();
        });
        app.blockAction("ask", (request, context) -> {
            client.viewsOpen(
                    open -> open.triggerId(request.getPayload().getTriggerId()).view(form()));
            return context.ack();
        });
        app.blockAction("stall", (request, context) -> {
            released.join();
            return context.ack();
        });
        app.viewSubmission("question", (request, context) -> {
            ViewState state = request.getPayload().getView().getState();
            String text = Optional.ofNullable(state.getValues().get("q"))
                    .map(field -> field.get("text"))
                    .map(ViewState.Value::getValue)
                    .orElse("");
            return text.endsWith("?")
                    ? context.ack()
                    : context.ackWithErrors(Map.of("q", "A question ends with a question mark"));
        });
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            homesOpened.incrementAndGet();
            return context.ack();
        });
    }

    static List<LayoutBlock> poll(String count) {
        return asBlocks(
                section(block -> block.text(markdownText(count))),
                actions(asElements(
                        button(vote -> vote.actionId("vote").value("A").text(plainText("Vote for A"))),
                        button(ask -> ask.actionId("ask").text(plainText("Ask"))),
                        button(stall -> stall.actionId("stall").text(plainText("Stall"))))));
    }

    static View form() {
        return view(form -> form.type("modal")
                .callbackId("question")
                .title(viewTitle(title -> title.type("plain_text").text("A question")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Send")))
                .blocks(asBlocks(input(field -> field.blockId("q")
                        .label(plainText("Your question"))
                        .element(plainTextInput(text -> text.actionId("text").maxLength(200)))))));
    }
}
