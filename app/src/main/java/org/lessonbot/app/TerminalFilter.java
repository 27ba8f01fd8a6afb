package org.lessonbot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What an operator must see at once; everything is in the file. When the database is away the program says so in a line;
 * its libraries, which know no more, would say it of each of fifty connections, and every second.
 */
public final class TerminalFilter extends Filter<ILoggingEvent> {
    private static final String OURS = "org.lessonbot.";
    private static final String SCHEDULER = "com.github.kagkarlsson.";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        Level least = logger.startsWith(OURS) ? Level.WARN : Level.ERROR;
        boolean tells = event.getLevel().isGreaterOrEqual(least) && !logger.startsWith(SCHEDULER);
        return tells ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
