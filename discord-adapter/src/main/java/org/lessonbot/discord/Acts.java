package org.lessonbot.discord;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.time.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do at Discord, handed on. It runs on the gateway's thread, where one person's wait would be everybody's: all
 * it does is to hand over, and to see to it that there is an answer in time.
 */
final class Acts extends ListenerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);

    private final Handover handover;
    private final People people;
    private final Access access;
    private final Answers answers;
    private final Words words;
    private final Executor threads;
    private final Clock clock;

    /** @param threads on which is completed what somebody types */
    Acts(Handover handover, People people, Answers answers, Words words, Executor threads, Clock clock) {
        this.handover = handover;
        this.people = people;
        this.access = new Access(words);
        this.answers = answers;
        this.words = words;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        take(event, Optional.empty(), () -> Optional.of(DiscordIds.command(event)));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        take(
                event,
                Optional.of(event.getMessage()),
                () -> Action.parse(event.getComponentId()).map(Interaction.Press::new));
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        take(
                event,
                Optional.of(event.getMessage()),
                () -> Action.parse(event.getComponentId())
                        .map(action -> new Interaction.Pick(action, event.getValues())));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        take(
                event,
                Optional.ofNullable(event.getMessage()),
                () -> Action.parse(event.getModalId())
                        .map(action -> new Interaction.Submit(action, DiscordForms.values(event.getValues()))));
    }

    /** Somebody is typing a time zone: nothing else completes. */
    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue();
        threads.execute(() -> Requests.send(
                event.replyChoices(Zones.find(typed, OptionData.MAX_CHOICES).stream()
                        .map(zone -> new Command.Choice(zone.getId(), zone.getId()))
                        .toList()),
                shown -> {},
                failure -> log.debug("nobody waits for time zones any more", failure)));
    }

    private <E extends GenericInteractionCreateEvent & IReplyCallback> void take(
            E event, Optional<Message> on, Supplier<Optional<? extends Interaction.Act>> act) {
        Answer answer = answers.to(event, on);
        try {
            DataObject payload =
                    Optional.ofNullable(event.getRawData()).orElseThrow().getObject("d");
            Optional<Origin> origin =
                    Origin.of(payload, event.getJDA().getSelfUser().getId());
            if (origin.isPresent()) {
                take(event, origin.get(), act.get(), answer);
            } else {
                answer.give(Reply.whisper(access.elsewhere()));
            }
        } catch (RuntimeException fault) {
            answer.broken(fault);
        }
    }

    private void take(IReplyCallback event, Origin origin, Optional<? extends Interaction.Act> act, Answer answer) {
        Instant at = clock.instant();
        long before = answers.said();
        Optional<Interaction.Command> command =
                act.filter(Interaction.Command.class::isInstance).map(Interaction.Command.class::cast);
        boolean starts = act.filter(Acts::starts).isPresent();
        Optional<org.lessonbot.chat.Message> closed = access.closed(event.getJDA(), origin, starts);
        if (closed.isPresent()) {
            answer.give(Reply.whisper(closed.get()));
            return;
        }
        Person person = people.person(origin, () -> roles(event, origin));
        String about = act.filter(Interaction.Aimed.class::isInstance)
                .map(aimed -> slot(((Interaction.Aimed) aimed).action()))
                .orElse(Whispers.ALONE);
        InteractionHook hook = event.getHook();
        Optional<org.lessonbot.chat.Message> lacks = command.flatMap(typed -> access.letIn(origin));
        answer.tells(answers.ears(hook, origin.room(), person, before, about, () -> {
            if (starts && person.leads()) {
                answers.awaitConsole(hook, origin.room(), person, before);
            }
            lacks.ifPresent(notice -> answers.beside(hook, notice));
        }));
        if (act.isEmpty()) {
            answer.give(Reply.whisper(words.say("refused.unknown")));
            return;
        }
        Interaction interaction = new Interaction(event.getId(), origin.room(), person, at, act.get());
        if (command.filter(Acts::leads).isPresent() && event.getJDA().getStatus() != JDA.Status.CONNECTED) {
            // Discord tells a line that broke off what it missed. Whoever was told that a command failed has typed it
            // again.
            answer.takeUp(() -> handover.pass(interaction, answer));
        } else {
            answers.inTime(answer);
            handover.pass(interaction, answer);
        }
    }

    /** The names of a server's roles, by their ids. */
    private static Map<String, String> roles(IReplyCallback event, Origin origin) {
        return Optional.ofNullable(event.getJDA().getGuildById(origin.guild())).stream()
                .flatMap(guild -> guild.getRoles().stream())
                .collect(Collectors.toMap(Role::getId, Role::getName));
    }

    private static boolean leads(Interaction.Command command) {
        return Verb.command(command.name()).filter(Verb::isForTeachers).isPresent();
    }

    /** Whether a lesson may begin by this, whose console comes after it. */
    private static boolean starts(Interaction.Act act) {
        return act instanceof Interaction.Command command
                ? command.name().equals(Verb.START.word())
                : act instanceof Interaction.Press press
                        && press.action().verb().equals(Verb.START_CLUB.word());
    }

    /** The slot of what the engine says of itself about the same round. */
    private static String slot(Action action) {
        return action.step().isEmpty() ? Whispers.ALONE : action.step() + "/" + action.round();
    }
}
