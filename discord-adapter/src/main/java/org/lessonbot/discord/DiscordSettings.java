package org.lessonbot.discord;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to be at Discord.
 *
 * @param token the bot's; never logged
 * @param guilds ids of the servers to register the commands in, where they appear at once; empty for all servers
 * @param teacherRole the id of a role, or a name that one role alone has, whose members teach, beside everybody who may manage the channel
 * @param apiUrl of the REST API with its version, instead of Discord's own
 * @param gatewayUrl of the gateway, instead of the one that the REST API names
 */
public record DiscordSettings(
        String token,
        List<String> guilds,
        Optional<String> teacherRole,
        Shards shards,
        Optional<URI> apiUrl,
        Optional<URI> gatewayUrl) {
    public DiscordSettings {
        guilds = List.copyOf(guilds);
    }

    /**
     * Which shards this instance serves.
     *
     * @param first from 0
     * @param last not less than the first
     * @param total over all instances; 0 for as many as Discord recommends, all served here
     */
    public record Shards(int first, int last, int total) {
        public static final Shards ALL = new Shards(0, 0, 0);

        /** Whether a guild's events come to this instance (Discord: {@code (guild_id >> 22) % shards}). */
        boolean serve(long guild) {
            if (total == 0) {
                return true;
            }
            long shard = (guild >>> 22) % total;
            return first <= shard && shard <= last;
        }

        /** How many shards this instance connects, if Discord recommends so many in all. */
        int here(int recommended) {
            return total == 0 ? recommended : last - first + 1;
        }
    }

    @Override
    public String toString() {
        return "DiscordSettings[guilds=" + guilds + ", shards=" + shards + "]";
    }
}
