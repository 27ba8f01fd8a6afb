package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.adapter.CommandLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes what people did to the engine, and what it replies back to them, away from the threads that acknowledge to Slack.
 * What Slack brings twice is passed on once.
 */
final class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);
    /** Slack may bring an event again hours later. What is older than this is no longer known, and comes too late to count. */
    private static final Duration KNOWN = Duration.ofHours(6);

    private static final int MOST = 100_000;
    /** A form is brought again at once, if at all, and is told the same. */
    private static final Duration FORM_KNOWN = Duration.ofMinutes(10);

    private static final int MOST_FORMS = 2_000;

    private final Handover handover;
    private final Homes homes;
    private final Answers answers;
    private final Words words;
    private final Clock clock;
    private final Executor threads;
    private final Cache<String, Boolean> heard;
    private final Cache<String, CompletableFuture<Handover.Said>> forms;

    Acts(Handover handover, Homes homes, Answers answers, Words words, Clock clock, Executor threads) {
        this.handover = handover;
        this.homes = homes;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
        this.threads = threads;
        this.heard = Remembered.upTo(MOST, KNOWN, clock);
        this.forms = Remembered.upTo(MOST_FORMS, FORM_KNOWN, clock);
    }

    /** Whether what was done then may have been heard and forgotten since. */
    boolean isForgotten(Instant when) {
        return when.isBefore(clock.instant().minus(KNOWN));
    }

    private boolean isNew(String id) {
        return heard.asMap().putIfAbsent(id, true) == null;
    }

    /** An act that Slack brought too late to know whether it counts. */
    void late(Heard what) {
        if (isNew(what.id())) {
            say(what, words.say("slack.late"));
        }
    }

    private void say(Heard what, String text) {
        later(() -> answers.give(what, Reply.whisper(text), answers.said(), false));
    }

    /** A command; with what the engine says of one that there is not comes a button with the nearest that there is. */
    void command(Heard what, Interaction.Command command) {
        if (Verb.command(command.name()).isPresent()) {
            act(what, Optional.of(command));
        } else if (isNew(what.id())) {
            var unused = handover.pass(what, command).thenAcceptAsync(said -> suggest(what, command, said), threads);
        }
    }

    private void suggest(Heard what, Interaction.Command command, Handover.Said said) {
        String nearest = CommandLine.nearest(command.name(), said.leads()).word();
        String rest = what.again().replaceFirst("^/+\\S*", "");
        try {
            if (said.reply() instanceof Reply.Whisper whisper) {
                answers.offer(what, whisper.message(), "/lesson " + nearest, "/" + nearest + rest);
            }
        } catch (PlatformException failure) {
            log.warn("a suggestion did not reach its person: {}", failure.getMessage());
        }
    }

    /** An act whose answer comes when it is there; nothing where the button is none of ours. */
    void act(Heard what, Optional<? extends Interaction.Act> act) {
        if (!isNew(what.id())) {
            return;
        }
        if (act.isPresent()) {
            long before = answers.said();
            var unused = handover.pass(what, act.get())
                    .thenAcceptAsync(said -> give(what, act.get(), said, before), threads);
        } else {
            say(what, words.say("engine.no-such-lesson"));
        }
    }

    /**
     * A form that was sent. Slack takes what is wrong with its fields only as the acknowledgement; any other reply is given
     * as to every act.
     *
     * @param faults is told a reason per field, none when the form is taken; answers whether Slack still took that
     */
    void submit(Heard what, Interaction.Act act, Predicate<Map<String, String>> faults) {
        long asked = answers.said();
        CompletableFuture<Handover.Said> mine = new CompletableFuture<>();
        CompletableFuture<Handover.Said> before = forms.asMap().putIfAbsent(what.id(), mine);
        if (before == null) {
            var unused = handover.pass(what, act).thenAccept(mine::complete);
        }
        var unused = Optional.ofNullable(before).orElse(mine).thenAccept(said -> {
            Map<String, String> reasons = said.reply() instanceof Reply.FixForm fix ? fix.reasons() : Map.of();
            boolean told = faults.test(reasons) && !reasons.isEmpty();
            if (before == null && !told) {
                later(() -> give(what, act, said, asked));
            }
        });
    }

    private void give(Heard what, Interaction.Act act, Handover.Said said, long before) {
        int uses = answers.give(what, said.reply(), before, said.leads());
        boolean stays = said.reply() instanceof Reply.Console || said.reply() instanceof Reply.OpenForm;
        if (what.origin().atConsole() && !stays) {
            homes.drawAgain(what.origin(), handover.person(what, act), uses);
        }
    }

    /** Somebody looks at the app's home. */
    void home(String event, String team, String person) {
        if (isNew(event)) {
            later(() -> homes.look(team, person));
        }
    }

    /** Done where it holds nobody up who waits to be heard. */
    private void later(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                log.error("an answer was not given", failure);
            }
        });
    }
}
