package org.lessonbot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.lessonbot.app.settings.Fault;
import org.lessonbot.app.settings.SettingsException;
import org.lessonbot.store.embedded.EmbeddedPostgresException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says what went wrong in a few lines; the stack trace is for the log. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
        if (failure instanceof SettingsException settings) {
            terminal.complain("cli.faults", settings.faults().size());
            for (Fault fault : settings.faults()) {
                terminal.err().println("  " + fault.in(terminal.words()));
            }
            return Exit.MISUSED;
        }
        if (failure instanceof EmbeddedPostgresException || failure instanceof FailureException) {
            log.debug("ended", failure);
            terminal.complain("cli.failed", String.valueOf(failure.getMessage()));
            return Exit.FAILED;
        }
        Exception cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
        if (cause instanceof IOException file) {
            log.debug("ended", failure);
            terminal.complain("cli.failed", FileFailures.said(file, terminal.words()));
            return Exit.FAILED;
        }
        log.error("ended by a failure nobody expected", failure);
        terminal.complain("cli.failed", failure.toString());
        return Exit.FAILED;
    }
}
