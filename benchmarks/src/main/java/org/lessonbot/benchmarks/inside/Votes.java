package org.lessonbot.benchmarks.inside;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** As many votes as people, within a second: how often is one post edited for it, and is the last edit right? */
final class Votes {
    private static final long SECOND = 1_000_000_000L;

    private Votes() {}

    /** @param given {@code people} who vote */
    static Map<String, Double> measure(Sql sql, Arguments given) throws ReflectiveOperationException, SQLException {
        Map<String, Double> figures = new HashMap<>();
        for (String chat : new String[] {"Web", "Discord"}) {
            figures.putAll(vote(sql, chat, given.number("people", 1_000)));
        }
        return figures;
    }

    private static Map<String, Double> vote(Sql sql, String chat, int people)
            throws ReflectiveOperationException, SQLException {
        Duration pace = Parts.pace(chat + "Platform");
        Duration quiet = pace.multipliedBy(3).plusSeconds(1);
        Silence platform = new Silence(pace);
        try (Classroom classroom = Classroom.open(sql, chat, people, platform)) {
            await(platform, quiet);
            Map<String, Integer> before = platform.edits();
            long begin = System.nanoTime();
            CompletableFuture<?>[] votes = IntStream.range(0, people)
                    .mapToObj(person -> {
                        LockSupport.parkNanos(begin + person * SECOND / people - System.nanoTime());
                        return classroom.guess(person).toCompletableFuture();
                    })
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(votes).join();
            double seconds = (System.nanoTime() - begin) / 1e9;
            await(platform, quiet);
            classroom.audit();
            int most = platform.edits().entrySet().stream()
                    .mapToInt(edits -> edits.getValue() - before.getOrDefault(edits.getKey(), 0))
                    .max()
                    .orElse(0);
            String last = people + " of " + people;
            boolean exact = shown(platform.shown().values()).contains(last);
            return Map.of(
                    chat + ".edits", (double) most, chat + ".exact", exact ? 1.0 : 0.0, chat + ".seconds", seconds);
        }
    }

    /** Numbers in it as computers write them. */
    private static String shown(Collection<?> posts) {
        return posts.toString().replaceAll("(\\d),(\\d{3})", "$1$2");
    }

    private static void await(Silence platform, Duration quiet) {
        while (platform.rest().compareTo(quiet) < 0) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
