package org.lessonbot.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.adapter.CommandLine;
import org.lessonbot.time.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a browser's POST to an interaction, and what the engine replies back to the page. */
final class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);
    private static final Interaction.Command JOINS = new Interaction.Command(Verb.JOIN.word(), Map.of());
    private static final Interaction.Command GOES_ON = new Interaction.Command(Verb.CONTINUE.word(), Map.of());
    private static final int FIRST_PAUSE_MS = 1_000;
    private static final int LAST_PAUSE_MS = 16_000;

    private final Admission admission;
    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Answers answers;
    private final Clock clock;
    private final Executor workers;
    private final Duration patience;

    /** @param patience how long somebody waits before they are told that it did not count */
    Acts(
            Admission admission,
            Function<Interaction, CompletableFuture<Reply>> engine,
            Answers answers,
            Clock clock,
            Executor workers,
            Duration patience) {
        this.admission = admission;
        this.engine = engine;
        this.answers = answers;
        this.clock = clock;
        this.workers = workers;
        this.patience = patience;
    }

    /** Who may act: whoever is known, and not too often. */
    record Admission(Sessions sessions, Throttle throttle) {
        private Visitor admit(Context ctx, Door door) {
            Visitor visitor = sessions.requirePage(ctx, door);
            if (!throttle.admits(visitor.person().id())) {
                throw new Refusal(429, "web.refused.flood");
            }
            return visitor;
        }
    }

    void handle(Context ctx, Door door) {
        Visitor visitor = admission.admit(ctx, door);
        Wire.Act act = Wire.act(ctx.bodyAsBytes());
        Interaction interaction = interaction(visitor, act);
        long before = answers.said();
        // By its end the engine sees too that nobody waits any more, and does not begin what they were told did not
        // count.
        ctx.future(() -> engine.apply(interaction)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenComposeAsync(reply -> answers.give(visitor, act, reply, before), workers)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        log.warn("an act got no reply: {}", failure.toString());
                        ctx.status(503);
                    }
                    Object said = failure == null ? answer : answers.notCounted();
                    return ctx.contentType("application/json").result(Wire.write(said));
                }));
    }

    /** Tells the engine that a student came in. What it has to say to them is shown as soon as it is there. */
    void enter(Visitor visitor) {
        if (answers.nothingHeldIn(visitor.room().id())) {
            return;
        }
        var unused = join(visitor, FIRST_PAUSE_MS)
                .thenAcceptAsync(reply -> answers.greet(visitor, JOINS, reply), workers)
                .exceptionally(failure -> {
                    log.warn("somebody came in without a word of welcome: {}", failure.toString());
                    return null;
                });
    }

    /** Tells the engine that a student is back who was away. They see on their page where the lesson is. */
    void comeBack(Visitor visitor) {
        if (!answers.nothingHeldIn(visitor.room().id())) {
            var unused = join(visitor, FIRST_PAUSE_MS).thenAcceptAsync(joined -> renew(visitor), workers);
        }
    }

    /** Whoever opened a page did nothing that they could do again, so it is tried again for them for half a minute. */
    private CompletableFuture<Reply> join(Visitor visitor, int pauseMs) {
        return engine.apply(asked(visitor, JOINS)).thenCompose(reply -> {
            if (!answers.isNotCounted(JOINS, reply) || pauseMs > LAST_PAUSE_MS) {
                return CompletableFuture.completedFuture(reply);
            }
            Executor later = CompletableFuture.delayedExecutor(pauseMs, TimeUnit.MILLISECONDS, workers);
            return CompletableFuture.supplyAsync(() -> join(visitor, 2 * pauseMs), later)
                    .thenCompose(joined -> joined);
        });
    }

    /** Somebody who goes on in a club after a while finds what stands there now: another part may have begun. */
    private void renew(Visitor visitor) {
        answers.inClub(visitor).ifPresent(before -> {
            var unused = engine.apply(asked(visitor, GOES_ON))
                    .thenAcceptAsync(reply -> answers.goOn(visitor, GOES_ON, reply, before), workers)
                    .exceptionally(failure -> {
                        log.warn("somebody came back and found an old view: {}", failure.toString());
                        return null;
                    });
        });
    }

    private Interaction asked(Visitor visitor, Interaction.Command command) {
        return new Interaction(
                WebIds.interaction(visitor.person().id(), command.name() + "-" + clock.millis()),
                WebIds.room(visitor.room().id()),
                visitor.person(),
                clock.instant(),
                command);
    }

    private Interaction interaction(Visitor visitor, Wire.Act act) {
        if (!WebIds.isClientId(act.id())) {
            throw Wire.noAct();
        }
        return new Interaction(
                WebIds.interaction(visitor.person().id(), act.id()),
                WebIds.room(visitor.room().id()),
                by(visitor.person(), act),
                clock.instant(),
                what(act));
    }

    /** The same person; whose clock they go by is for their browser to say, and whether there is such a clock for us. */
    private static Person by(Person person, Wire.Act act) {
        return new Person(
                person.id(),
                person.name(),
                person.leads(),
                Optional.ofNullable(act.zone()).flatMap(Zones::of));
    }

    /** @throws Refusal if it is no act of ours */
    static Interaction.Act what(Wire.Act act) {
        Map<String, String> fields = Optional.ofNullable(act.fields()).orElse(Map.of());
        return switch (act.kind()) {
            case "press" -> new Interaction.Press(action(act));
            case "pick" ->
                new Interaction.Pick(
                        action(act), Optional.ofNullable(act.values()).orElse(List.of()));
            case "submit" -> new Interaction.Submit(action(act), fields);
            case "command" -> {
                String text = Optional.ofNullable(act.text()).orElse("");
                yield act.fields() != null ? new Interaction.Command(text, fields) : typed(text.strip());
            }
            default -> throw Wire.noAct();
        };
    }

    /** A command begins with a slash; anything else is said. */
    private static Interaction.Command typed(String line) {
        return line.startsWith("/")
                ? CommandLine.read(line, text -> text)
                : new Interaction.Command(Verb.SAY.word(), Map.of("text", line));
    }

    private static Action action(Wire.Act act) {
        return Optional.ofNullable(act.action()).flatMap(Action::parse).orElseThrow(Wire::noAct);
    }
}
