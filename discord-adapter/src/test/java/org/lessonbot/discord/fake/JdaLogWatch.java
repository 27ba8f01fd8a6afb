package org.lessonbot.discord.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.lessonbot.engine.DrivenTime;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Listens for events that JDA could not read or that nobody could handle. JDA only logs those and goes on, so that a mistake
 * in the fake, or in a new version of JDA, would pass unseen. Whatever JDA warns of fails the test, but for what is said
 * here to be expected. Loggers are global, and JDA's threads bear no bot's name: one complaint fails every fake open at the
 * time.
 */
final class JdaLogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String JDA = "net.dv8tion.jda";
    private static final String NO_OBJECT = "deserialize from String value";

    /** What tests do on purpose: requests that fail are in the fake's journal, lines break and tokens are refused to order. */
    private static final List<Expected> EXPECTED = List.of(
            new Expected("Requester", "There was an I/O error"),
            new Expected("RestRateLimiter", ""),
            new Expected("RestAction", "RestAction queue returned failure"),
            new Expected("WebSocketClient", "Got disconnected from WebSocket"),
            new Expected("WebSocketClient", "Reconnect failed!"),
            new Expected("WebSocketClient", "WebSocket connection was closed and cannot be recovered"));

    private record Expected(String logger, String begins) {
        boolean is(ILoggingEvent event) {
            return event.getLoggerName().endsWith("." + logger)
                    && event.getMessage().startsWith(begins);
        }
    }

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /** A page where JSON should be, which a stand-in only answers to order: perhaps that of another test. */
    private static boolean isUnreadable(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        while (cause != null && !String.valueOf(cause.getMessage()).contains(NO_OBJECT)) {
            cause = cause.getCause();
        }
        return cause != null && event.getLoggerName().endsWith(".Requester");
    }

    static JdaLogWatch begin() {
        JdaLogWatch watch = new JdaLogWatch();
        Logger jda = logger(JDA);
        watch.setContext(jda.getLoggerContext());
        watch.start();
        jda.addAppender(watch);
        return watch;
    }

    private static Logger logger(String name) {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        while (loggers instanceof SubstituteLoggerFactory) { // another test is just starting SLF4J
            DrivenTime.lookAgainSoon();
            loggers = LoggerFactory.getILoggerFactory();
        }
        return ((LoggerContext) loggers).getLogger(name);
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean expected = EXPECTED.stream().anyMatch(one -> one.is(event)) || closing(event) || isUnreadable(event);
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && !expected) {
            complaints.add("JDA complains: " + event.getLoggerName() + ": " + event.getFormattedMessage());
        }
    }

    /** A bot that is closed while it says hello finds its session's own threads gone. */
    private static boolean closing(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        return event.getLoggerName().endsWith(".WebSocketClient")
                && cause != null
                && cause.getClassName().equals(RejectedExecutionException.class.getName());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        logger(JDA).detachAppender(this);
        stop();
    }
}
