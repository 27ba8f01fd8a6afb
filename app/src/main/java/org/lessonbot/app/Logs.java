package org.lessonbot.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log: warnings on the terminal, everything in a file beside the data. */
final class Logs {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{24}"
            // What others wrote begins no line of its own.
            + " %replace(%msg){'[\\r\\n]+', ' '}%n";
    private static final int DAYS = 30;

    private Logs() {}

    /** Where today's log is. */
    static Path file(Path folder) {
        return folder.resolve("lesson-bot.log");
    }

    /** From now on also writes into the folder: a file a day, kept for a month. */
    static Path toFile(Path folder, boolean json) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Path file = file(folder);
        Encoder<ILoggingEvent> encoder = json ? objects() : lines();
        encoder.setContext(context);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve("lesson-bot.%d{yyyy-MM-dd}.%i.log.gz").toString());
        rolling.setMaxHistory(DAYS);
        rolling.setMaxFileSize(FileSize.valueOf("20MB"));
        rolling.setTotalSizeCap(FileSize.valueOf("200MB"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return file;
    }

    /** An object a line, as tools that gather logs read them. */
    private static JsonEncoder objects() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        return encoder;
    }

    private static PatternLayoutEncoder lines() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
