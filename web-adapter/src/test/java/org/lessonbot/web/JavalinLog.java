package org.lessonbot.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.lessonbot.engine.DrivenTime;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Passes on what Javalin could not handle: it logs that and goes on, and a test would not see it. Loggers are global, so tests
 * that run beside this one may be the cause.
 */
final class JavalinLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger javalin = logback().getLogger("io.javalin");
    private final Consumer<String> complaints;

    JavalinLog(Consumer<String> complaints) {
        this.complaints = complaints;
        start();
        javalin.addAppender(this);
    }

    /** Another test's thread may be setting the logging up just now; until it is done, stand-ins are handed out. */
    private static LoggerContext logback() {
        while (LoggerFactory.getILoggerFactory() instanceof SubstituteLoggerFactory) {
            DrivenTime.lookAgainSoon();
        }
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && event.getThrowableProxy() != null) {
            complaints.accept("Javalin: " + event.getFormattedMessage() + ": "
                    + event.getThrowableProxy().getMessage());
        }
    }

    @Override
    public void close() {
        javalin.detachAppender(this);
        stop();
    }
}
