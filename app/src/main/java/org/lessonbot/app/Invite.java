package org.lessonbot.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The link by which a Discord server takes the bot in, with the least permissions that a lesson needs. */
final class Invite {
    /** Bits as Discord's documentation numbers them, under "Permissions". */
    private static final Map<String, Integer> NEEDED = new TreeMap<>(Map.of(
            "View Channel", 10,
            "Send Messages", 11,
            "Create Public Threads", 35,
            "Create Private Threads", 36,
            "Send Messages in Threads", 38));

    private Invite() {}

    static long permissions() {
        return NEEDED.values().stream().mapToLong(bit -> 1L << bit).sum();
    }

    static String names() {
        return String.join(", ", NEEDED.keySet());
    }

    /** The link, made of the application's id, which is the first part of its token. */
    static Optional<String> link(String token) {
        try {
            String id = new String(
                    Base64.getUrlDecoder().decode(token.split("\\.", 2)[0].replace("=", "")),
                    StandardCharsets.US_ASCII);
            return Optional.of(id)
                    .filter(digits -> digits.matches("\\d{15,20}"))
                    .map(digits -> "https://discord.com/oauth2/authorize?client_id=" + digits
                            + "&scope=bot+applications.commands&permissions=" + permissions());
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }
}
