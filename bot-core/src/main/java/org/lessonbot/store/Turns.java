package org.lessonbot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does by turns what many ask for at once: whatever comes while a turn is under way waits for the next, and all of a turn is done
 * together, in the order in which it came. So a busy moment costs a few commits, and a calm one waits for nobody.
 */
public final class Turns<T> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final int LAST_TURN_MS = 10_000;

    /** A queue longer than this means that the database is gone. */
    private static final int QUEUE = 20_000;

    private final int most;
    private final Consumer<List<T>> take;
    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins, with one thread.
     *
     * @param most of one turn
     * @param take does a turn; whoever waits for it is told there, of failures too
     */
    public Turns(String name, int most, Consumer<List<T>> take) {
        this.most = most;
        this.take = take;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @return whether it will be done */
    public boolean offer(T one) {
        return !closed && queue.offer(one);
    }

    private void run() {
        List<T> turn = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                turn.add(queue.take());
            } catch (InterruptedException closing) {
                continue;
            }
            queue.drainTo(turn, most - 1);
            try {
                take.accept(List.copyOf(turn));
            } catch (RuntimeException failure) {
                log.error("a turn of {} failed", thread.getName(), failure);
            }
            turn.clear();
        }
    }

    /** Does what waits, then stops. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LAST_TURN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
