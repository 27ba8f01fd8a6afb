package org.lessonbot.discord;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;

/** The link by which somebody who manages a server invites the bot, with the permissions it needs and no more. */
public final class Invitation {
    private Invitation() {}

    /** The link for the bot of this token, whose first part is the application's id; nothing if it is no bot's token. */
    public static Optional<String> link(String token) {
        try {
            byte[] id = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0].replace("=", ""));
            return Optional.of(new String(id, StandardCharsets.US_ASCII))
                    .filter(digits -> digits.matches("\\d{15,20}"))
                    .map(Invitation::of);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The link for the bot of this application. */
    static String of(String application) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot+applications.commands&permissions=" + Permission.getRaw(Needs.ofAll());
    }

    /** The permissions' names, as Discord shows them. */
    public static String permissions() {
        return Needs.names(Needs.ofAll());
    }
}
