package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalFilterTest {
    @ParameterizedTest
    @CsvSource({
        "org.lessonbot.engine.Publisher, WARN, NEUTRAL",
        "org.lessonbot.engine.Publisher, INFO, DENY",
        "com.zaxxer.hikari.pool.PoolBase, WARN, DENY",
        "com.github.kagkarlsson.scheduler.RunUntilShutdown, ERROR, DENY",
        "net.dv8tion.jda.internal.JDAImpl, ERROR, NEUTRAL"
    })
    void theTerminalIsForWhatAnOperatorMustSee(String logger, String level, FilterReply reply) {
        LoggingEvent event =
                new LoggingEvent("", new LoggerContext().getLogger(logger), Level.valueOf(level), "", null, null);

        assertThat(new TerminalFilter().decide(event)).isEqualTo(reply);
    }

    /** At DEBUG it writes whole requests, with tokens. */
    @Test
    void whateverIsTurnedUpSlacksSdkDoesNotWriteWhatItSends() throws JoranException {
        LoggerContext program = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(program);
        configurator.doConfigure(TerminalFilter.class.getResource("/logback.xml"));
        program.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.DEBUG);

        assertThat(program.getLogger("com.slack.api.util.http").isDebugEnabled())
                .isFalse();
        assertThat(program.getLogger("org.lessonbot.slack").isDebugEnabled()).isTrue();
    }
}
