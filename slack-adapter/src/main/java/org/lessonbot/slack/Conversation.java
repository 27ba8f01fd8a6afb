package org.lessonbot.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Commands;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes what people did to the engine, and what it replies back to them, away from the threads that acknowledge to Slack.
 * What Slack brings twice is passed on once.
 */
final class Conversation {
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);
    /** Slack brings an event again within an hour. */
    private static final Duration BROUGHT_AGAIN = Duration.ofHours(1);

    private static final int MOST = 20_000;
    /** Two forms in a row on one thread are still acknowledged within Slack's three seconds. */
    private static final int PATIENCE_MS = 1_200;

    private final Function<Interaction, CompletableFuture<Reply>> engine;
    private final Function<String, List<Room>> led;
    private final SlackPeople people;
    private final SlackDesks desks;
    private final Answers answers;
    private final Words words;
    private final Clock clock;
    private final ExecutorService threads;
    private final ScheduledExecutorService deadlines;
    private final Remembered<String, CompletableFuture<Reply>> heard;

    Conversation(
            Function<Interaction, CompletableFuture<Reply>> engine,
            Function<String, List<Room>> led,
            SlackPeople people,
            SlackDesks desks,
            Answers answers,
            Words words,
            Clock clock,
            ExecutorService threads,
            ScheduledExecutorService deadlines) {
        this.engine = engine;
        this.led = led;
        this.people = people;
        this.desks = desks;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
        this.threads = threads;
        this.deadlines = deadlines;
        this.heard = new Remembered<>(MOST, BROUGHT_AGAIN, clock);
    }

    /** A command; with what the engine says of one that there is not comes a button with the nearest that there is. */
    void command(Heard what, Interaction.Command command) {
        if (Commands.find(command.name()).isPresent()) {
            act(what, Optional.of(command));
        } else {
            heard.get(
                    what.id(),
                    () -> passOn(what, command).thenApplyAsync(reply -> suggest(what, command, reply), threads));
        }
    }

    private Reply suggest(Heard what, Interaction.Command command, Reply reply) {
        String nearest =
                Commands.nearest(command.name(), person(what, command).leads()).name();
        String rest = what.again().replaceFirst("^/+\\S*", "");
        try {
            if (reply instanceof Reply.Whisper whisper) {
                answers.offer(what, whisper.message(), "/lesson " + nearest, "/" + nearest + rest);
            }
        } catch (PlatformException failure) {
            log.warn("a suggestion did not reach its person: {}", failure.getMessage());
        }
        return Reply.SILENT;
    }

    /** An act whose answer comes when it is there; nothing where the button is none of ours. */
    void act(Heard what, Optional<? extends Interaction.Act> act) {
        if (act.isPresent()) {
            heard.get(what.id(), () -> answered(what, passOn(what, act.get())));
        } else {
            heard.get(
                    what.id(),
                    () -> later(() -> {
                        answers.give(what, Reply.whisper(words.say("engine.no-such-lesson")));
                        return Reply.SILENT;
                    }));
        }
    }

    /**
     * A form that was sent. Slack takes what is wrong with its fields only as the acknowledgement, so that is waited for, but
     * not for long; any other reply is given as to every act.
     *
     * @return a reason per field; empty when the form is taken, or nothing can be said in time
     */
    Map<String, String> submit(Heard what, Interaction.Act act) {
        AtomicBoolean first = new AtomicBoolean();
        CompletableFuture<Reply> reply = heard.get(what.id(), () -> {
            first.set(true);
            return passOn(what, act);
        });
        if (soon(reply) instanceof Reply.FixForm fix) {
            return fix.reasons();
        }
        if (first.get()) {
            var unused = answered(what, reply);
        }
        return Map.of();
    }

    private Reply soon(CompletableFuture<Reply> reply) {
        CompletableFuture<Reply> soon = reply.exceptionally(failure -> Reply.SILENT);
        var unused = deadlines.schedule(() -> soon.complete(Reply.SILENT), PATIENCE_MS, TimeUnit.MILLISECONDS);
        return soon.join();
    }

    private CompletableFuture<Reply> answered(Heard what, CompletableFuture<Reply> reply) {
        return reply.thenApplyAsync(
                said -> {
                    int uses = answers.give(what, said);
                    if (what.origin().atConsole() && !isConsole(said) && !(said instanceof Reply.OpenForm)) {
                        drawConsoleAgain(what, uses);
                    }
                    return said;
                },
                threads);
    }

    private CompletableFuture<Reply> passOn(Heard what, Interaction.Act act) {
        return later(() -> interaction(what, act)).thenCompose(engine).exceptionally(failure -> {
            log.error("what somebody did in {} was not passed on", what.origin().room(), failure);
            return Reply.whisper(words.say("engine.not-counted"));
        });
    }

    private Interaction interaction(Heard what, Interaction.Act act) {
        Origin origin = what.origin();
        Person person = person(what, act);
        if (person.leads()) {
            desks.sit(origin);
        }
        return new Interaction(what.id(), origin.room(), person, clock.instant(), act);
    }

    private Person person(Heard what, Interaction.Act act) {
        Origin origin = what.origin();
        boolean teaches = act instanceof Interaction.Command command
                && Commands.find(command.name()).filter(Commands.Spec::teacher).isPresent();
        try {
            return teaches || origin.atConsole()
                    ? people.whoLeads(origin.room(), origin.person(), what.account())
                    : people.who(origin.room(), origin.person(), what.account());
        } catch (PlatformException unknown) {
            throw new CompletionException(unknown);
        }
    }

    private static boolean isConsole(Reply reply) {
        return reply instanceof Reply.Whisper whisper && whisper.console();
    }

    /** Whatever a button of the console did, the console shows the lesson as it is now. */
    private void drawConsoleAgain(Heard what, int uses) {
        Heard again = new Heard(what.origin(), what.id() + "/console", what.account(), "", "");
        var unused = passOn(again, new Interaction.Command("console", Map.of()))
                .thenAcceptAsync(
                        reply -> {
                            if (reply instanceof Reply.Whisper whisper && whisper.console()) {
                                show(what.origin(), whisper, uses);
                            }
                        },
                        threads);
    }

    private void show(Origin origin, Reply.Whisper console, int uses) {
        try {
            answers.console(origin, console.message(), uses);
        } catch (PlatformException failure) {
            log.warn("a console was not drawn again: {}", failure.getMessage());
        }
    }

    /** Somebody looks at the app's home: it shows the console of the room that they lead. */
    void home(String event, String team, String person) {
        heard.get(
                event,
                () -> later(() -> desks.at(team, person).or(() -> leads(team, person)))
                        .thenCompose(room -> room.map(led -> console(event, led, person))
                                .orElseGet(() -> CompletableFuture.completedFuture(Reply.SILENT)))
                        .thenApply(reply -> {
                            if (!isConsole(reply)) {
                                desks.welcome(team, person);
                            }
                            return reply;
                        }));
    }

    /** What this instance has not seen, because it was started since or another one saw it. */
    private Optional<Room> leads(String team, String person) {
        return led.apply(person).stream()
                .filter(room -> SlackIds.team(room).equals(team))
                .findFirst();
    }

    private CompletableFuture<Reply> console(String event, Room room, String person) {
        Heard looked = new Heard(new Origin(room, person, "", Origin.Surface.HOME), event, person, "", "");
        return passOn(looked, new Interaction.Command("console", Map.of()))
                .thenApplyAsync(
                        reply -> {
                            if (isConsole(reply)) {
                                answers.give(looked, reply);
                            }
                            return reply;
                        },
                        threads);
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException closing) {
            return CompletableFuture.failedFuture(closing);
        }
    }
}
