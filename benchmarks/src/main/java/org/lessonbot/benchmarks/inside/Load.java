package org.lessonbot.benchmarks.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Clients each of whom does the next thing once the last is answered; two threads serve them all, as in pgbench. */
final class Load {
    private static final int THREADS = 2;
    private static final double SECOND = 1e9;

    private final IntPredicate more;
    private final Act act;
    private final AtomicInteger begun = new AtomicInteger();
    private final long begin = System.nanoTime();
    private final ExecutorService hands = Executors.newFixedThreadPool(THREADS);

    private Load(IntPredicate more, Act act) {
        this.more = more;
        this.act = act;
    }

    /** What a client does. */
    @FunctionalInterface
    interface Act {
        /** @param nth of all that is done, from 0 */
        CompletionStage<?> by(int client, int nth);
    }

    /** Goes on for so long. */
    static Done during(double seconds, int clients, Act act) {
        long end = System.nanoTime() + (long) (seconds * SECOND);
        return new Load(nth -> System.nanoTime() < end, act).run(clients);
    }

    /** Does so many things. */
    static Done times(int count, int clients, Act act) {
        return new Load(nth -> nth < count, act).run(clients);
    }

    private Done run(int clients) {
        try {
            List<Client> all = IntStream.range(0, clients).mapToObj(Client::new).toList();
            all.forEach(client -> hands.execute(client::next));
            all.forEach(client -> client.end.join());
            return new Done(
                    all.stream().flatMapToLong(client -> client.of(0)).sorted().toArray(),
                    all.stream().flatMapToLong(client -> client.of(1)).sorted().toArray());
        } finally {
            hands.shutdown();
        }
    }

    /**
     * What was done.
     *
     * @param waits the nanoseconds each took, shortest first
     * @param ends at which nanosecond of the run each was answered, first to last
     */
    record Done(long[] waits, long[] ends) {
        double rate() {
            return ends.length * SECOND / ends[ends.length - 1];
        }

        double quantileMs(double share) {
            return waits[(int) Math.min(waits.length - 1, Math.ceil(share * waits.length) - 1)] / 1e6;
        }

        /** How many a second the first of them were. */
        double firstRate(int count) {
            return count * SECOND / ends[count - 1];
        }

        /** How many a second the last of them were. */
        double lastRate(int count) {
            return count * SECOND / (ends[ends.length - 1] - ends[ends.length - 1 - count]);
        }
    }

    private final class Client {
        private final int number;
        private final List<long[]> done = new ArrayList<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        Client(int number) {
            this.number = number;
        }

        void next() {
            int nth = begun.getAndIncrement();
            if (!more.test(nth)) {
                end.complete(null);
                return;
            }
            long asked = System.nanoTime();
            try {
                var unused = act.by(number, nth).whenCompleteAsync((reply, failure) -> answered(asked, failure), hands);
            } catch (RuntimeException failure) {
                end.completeExceptionally(failure);
            }
        }

        private void answered(long asked, @Nullable Throwable failure) {
            if (failure != null) {
                end.completeExceptionally(failure);
                return;
            }
            long now = System.nanoTime();
            done.add(new long[] {now - asked, now - begin});
            next();
        }

        LongStream of(int column) {
            return done.stream().mapToLong(one -> one[column]);
        }
    }
}
