package org.lessonbot.slack;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that work off what waits, and end with the program. */
final class Workers {
    private Workers() {}

    /**
     * So many threads, which come when there is something to do and go when there is not.
     *
     * @param longestQueue more than this may not wait: it is rejected
     */
    static ThreadPoolExecutor of(String name, int most, int longestQueue) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                most, most, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(longestQueue), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    /** Takes nothing more, and waits a moment for what is under way. */
    static void finish(ExecutorService workers, long seconds) {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(seconds, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
