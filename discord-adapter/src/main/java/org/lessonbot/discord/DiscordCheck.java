package org.lessonbot.discord;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import net.dv8tion.jda.api.JDAInfo;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.lessonbot.engine.PlatformException;

/** Asks Discord whether it takes the token, without opening a session. */
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
     */
    public record Passed(String name) {}

    /**
     * Asks now.
     *
     * @throws PlatformException.Rejected if Discord refuses the token
     * @throws PlatformException.Transient if Discord is out of reach now
     */
    public static Passed now(DiscordSettings settings) throws PlatformException {
        String base = settings.apiUrl().map(URI::toString).orElse(API);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base.endsWith("/") ? base : base + "/").resolve("users/@me"))
                .timeout(PATIENCE)
                .header("Authorization", "Bot " + settings.token())
                .header("User-Agent", "DiscordBot (" + JDAInfo.GITHUB + ", " + JDAInfo.VERSION + ")")
                .build();
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == UNAUTHORIZED) {
                throw new PlatformException.Rejected("Discord refuses the token");
            }
            if (answer.statusCode() != OK) {
                throw new PlatformException.Transient("Discord answered with status " + answer.statusCode());
            }
            return new Passed(DataObject.fromJson(answer.body()).getString("username"));
        } catch (IOException | ParsingException failure) {
            throw new PlatformException.Transient("Discord is out of reach: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException.Transient("Discord was not waited for");
        }
    }
}
