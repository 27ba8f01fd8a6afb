package org.lessonbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real JDA at home in the fake: what works at Discord works here. */
class FakeDiscordTest {
    @SuppressWarnings("NullAway.Init")
    private FakeDiscord discord;

    @SuppressWarnings("NullAway.Init")
    private ScriptedBot bot;

    @SuppressWarnings("NullAway.Init")
    private FakeChannel room;

    @SuppressWarnings("NullAway.Init")
    private FakeMember ada;

    @BeforeEach
    void open() {
        discord = FakeDiscord.start();
        FakeGuild school = discord.guild("School");
        room = school.channel("lesson");
        ada = school.member("Ada");
        bot = new ScriptedBot(discord);
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("lesson", "The lesson")
                        .addSubcommands(new SubcommandData("start", "Begins it")
                                .addOption(OptionType.STRING, "plan", "Which one", true)
                                .addOption(OptionType.USER, "with", "Who helps")))
                .complete();
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    private static MessageCreateData card(String text, Button... buttons) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Container.of(TextDisplay.of(text), ActionRow.of(List.of(buttons))))
                .build();
    }

    private TextChannel channel() {
        return bot.channel(room);
    }

    @Test
    void aSlashCommandIsAnsweredWithComponents() {
        bot.onSlash(
                "lesson start",
                event -> event.reply(card(event.getOption("plan").getAsString(), Button.primary("vote:1", "Base")))
                        .queue());

        FakeMessage reply =
                discord.slash(ada, room, "lesson start", Map.of("plan", "RLHF")).reply();

        assertThat(reply.text()).isEqualTo("RLHF");
        assertThat(reply.buttonLabelled("Base")).isEqualTo("vote:1");
        assertThat(discord.messages(room)).containsExactly(reply);
    }

    @Test
    void aCommandNamesSomebody() {
        bot.onSlash(
                "lesson start",
                event -> event.reply(event.getOption("with").getAsMember().getEffectiveName())
                        .queue());
        FakeMember bob = ada.guild().member("Bob");

        Exchange exchange = discord.slash(ada, room, "lesson start", Map.of("plan", "x", "with", bob));

        assertThat(exchange.reply().text()).isEqualTo("Bob");
    }

    @Test
    void aButtonIsAnsweredWithAWhisper() {
        String id = channel()
                .sendMessage(card("Vote", Button.primary("vote:1", "Base")))
                .complete()
                .getId();
        bot.onPress("vote:1", event -> event.reply("Counted").setEphemeral(true).queue());

        FakeMessage whisper = discord.press(ada, id, "vote:1").whisper();

        assertThat(whisper.text()).isEqualTo("Counted");
        assertThat(discord.messages(room)).doesNotContain(whisper).hasSize(1);
    }

    @Test
    void aWhisperHasButtonsOfItsOwn() {
        bot.onSlash(
                "lesson start",
                event -> event.reply(card("Sure?", Button.danger("yes", "Yes")))
                        .setEphemeral(true)
                        .queue());
        bot.onPress(
                "yes",
                event -> event.editComponents(TextDisplay.of("Started"))
                        .useComponentsV2()
                        .queue());
        FakeMessage whisper =
                discord.slash(ada, room, "lesson start", Map.of("plan", "x")).whisper();

        assertThat(discord.press(ada, whisper.id(), "yes").answer()).isEqualTo(Exchange.Answer.EDIT);

        assertThat(whisper.text()).isEqualTo("Started");
    }

    @Test
    void aFormOpensAndIsSentOff() {
        bot.onSlash(
                "lesson start",
                event -> event.replyModal(Modal.create("ask", "Your question")
                                .addComponents(Label.of(
                                        "Question",
                                        TextInput.create("text", TextInputStyle.PARAGRAPH)
                                                .build()))
                                .build())
                        .queue());
        bot.onSubmit(
                "ask",
                event -> event.reply(event.getValue("text").getAsString()).queue());
        OpenModal form =
                discord.slash(ada, room, "lesson start", Map.of("plan", "x")).modal();

        FakeMessage reply = discord.submit(ada, form, Map.of("text", "Why?")).reply();

        assertThat(form.title()).isEqualTo("Your question");
        assertThat(form.labels()).containsExactly("Question");
        assertThat(reply.text()).isEqualTo("Why?");
    }

    @Test
    void aMenuPassesOnWhatWasChosen() {
        StringSelectMenu menu = StringSelectMenu.create("stage")
                .addOption("Base", "base")
                .addOption("RLHF", "rlhf")
                .build();
        String id = channel()
                .sendMessageComponents(ActionRow.of(menu))
                .useComponentsV2()
                .complete()
                .getId();
        bot.onSelect(
                "stage",
                event ->
                        event.reply(event.getValues().get(0)).setEphemeral(true).queue());

        assertThat(discord.select(ada, id, "stage", "rlhf").whisper().text()).isEqualTo("rlhf");
    }

    @Test
    void aDeferredReplyComesLaterAndIsFollowedUp() {
        bot.onSlash("lesson start", event -> {
            event.deferReply(true).queue();
            event.getHook()
                    .editOriginal("Ready")
                    .queue(edited -> event.getHook()
                            .sendMessage("And more")
                            .setEphemeral(true)
                            .queue());
        });

        Exchange exchange = discord.slash(ada, room, "lesson start", Map.of("plan", "x"));

        assertThat(exchange.answer()).isEqualTo(Exchange.Answer.DEFERRED_REPLY);
        assertThat(exchange.whisper().text()).isEqualTo("Ready");
        assertThat(exchange.followUp(0).text()).isEqualTo("And more");
        assertThat(discord.messages(room)).isEmpty();
    }

    @Test
    void messagesAreEditedAndDeleted() {
        Message posted =
                channel().sendMessage(card("One", Button.primary("a", "A"))).complete();
        FakeMessage seen = discord.messages(room).get(0);

        posted.editMessageComponents(TextDisplay.of("Two")).useComponentsV2().complete();

        assertThat(seen.text()).isEqualTo("Two");
        assertThat(seen.edits()).isEqualTo(1);
        posted.delete().complete();
        assertThat(discord.messages(room)).isEmpty();
    }

    @Test
    void aThreadOpensAndTakesMessages() {
        ThreadChannel opened = channel().createThreadChannel("Group 1", true).complete();
        opened.addThreadMemberById(ada.id()).complete();
        opened.sendMessage("Discuss").complete();
        opened.getManager().setArchived(true).complete();

        FakeChannel thread = discord.threads(room).get(0);
        assertThat(thread.name()).isEqualTo("Group 1");
        assertThat(thread.threadMemberIds()).contains(ada.id());
        assertThat(thread.archived()).isTrue();
        assertThat(discord.messages(thread)).extracting(FakeMessage::text).containsExactly("Discuss");
    }

    @Test
    void aFileIsAttached() {
        channel()
                .sendMessage("The report")
                .addFiles(FileUpload.fromData(new byte[] {1, 2, 3}, "report.csv"))
                .complete();

        assertThat(discord.messages(room).get(0).attachmentNames()).containsExactly("report.csv");
    }

    @Test
    void somebodyIsWrittenToDirectly() {
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessage("Hello")
                .complete();

        assertThat(discord.directMessages(ada)).extracting(FakeMessage::text).containsExactly("Hello");
    }

    @Test
    void mentionsFireUnlessTheyAreNotAllowed() {
        channel().sendMessage("<@" + ada.id() + "> @everyone").complete();
        channel()
                .sendMessage("<@" + ada.id() + ">")
                .setAllowedMentions(List.of())
                .complete();

        assertThat(discord.messages(room).get(0).pings()).containsExactly("<@" + ada.id() + ">");
        assertThat(discord.messages(room).get(1).pings()).isEmpty();
    }
}
