package org.lessonbot.app;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lessonbot.app.settings.Settings;
import org.lessonbot.discord.DiscordAdapter;
import org.lessonbot.discord.DiscordSettings;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.slack.Secret;
import org.lessonbot.slack.SlackAdapter;
import org.lessonbot.slack.SlackSettings;
import org.lessonbot.slack.tables.Installations;
import org.lessonbot.slack.tables.TokenCipher;
import org.lessonbot.store.Database;

/** Discord and Slack, each if it is configured. */
final class Chats {
    private final Optional<DiscordAdapter> discord;
    private final Optional<SlackAdapter> slack;

    Chats(Settings settings, Database database, Supplier<Map<String, Edition>> library, Started started) {
        this.discord = settings.discord()
                .map(wanted -> started.add(new DiscordAdapter(
                        discord(wanted), Phrasebook.of(settings.language()), () -> titles(library.get()))));
        this.slack = settings.slack()
                .map(wanted ->
                        started.add(new SlackAdapter(slack(wanted, settings, database), Phrasebook::of, database)));
    }

    private static Map<String, String> titles(Map<String, Edition> library) {
        Map<String, String> titles = new LinkedHashMap<>();
        library.forEach((id, edition) -> titles.put(id, edition.plan().title()));
        return titles;
    }

    List<Platform> platforms() {
        List<Platform> platforms = new ArrayList<>();
        discord.map(DiscordAdapter::platform).ifPresent(platforms::add);
        slack.map(SlackAdapter::platform).ifPresent(platforms::add);
        return platforms;
    }

    /** Begins to connect. Each tries again and again by itself, and says in the log when it is refused. */
    void connect(Engine engine) {
        discord.ifPresent(adapter -> adapter.connect(engine::handle, engine::console));
        slack.ifPresent(adapter -> adapter.connect(engine));
    }

    static DiscordSettings discord(Settings.Discord wanted) {
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
        return slack(
                wanted,
                settings.language(),
                wanted.install()
                        .<SlackSettings.Workspaces>map(install -> new SlackSettings.Many(
                                install.clientId(),
                                new Secret(install.clientSecret()),
                                new Installations(
                                        database,
                                        new TokenCipher(Base64.getEncoder().encodeToString(install.encryptionKey())))))
                        .orElseGet(() -> one(wanted)));
    }

    static SlackSettings.Workspaces one(Settings.Slack wanted) {
        return new SlackSettings.One(new Secret(wanted.botToken().orElse("")));
    }

    static SlackSettings slack(Settings.Slack wanted, String language, SlackSettings.Workspaces workspaces) {
        return new SlackSettings(
                wanted.apiUrl().orElse(SlackSettings.API),
                workspaces,
                wanted.appToken().map(Secret::new),
                wanted.http()
                        .map(http -> new SlackSettings.Http(
                                new Secret(http.signingSecret()), SlackSettings.Http.LOOPBACK, http.port())),
                Set.copyOf(wanted.teachers()),
                language);
    }
}
