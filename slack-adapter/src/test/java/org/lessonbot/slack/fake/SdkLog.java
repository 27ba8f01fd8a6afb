package org.lessonbot.slack.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.lessonbot.engine.DrivenTime;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Listens for Slack's SDK saying that it could not read what it was sent, which it only logs. Loggers are shared by all
 * tests of a JVM, so one that runs beside the guilty one may fail with it.
 */
final class SdkLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> UNREADABLE = List.of(
            "No request pattern detected",
            "Failed to poll a message or run processMessage",
            "JsonSyntaxException",
            "JsonParseException");

    private final World world;
    private final Logger logger = logback().getLogger("com.slack.api");

    SdkLog(World world) {
        this.world = world;
    }

    void listen() {
        start();
        logger.addAppender(this);
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
        String said = describe(event);
        // What comes while an app closes finds its threads gone, and means nothing.
        boolean closing = said.contains(RejectedExecutionException.class.getName());
        boolean unreadable = UNREADABLE.stream().anyMatch(said::contains);
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && unreadable && !closing) {
            world.violation(said);
        }
    }

    private static String describe(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null
                ? ""
                : event.getThrowableProxy().getClassName() + " "
                        + event.getThrowableProxy().getMessage();
        return event.getFormattedMessage() + " " + thrown;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
