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
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Listens for events that JDA could not read. JDA only logs those and goes on, so that a mistake in the fake, or in a
 * new version of JDA, would pass unseen. Loggers are global: one unreadable event fails every fake open at the time.
 */
final class JdaLogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> LOGGERS = List.of(
            "net.dv8tion.jda.internal.requests.WebSocketClient", "net.dv8tion.jda.internal.entities.EntityBuilder");
    private static final List<String> UNREADABLE = List.of(
            "Got an unexpected",
            "Encountered exception on lifecycle level",
            "Failed to",
            "Guild is missing",
            "Received");

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    static JdaLogWatch begin() {
        JdaLogWatch watch = new JdaLogWatch();
        watch.start();
        LOGGERS.forEach(name -> logger(name).addAppender(watch));
        return watch;
    }

    private static Logger logger(String name) {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        while (loggers instanceof SubstituteLoggerFactory) { // another test is just starting SLF4J
            Thread.onSpinWait();
            loggers = LoggerFactory.getILoggerFactory();
        }
        return ((LoggerContext) loggers).getLogger(name);
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean unreadable = UNREADABLE.stream().anyMatch(event.getMessage()::startsWith);
        if (event.getLevel().isGreaterOrEqual(Level.WARN) && unreadable && !closing(event)) {
            complaints.add("JDA could not read an event: " + event.getFormattedMessage());
        }
    }

    /** A bot that is closed while it says hello finds its own threads gone: the event was read all the same. */
    private static boolean closing(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        return cause != null && cause.getClassName().equals(RejectedExecutionException.class.getName());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        LOGGERS.forEach(name -> logger(name).detachAppender(this));
        stop();
    }
}
