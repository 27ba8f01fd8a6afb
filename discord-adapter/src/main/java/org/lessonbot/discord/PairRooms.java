package org.lessonbot.discord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
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

    private final Map<String, CompletableFuture<ThreadChannel>> threads = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();

    /** Opens the thread of this title unless it is there, and lets these people in, and nobody else stay. */
    void gather(IThreadContainer channel, String title, List<String> people) {
        String name = Limits.fit(PlainText.label(title), NAME);
        String key = channel.getId() + "/" + name;
        threads.computeIfAbsent(key, none -> open(channel, name)).whenComplete((thread, failure) -> {
            if (failure == null) {
                admit(thread, people, members.computeIfAbsent(key, none -> ConcurrentHashMap.newKeySet()));
            } else {
                threads.remove(key);
                log.info("no private thread for {} in {}: {}", name, channel.getName(), failure.getMessage());
            }
        });
    }

    private static CompletableFuture<ThreadChannel> open(IThreadContainer channel, String name) {
        return channel.getThreadChannels().stream()
                .filter(thread -> !thread.isPublic()
                        && thread.isOwner()
                        && thread.getName().equals(name))
                .findFirst()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> channel.createThreadChannel(name, true)
                        .setInvitable(false)
                        .submit());
    }

    private static void admit(ThreadChannel thread, List<String> people, Set<String> inside) {
        for (String person : people) {
            if (inside.add(person)) {
                thread.addThreadMemberById(person).queue(in -> {}, failure -> inside.remove(person));
            }
        }
        for (String person : Set.copyOf(inside)) {
            if (!people.contains(person) && inside.remove(person)) {
                thread.removeThreadMemberById(person).queue(out -> {}, failure -> inside.add(person));
            }
        }
    }
}
