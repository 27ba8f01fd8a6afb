package org.lessonbot.discord;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private threads in which pairs talk. They are a convenience beside the list of pairs, so they are opened in JDA's own
 * time, within Discord's limits, and nobody waits for them.
 */
final class PairRooms {
    /** Characters of a thread's name. */
    static final int NAME = 100;

    private static final Logger log = LoggerFactory.getLogger(PairRooms.class);

    /** Some sixty classes' worth. Of a pair beyond them the thread is found again, though not who was let in before. */
    private static final int MOST = 1_000;

    /** Refusals that the next pair would meet too. */
    private static final Set<ErrorResponse> FOR_GOOD = EnumSet.of(
            ErrorResponse.MISSING_ACCESS, ErrorResponse.MISSING_PERMISSIONS, ErrorResponse.INVALID_CHANNEL_TYPE);

    /** What the first pair of each channel was answered. */
    private final Map<String, CompletableFuture<ThreadChannel>> first = recent();

    private final Map<String, PairRoom> rooms = recent();

    /** A map of what was asked for lately. */
    private static <V> Map<String, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * Opens the thread of this title unless it is there, and lets these people in, and nobody else stay.
     *
     * @param refused hears why Discord opens none in this channel
     */
    synchronized void gather(IThreadContainer channel, String title, List<String> people, Consumer<String> refused) {
        String name = Limits.fit(PlainText.label(title), NAME);
        String key = channel.getId() + "/" + name;
        rooms.computeIfAbsent(key, none -> new PairRoom(find(channel, name)))
                .seat(List.copyOf(people))
                .exceptionally(failure -> {
                    forget(key);
                    log.info("no private thread for {} in {}: {}", name, channel.getName(), failure.getMessage());
                    if (stays(failure)) {
                        refused.accept(String.valueOf(failure.getMessage()));
                    }
                    return null;
                });
    }

    /** A thread, or a channel with all its threads, is no longer there: whoever is gathered next gets another. */
    synchronized void deleted(String id) {
        first.remove(id);
        rooms.keySet().removeIf(key -> key.startsWith(id + "/"));
        // Discord may tell of it before its answer to whoever had it opened is read.
        Map.copyOf(rooms)
                .forEach((key, room) -> room.thread.thenAccept(thread -> {
                    if (thread.getId().equals(id)) {
                        forget(key, room);
                    }
                }));
    }

    private synchronized void forget(String key, PairRoom room) {
        rooms.remove(key, room);
    }

    /** What was refused in this channel may be granted now. */
    synchronized void askAnew(String channel) {
        first.remove(channel);
    }

    private synchronized void forget(String key) {
        rooms.remove(key);
    }

    private CompletableFuture<ThreadChannel> find(IThreadContainer channel, String name) {
        return channel.getGuild().getThreadChannelCache().stream()
                .filter(thread -> isIn(thread, channel)
                        && !thread.isPublic()
                        && thread.isOwner()
                        && thread.getName().equals(name))
                .findFirst()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> ask(channel, name));
    }

    /** JDA lists a thread a moment before it knows where it is; such a one is not there yet. */
    private static boolean isIn(ThreadChannel thread, IThreadContainer channel) {
        try {
            return thread.getParentChannel().getIdLong() == channel.getIdLong();
        } catch (NullPointerException | IllegalStateException halfKnown) {
            return false;
        }
    }

    /** The first asks for all: what Discord refuses it for good, the others need not ask. */
    private CompletableFuture<ThreadChannel> ask(IThreadContainer channel, String name) {
        CompletableFuture<ThreadChannel> asked = first.get(channel.getId());
        CompletableFuture<ThreadChannel> open = asked == null
                ? open(channel, name)
                : asked.handle((thread, failure) -> stays(failure) ? asked : open(channel, name))
                        .thenCompose(then -> then);
        first.putIfAbsent(channel.getId(), open);
        return open;
    }

    private static CompletableFuture<ThreadChannel> open(IThreadContainer channel, String name) {
        try {
            return channel.createThreadChannel(name, true).setInvitable(false).submit();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static boolean stays(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof ErrorResponseException refused && FOR_GOOD.contains(refused.getErrorResponse());
    }

    /** One thread and those in it. Changes follow one another, so that nobody is led out before they were let in. */
    private static final class PairRoom {
        private final Set<String> inside = new HashSet<>();
        private final CompletableFuture<ThreadChannel> thread;
        private CompletableFuture<ThreadChannel> last;

        PairRoom(CompletableFuture<ThreadChannel> thread) {
            this.thread = thread;
            this.last = thread;
        }

        synchronized CompletableFuture<ThreadChannel> seat(List<String> people) {
            for (String person : people) {
                if (inside.add(person)) {
                    follow(thread -> thread.addThreadMemberById(person));
                }
            }
            for (String person : List.copyOf(inside)) {
                if (!people.contains(person) && inside.remove(person)) {
                    follow(thread -> thread.removeThreadMemberById(person));
                }
            }
            return last;
        }

        private void follow(Function<ThreadChannel, RestAction<?>> change) {
            last = last.thenCompose(thread -> change.apply(thread).submit().handle((done, failure) -> {
                if (failure != null) {
                    log.info("{}: {}", thread.getName(), failure.getMessage());
                }
                return thread;
            }));
        }
    }
}
