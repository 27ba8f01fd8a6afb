package org.lessonbot.slack.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Listens for Slack's SDK saying that it could not read what it was sent, which it only logs. Loggers are shared by all
 * tests of a JVM, so one that runs beside the guilty one may fail with it.
 */
final class SdkLog implements AutoCloseable {
    private static final List<String> UNREADABLE = List.of(
            "No request pattern detected",
            "Failed to poll a message or run processMessage",
            "JsonSyntaxException",
            "JsonParseException",
            "Failed to parse");

    private final Logger logger = logback().getLogger("com.slack.api");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    SdkLog() {
        appender.start();
        logger.addAppender(appender);
    }

    /** Another test's thread may be setting the logging up just now; until it is done, stand-ins are handed out. */
    private static LoggerContext logback() {
        while (LoggerFactory.getILoggerFactory() instanceof SubstituteLoggerFactory) {
            Thread.onSpinWait();
        }
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** What the SDK could not read since the start. */
    List<String> complaints() {
        return Stream.of(appender.list.toArray(ILoggingEvent[]::new))
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(SdkLog::describe)
                .filter(said -> UNREADABLE.stream().anyMatch(said::contains))
                // What comes while an app closes finds its threads gone.
                .filter(said -> !said.contains(RejectedExecutionException.class.getName()))
                .toList();
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
        logger.detachAppender(appender);
        appender.stop();
    }
}
