package org.lessonbot.discord.fake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;

/** The real JDA with a bot that does what a test writes down for each command, button, menu and form. */
final class ScriptedBot extends ListenerAdapter implements AutoCloseable {
    private final Map<String, Consumer<SlashCommandInteractionEvent>> commands = new ConcurrentHashMap<>();
    private final Map<String, Consumer<ButtonInteractionEvent>> buttons = new ConcurrentHashMap<>();
    private final Map<String, Consumer<StringSelectInteractionEvent>> menus = new ConcurrentHashMap<>();
    private final Map<String, Consumer<ModalInteractionEvent>> forms = new ConcurrentHashMap<>();
    private final JDA jda;

    ScriptedBot(FakeDiscord discord) {
        this.jda = discord.at(JDABuilder.createLight(discord.token(), GatewayIntent.GUILD_MESSAGES)
                        .addEventListeners(this))
                .build();
        try {
            jda.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JDA jda() {
        return jda;
    }

    /** A channel as the bot sees it. */
    TextChannel channel(FakeChannel channel) {
        return Optional.ofNullable(jda.getTextChannelById(channel.id())).orElseThrow();
    }

    void onSlash(String line, Consumer<SlashCommandInteractionEvent> script) {
        commands.put(line, script);
    }

    void onPress(String customId, Consumer<ButtonInteractionEvent> script) {
        buttons.put(customId, script);
    }

    void onSelect(String customId, Consumer<StringSelectInteractionEvent> script) {
        menus.put(customId, script);
    }

    void onSubmit(String customId, Consumer<ModalInteractionEvent> script) {
        forms.put(customId, script);
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        commands.getOrDefault(event.getFullCommandName(), ignored -> {}).accept(event);
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        buttons.getOrDefault(event.getComponentId(), ignored -> {}).accept(event);
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        menus.getOrDefault(event.getComponentId(), ignored -> {}).accept(event);
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        forms.getOrDefault(event.getModalId(), ignored -> {}).accept(event);
    }

    @Override
    public void close() {
        jda.shutdown();
        try {
            if (!jda.awaitShutdown(Duration.ofSeconds(5))) {
                jda.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
