package org.lessonbot.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.jspecify.annotations.Nullable;
import org.lessonbot.engine.PlatformException;

/**
 * Does one thing at Discord and says in the core's terms why it was not done.
 *
 * <p>Rate limits are told to the caller rather than waited out in JDA's queue: whoever publishes holds a lease while it
 * calls, other rooms wait behind it, and by the time a queued edit went out its count would be old.
 */
final class Faults {
    /** From here on Discord counts edits of a message. */
    private static final Duration OLD = Duration.ofHours(1);
    /** The name that Discord gives to every channel that the bot does not see, since 16 November 2026. */
    private static final String HIDDEN = "___hidden___";

    /** Discord says no time for it: it counts whom a bot writes to in some minutes. */
    private static final Duration TOO_MANY_PEOPLE = Duration.ofMinutes(10);

    /** The first digit of HTTP's statuses that say no. */
    private static final int REFUSED = 4;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Set<JDA.Status> CLOSED = EnumSet.of(JDA.Status.SHUTTING_DOWN, JDA.Status.SHUTDOWN);

    private Faults() {}

    /** What is asked of Discord; JDA refuses some of it by itself. */
    interface Ask<T> {
        RestAction<T> action();
    }

    /** A change to a message that is there. */
    static <T> T change(GuildMessageChannel channel, String message, Instant now, Ask<T> ask) throws PlatformException {
        try {
            return call(channel, ask);
        } catch (PlatformException.RateLimited limited) {
            // JDA hides the code of a 429. At a room's own pace only error 30046, too many edits of an old message, is
            // likely.
            Instant posted =
                    TimeUtil.getTimeCreated(Long.parseUnsignedLong(message)).toInstant();
            if (posted.plus(OLD).isBefore(now)) {
                throw new PlatformException.Gone("the post is too old to be edited so often");
            }
            throw limited;
        }
    }

    static <T> T call(GuildMessageChannel channel, Ask<T> ask) throws PlatformException {
        return call(channel.getJDA(), place(channel), ask);
    }

    /** @param place what it is about, as its operator knows it */
    static <T> T call(JDA shard, String place, Ask<T> ask) throws PlatformException {
        try {
            return tried(shard, place, ask);
        } catch (ErrorResponseException refused) {
            throw fault(place, refused);
        }
    }

    /**
     * Writes to somebody privately.
     *
     * @param channel of the class for which it is
     * @return false if they take no such messages, or are no longer there
     */
    static <T> boolean isTaken(GuildMessageChannel channel, Ask<T> ask) throws PlatformException {
        try {
            tried(channel.getJDA(), place(channel), ask);
            return true;
        } catch (ErrorResponseException refused) {
            switch (refused.getErrorResponse()) {
                case CANNOT_SEND_TO_USER, NO_MUTUAL_GUILDS, UNKNOWN_USER -> {
                    return false;
                }
                case OPEN_DM_TOO_FAST ->
                    throw new PlatformException.RateLimited("Discord asks to write to fewer people", TOO_MANY_PEOPLE);
                default -> throw fault(place(channel), refused);
            }
        }
    }

    private static <T> T tried(JDA shard, String place, Ask<T> ask) throws PlatformException {
        try {
            return done(shard, place, ask.action().submit(false));
        } catch (InsufficientPermissionException missing) {
            throw lacks(place, List.of(missing.getPermission()));
        } catch (ErrorResponseException refused) {
            throw refused;
        } catch (RuntimeException closing) {
            throw new PlatformException.Transient(place + ": " + closing.getMessage());
        }
    }

    /** JDA may say nothing more of what it was asked while it closes, and whoever publishes would wait for ever. */
    private static <T> T done(JDA shard, String place, CompletableFuture<T> asked) throws PlatformException {
        while (true) {
            try {
                return asked.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                if (CLOSED.contains(shard.getStatus())) {
                    asked.cancel(true);
                    throw new PlatformException.Transient(place + ": the bot closes");
                }
            } catch (ExecutionException failed) {
                throw failure(place, failed.getCause());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new PlatformException.Transient(place + ": the bot closes");
            }
        }
    }

    private static PlatformException failure(String place, @Nullable Throwable cause) {
        if (cause instanceof RateLimitedException limited) {
            return new PlatformException.RateLimited(
                    "Discord asks for patience in " + place, Duration.ofMillis(limited.getRetryAfter()));
        }
        if (cause instanceof RuntimeException told) {
            throw told;
        }
        return new PlatformException.Transient(place + ": " + cause);
    }

    /** Whether Discord itself said no; anything else may pass. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof ErrorResponseException answer && answer.getResponse().code / 100 == REFUSED;
    }

    private static PlatformException fault(String place, ErrorResponseException refused) {
        String what = place + ": " + refused.getErrorCode() + " " + refused.getMeaning();
        return switch (refused.getErrorResponse()) {
            // It was archived a moment ago, and JDA has yet to hear of it.
            case ILLEGAL_OPERATION_ARCHIVED_THREAD -> new PlatformException.Transient(what);
            case UNKNOWN_MESSAGE, UNKNOWN_CHANNEL, MAX_OLD_MESSAGE_EDITS, INVALID_AUTHOR_EDIT ->
                new PlatformException.Gone(what);
            case MISSING_ACCESS, MISSING_PERMISSIONS -> new PlatformException.Rejected(what);
            default ->
                refused.isServerError() || refused.getErrorCode() < 0
                        ? new PlatformException.Transient(what)
                        : new PlatformException.Rejected(what);
        };
    }

    static PlatformException.Rejected lacks(GuildMessageChannel channel, List<Permission> permissions) {
        return lacks(place(channel), permissions);
    }

    private static PlatformException.Rejected lacks(String place, List<Permission> permissions) {
        return new PlatformException.Rejected("in " + place + " the bot lacks \"" + Needs.names(permissions) + "\"");
    }

    /** A channel as its operator knows it; by number where Discord hides its name. */
    static String place(GuildMessageChannel channel) {
        String name = channel.getName().equals(HIDDEN) ? channel.getId() : channel.getName();
        return "#" + name + " of " + channel.getGuild().getName();
    }
}
