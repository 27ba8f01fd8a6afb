package org.lessonbot.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final Deque<T> queue = new ArrayDeque<>();
    private final Thread thread;
    private boolean underWay;
    private boolean closed;

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
    public synchronized boolean offer(T one) {
        if (closed || queue.size() >= QUEUE) {
            return false;
        }
        queue.add(one);
        if (!underWay) {
            notifyAll();
        }
        return true;
    }

    /**
     * The same for whoever may wait as long as a turn takes: where nothing else is to be done it is done at once by the caller's
     * thread, which spares it the way to another and back.
     */
    public boolean offerOrDo(T one) {
        synchronized (this) {
            if (closed || underWay || !queue.isEmpty()) {
                return offer(one);
            }
            underWay = true;
        }
        take(List.of(one));
        return true;
    }

    /** How much waits for a turn. */
    synchronized int waiting() {
        return queue.size();
    }

    private void run() {
        for (List<T> turn = next(); !turn.isEmpty(); turn = next()) {
            take(turn);
        }
    }

    private void take(List<T> turn) {
        try {
            take.accept(turn);
        } catch (RuntimeException failure) {
            log.error("a turn of {} failed", thread.getName(), failure);
        } finally {
            end();
        }
    }

    private synchronized void end() {
        underWay = false;
        notifyAll();
    }

    /** Waits for something to do; nothing once all is done and nothing more is taken. */
    private synchronized List<T> next() {
        while (underWay || queue.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException nobodyMeansIt) {
                // What was taken is done first.
            }
        }
        List<T> turn = new ArrayList<>();
        while (turn.size() < most && !queue.isEmpty()) {
            turn.add(queue.remove());
        }
        underWay = !turn.isEmpty();
        return turn;
    }

    /** Does what waits, then stops. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(LAST_TURN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
