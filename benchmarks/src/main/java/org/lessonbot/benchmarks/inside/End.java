package org.lessonbot.benchmarks.inside;

/** The end of a process in which threads are left that would keep it alive. */
public final class End {
    private End() {}

    /** From now on a failure of this thread ends the process. */
    public static void withThisThread() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
    }
}
