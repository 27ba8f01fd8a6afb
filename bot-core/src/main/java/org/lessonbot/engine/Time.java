package org.lessonbot.engine;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The time by which paces are kept, and the waiting for it. Only tests have another one than the machine's. May be used by
 * many threads at once.
 */
public interface Time {
    /** The machine's own. */
    Time REAL = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public ScheduledExecutorService threads(String name, int atOnce) {
            ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
                    atOnce, work -> daemon(work, name), new ThreadPoolExecutor.DiscardPolicy());
            threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            return threads;
        }

        private Thread daemon(Runnable work, String name) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }
    };

    /** As {@link System#nanoTime()}: only differences mean something. */
    long nanos();

    /**
     * Threads that do something when its time has come. Once they are shut down, what was yet to come is dropped without a
     * word.
     *
     * @param atOnce how many things they do at once
     */
    ScheduledExecutorService threads(String name, int atOnce);
}
