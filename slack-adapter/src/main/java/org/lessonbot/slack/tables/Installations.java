package org.lessonbot.slack.tables;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.bolt.service.InstallationService;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.lessonbot.slack.Secret;
import org.lessonbot.store.Database;

/** The installations in PostgreSQL, one a workspace. Only bots' tokens are kept: the app asks for no user's. */
public final class Installations implements InstallationService {
    private final Jdbi jdbi;
    private final TokenCipher cipher;

    /** Brings the adapter's own tables up to date. */
    public Installations(Database database, TokenCipher cipher) {
        Migrations.run(database);
        this.jdbi = database.jdbi();
        this.cipher = cipher;
    }

    /**
     * The bot's token in a workspace that has installed the app.
     *
     * @throws TokenCipher.WrongKeyException if it was encrypted with another key
     */
    public Optional<Secret> token(String team) {
        return jdbi.withHandle(handle -> handle.createQuery("select token from slack_installation where team = :team")
                        .bind("team", team)
                        .mapTo(byte[].class)
                        .findOne())
                .map(token -> new Secret(cipher.decrypt(team, token)));
    }

    @Override
    public void saveInstallerAndBot(Installer installer) {
        saveBot(installer.toBot());
    }

    @Override
    public void saveBot(Bot bot) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into slack_installation (team, app, bot, bot_user, scopes, token)
                        values (:team, :app, :bot, :user, :scopes, :token)
                        on conflict (team) do update set
                            app = excluded.app, bot = excluded.bot, bot_user = excluded.bot_user,
                            scopes = excluded.scopes, token = excluded.token, installed_at = now()
                        """)
                .bind("team", bot.getTeamId())
                .bind("app", Optional.ofNullable(bot.getAppId()).orElse(""))
                .bind("bot", Optional.ofNullable(bot.getBotId()).orElse(""))
                .bind("user", Optional.ofNullable(bot.getBotUserId()).orElse(""))
                .bind("scopes", Optional.ofNullable(bot.getBotScope()).orElse(""))
                .bind("token", cipher.encrypt(bot.getTeamId(), bot.getBotAccessToken()))
                .execute());
    }

    @Override
    public @Nullable Bot findBot(@Nullable String enterprise, @Nullable String team) {
        return team == null
                ? null
                : jdbi.withHandle(handle -> handle.createQuery(
                                        "select app, bot, bot_user, scopes, token from slack_installation where team = :team")
                                .bind("team", team)
                                .map((row, context) -> {
                                    Bot bot = new DefaultBot();
                                    bot.setTeamId(team);
                                    bot.setAppId(row.getString("app"));
                                    bot.setBotId(row.getString("bot"));
                                    bot.setBotUserId(row.getString("bot_user"));
                                    bot.setBotScope(row.getString("scopes"));
                                    bot.setBotAccessToken(cipher.decrypt(team, row.getBytes("token")));
                                    return bot;
                                })
                                .findOne())
                        .orElse(null);
    }

    @Override
    public @Nullable Installer findInstaller(
            @Nullable String enterprise, @Nullable String team, @Nullable String user) {
        return null;
    }

    @Override
    public void deleteBot(Bot bot) {
        deleteAll(null, bot.getTeamId());
    }

    @Override
    public void deleteInstaller(Installer installer) {
        // No installer is kept.
    }

    @Override
    public void deleteAll(@Nullable String enterprise, String team) {
        jdbi.useHandle(handle -> handle.execute("delete from slack_installation where team = ?", team));
    }

    @Override
    public boolean isHistoricalDataEnabled() {
        return false;
    }

    @Override
    public void setHistoricalDataEnabled(boolean enabled) {
        // One installation a workspace is enough.
    }
}
