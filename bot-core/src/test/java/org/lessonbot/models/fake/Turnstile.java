package org.lessonbot.models.fake;

import java.time.Duration;

/** Through which all go who ask for words, and at which a test can let them wait. */
final class Turnstile {
    private static final Duration HANGS = Duration.ofMinutes(3);

    private boolean held;
    private boolean open;
    private int atOnce;
    private int mostAtOnce;

    synchronized void enter() {
        atOnce++;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        notifyAll();
    }

    synchronized void leave() {
        atOnce--;
        notifyAll();
    }

    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** From now on nobody waits. */
    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Returns when nobody has to wait; says whether somebody had to. */
    synchronized boolean waited() {
        boolean waits = held;
        try {
            while (held && !open) {
                wait();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        return waits;
    }

    synchronized int atOnce() {
        return atOnce;
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** Returns once so many have entered and not left. */
    synchronized void await(int many) {
        long hangs = System.nanoTime() + HANGS.toNanos();
        try {
            while (atOnce != many && System.nanoTime() < hangs) {
                wait(HANGS.toMillis());
            }
        } catch (InterruptedException over) {
            throw new AssertionError(over);
        }
        if (atOnce != many) {
            throw new AssertionError(atOnce + " wait for words, not " + many);
        }
    }
}
