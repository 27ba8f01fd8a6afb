package org.lessonbot.discord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Room;

/**
 * What things of the core are called at Discord, and the other way round. A room is {@code guild/channel}; a person, a post
 * and an interaction go by their snowflakes; a button carries its action's id as it is.
 */
final class DiscordIds {
    static final String PLATFORM = "discord";

    /** Discord takes 25 characters; 18 bytes are 24 of them in base 64. */
    private static final int NONCE_BYTES = 18;

    private DiscordIds() {}

    static Room room(long guild, long channel) {
        return new Room(PLATFORM, Long.toUnsignedString(guild) + "/" + Long.toUnsignedString(channel));
    }

    static long guild(Room room) {
        return Long.parseUnsignedLong(room.id().substring(0, room.id().indexOf('/')));
    }

    static long channel(Room room) {
        return Long.parseUnsignedLong(room.id().substring(room.id().indexOf('/') + 1));
    }

    /** A nonce for a post: the same key gives the same nonce. */
    static String nonce(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, NONCE_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code /lesson start lesson:…}; somebody named in an option goes by their id. */
    static Interaction.Command command(CommandInteractionPayload event) {
        Map<String, String> options = event.getOptions().stream()
                .collect(Collectors.toUnmodifiableMap(OptionMapping::getName, OptionMapping::getAsString));
        Set<String> people = event.getOptionsByType(OptionType.USER).stream()
                .map(OptionMapping::getName)
                .collect(Collectors.toUnmodifiableSet());
        return new Interaction.Command(String.valueOf(event.getSubcommandName()), options, List.of(), people);
    }
}
