package org.lessonbot.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints, when a module's tests are over, how many there were, and which did not run and why: a check that is skipped in
 * silence is believed to have passed.
 */
public final class SuiteReport implements TestExecutionListener {
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<String> skipped = new ConcurrentLinkedQueue<>();
    private long start;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        start = System.nanoTime();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(name(test) + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case ABORTED ->
                skipped.add(name(test) + ": "
                        + result.getThrowable().map(SuiteReport::reason).orElse("no reason given"));
            case FAILED -> failed.incrementAndGet();
            case SUCCESSFUL -> ran.addAndGet(test.isTest() ? 1 : 0);
        }
    }

    private static String reason(Throwable aborted) {
        return String.valueOf(aborted.getMessage())
                .replace("Assumption failed: ", "")
                .strip();
    }

    private static String name(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            return method.getJavaClass().getSimpleName() + "." + method.getMethodName();
        }
        return source instanceof ClassSource type ? type.getJavaClass().getSimpleName() : test.getDisplayName();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Path module = Path.of("").toAbsolutePath().getFileName();
        StringBuilder report = new StringBuilder()
                .append(module)
                .append(": ")
                .append(ran.get())
                .append(" tests passed in ")
                .append(Duration.ofNanos(System.nanoTime() - start).toSeconds())
                .append(" s");
        if (failed.get() > 0) {
            report.append(", ").append(failed.get()).append(" FAILED");
        }
        skipped.forEach(test ->
                report.append(System.lineSeparator()).append("  not run: ").append(test));
        System.out.println(report);
    }
}
