package org.lessonbot.discord;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDAInfo;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.lessonbot.engine.PlatformException;

/** Asks Discord whether it takes the token, and what the bot may do, without opening a session. */
public final class DiscordCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String API = "https://discord.com/api/v" + JDAInfo.DISCORD_REST_VERSION + "/";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private DiscordCheck() {}

    /**
     * What Discord said.
     *
     * @param name the bot's
     * @param lacking in which of the first two hundred servers the bot was not given all that it may come to need, and what of it
     */
    public record Passed(String name, Map<String, String> lacking) {
        public Passed {
            lacking = Collections.unmodifiableMap(new LinkedHashMap<>(lacking));
        }
    }

    /**
     * Asks now.
     *
     * @throws PlatformException.Rejected if Discord refuses the token
     * @throws PlatformException.Transient if Discord is out of reach now
     */
    public static Passed now(DiscordSettings settings) throws PlatformException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            String name =
                    DataObject.fromJson(asked(client, settings, "users/@me")).getString("username");
            return new Passed(name, lacking(DataArray.fromJson(asked(client, settings, "users/@me/guilds"))));
        } catch (IOException | ParsingException failure) {
            throw new PlatformException.Transient("Discord is out of reach: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException.Transient("Discord was not waited for");
        }
    }

    private static String asked(HttpClient client, DiscordSettings settings, String what)
            throws IOException, InterruptedException, PlatformException {
        String base = settings.apiUrl().map(URI::toString).orElse(API);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base.endsWith("/") ? base : base + "/").resolve(what))
                .timeout(PATIENCE)
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", "DiscordBot (" + JDAInfo.GITHUB + ", " + JDAInfo.VERSION + ")")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == UNAUTHORIZED) {
            throw new PlatformException.Rejected("Discord refuses the token");
        }
        if (answer.statusCode() != OK) {
            throw new PlatformException.Transient("Discord answered with status " + answer.statusCode());
        }
        return answer.body();
    }

    /** What a server's roles give; a channel may still take it away. */
    private static Map<String, String> lacking(DataArray servers) {
        Map<String, String> lacking = new LinkedHashMap<>();
        for (int i = 0; i < servers.length(); i++) {
            DataObject server = servers.getObject(i);
            List<Permission> missing = server.getBoolean("owner", false)
                    ? List.of()
                    : Needs.lacking(server.getLong("permissions"), List.copyOf(Needs.ofAll()));
            if (!missing.isEmpty()) {
                lacking.put(server.getString("name"), Needs.names(missing));
            }
        }
        return lacking;
    }
}
