package org.lessonbot.app;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.discord.DiscordAdapter;
import org.lessonbot.discord.DiscordSettings;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.slack.Secret;
import org.lessonbot.slack.SlackAdapter;
import org.lessonbot.slack.SlackSettings;
import org.lessonbot.slack.installations.Installations;
import org.lessonbot.slack.installations.TokenCipher;
import org.lessonbot.store.Database;

/** Discord and Slack, each if it is configured. */
final class Chats {
    private final Optional<DiscordAdapter> discord;
    private final Optional<SlackAdapter> slack;
    private final Words operator;

    /** @param operator words for whoever started the bot */
    Chats(Settings settings, Database database, Words operator, Started started) {
        this.discord = settings.discord()
                .map(wanted -> started.add(new DiscordAdapter(discord(wanted), Phrasebook.of(settings.language()))));
        this.slack = settings.slack()
                .map(wanted -> started.add(new SlackAdapter(slack(wanted, settings, database), Phrasebook::of)));
        this.operator = operator;
    }

    List<Platform> platforms() {
        List<Platform> platforms = new ArrayList<>();
        discord.map(DiscordAdapter::platform).ifPresent(platforms::add);
        slack.map(SlackAdapter::platform).ifPresent(platforms::add);
        return platforms;
    }

    /**
     * Connects. Discord is tried again and again by itself.
     *
     * @throws FailureException if Slack refuses us
     */
    void connect(Function<Interaction, CompletableFuture<Reply>> engine) {
        discord.ifPresent(adapter -> adapter.connect(engine));
        if (slack.isPresent()) {
            try {
                slack.get().connect(engine);
            } catch (PlatformException refused) {
                throw new FailureException(
                        operator.say("cli.slack.refused", String.valueOf(refused.getMessage())), refused);
            }
        }
    }

    private static DiscordSettings discord(Settings.Discord wanted) {
        var shards = wanted.shards();
        return new DiscordSettings(
                wanted.token(),
                wanted.guilds(),
                wanted.teacherRole(),
                new DiscordSettings.Shards(shards.first(), shards.last(), shards.total()),
                wanted.apiUrl(),
                wanted.gatewayUrl());
    }

    private static SlackSettings slack(Settings.Slack wanted, Settings settings, Database database) {
        SlackSettings.Workspaces workspaces = wanted.install()
                .<SlackSettings.Workspaces>map(install -> new SlackSettings.Many(
                        install.clientId(),
                        new Secret(install.clientSecret()),
                        new Installations(
                                database,
                                new TokenCipher(Base64.getEncoder().encodeToString(install.encryptionKey())))))
                .orElseGet(
                        () -> new SlackSettings.One(new Secret(wanted.botToken().orElse(""))));
        return new SlackSettings(
                wanted.apiUrl().orElse(SlackSettings.API),
                workspaces,
                wanted.appToken().map(Secret::new),
                wanted.http()
                        .map(http -> new SlackSettings.Http(
                                new Secret(http.signingSecret()), SlackSettings.Http.LOOPBACK, http.port())),
                Set.copyOf(wanted.teachers()),
                settings.language());
    }
}
