package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.function.Function;

/**
 * A method of the Web API.
 *
 * @param token which token it asks for
 * @param tier how often it may be called
 * @param scope what the bot must have been granted for this call, nothing where empty
 * @param answer does it, and throws a {@link SlackError} where Slack answers one
 */
record Method(Token token, Tier tier, Function<Arguments, String> scope, Function<Arguments, JsonObject> answer) {
    enum Token {
        BOT,
        APP,
        /** A bot's or the app's own. */
        EITHER,
        NONE
    }

    /** Calls a minute in each workspace (docs.slack.dev, rate limits). */
    enum Tier {
        /** Documented as "1+": bursts pass, and a client connects twice when it starts. */
        ONE(10),
        TWO(20),
        THREE(50),
        FOUR(100),
        /** auth.test: hundreds a minute. */
        AUTH(600),
        /** chat.postMessage: several hundred a minute, and about one a second in each channel. */
        POST(300);

        final int aMinute;

        Tier(int aMinute) {
            this.aMinute = aMinute;
        }
    }

    static Method ofBot(Tier tier, String scope, Function<Arguments, JsonObject> answer) {
        return new Method(Token.BOT, tier, any -> scope, answer);
    }
}
