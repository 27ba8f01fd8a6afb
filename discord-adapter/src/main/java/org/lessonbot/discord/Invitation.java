package org.lessonbot.discord;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;

/** The link by which somebody who manages a server invites the bot, with the permissions it needs and no more. */
public final class Invitation {
    /** To add somebody to a private thread one must be able to write in threads. */
    private static final Set<Permission> NEEDED = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS);

    private Invitation() {}

    /** The link for the bot of this token, whose first part is the application's id; nothing if it is no bot's token. */
    public static Optional<String> link(String token) {
        try {
            byte[] id = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0].replace("=", ""));
            return Optional.of(new String(id, StandardCharsets.US_ASCII))
                    .filter(digits -> digits.matches("\\d{15,20}"))
                    .map(digits -> "https://discord.com/oauth2/authorize?client_id=" + digits
                            + "&scope=bot+applications.commands&permissions=" + Permission.getRaw(NEEDED));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The permissions' names, as Discord shows them. */
    public static String permissions() {
        return NEEDED.stream().map(Permission::getName).collect(Collectors.joining(", "));
    }
}
