package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds whom a text would notify once {@code allowed_mentions} has had its say. */
final class Mentions {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d+)>|<@&(\\d+)>|@(everyone|here)\\b");

    private Mentions() {}

    /**
     * The mentions that fire, as they are written.
     *
     * @param text all that can be read in the message
     * @param allowed {@code allowed_mentions}; without it everything fires
     * @param mayPingEveryone whether the author may mention everybody
     */
    static List<String> firing(String text, JsonNode allowed, boolean mayPingEveryone) {
        Set<String> parse = new LinkedHashSet<>(
                allowed.isObject() ? Json.strings(allowed.path("parse")) : List.of("users", "roles", "everyone"));
        List<String> users = Json.strings(allowed.path("users"));
        List<String> roles = Json.strings(allowed.path("roles"));
        List<String> firing = new ArrayList<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            boolean fires;
            if (matcher.group(1) != null) {
                fires = parse.contains("users") || users.contains(matcher.group(1));
            } else if (matcher.group(2) != null) {
                fires = parse.contains("roles") || roles.contains(matcher.group(2));
            } else {
                fires = parse.contains("everyone") && mayPingEveryone;
            }
            if (fires && !firing.contains(matcher.group())) {
                firing.add(matcher.group());
            }
        }
        return firing;
    }
}
