package org.lessonbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
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

    private final Engine engine;
    private final People people;
    private final Consoles consoles;
    private final Answers answers;
    private final Words words;
    private final Clock clock;
    private final Executor threads;
    private final Cache<String, Boolean> heard;
    private final Cache<String, CompletableFuture<Reply>> forms;

    Acts(Engine engine, People people, Consoles consoles, Answers answers, Words words, Clock clock, Executor threads) {
        this.engine = engine;
        this.people = people;
        this.consoles = consoles;
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
        later(() -> answers.give(what, Reply.whisper(text)));
    }

    /** A command; with what the engine says of one that there is not comes a button with the nearest that there is. */
    void command(Heard what, Interaction.Command command) {
        if (Verb.command(command.name()).isPresent()) {
            act(what, Optional.of(command));
        } else if (isNew(what.id())) {
            var unused = passOn(what, command)
                    .thenAcceptBothAsync(
                            person(what, command), (reply, person) -> suggest(what, command, reply, person), threads);
        }
    }

    private void suggest(Heard what, Interaction.Command command, Reply reply, Person person) {
        String nearest = CommandLine.nearest(command.name(), person.leads()).word();
        String rest = what.again().replaceFirst("^/+\\S*", "");
        try {
            if (reply instanceof Reply.Whisper whisper) {
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
            var unused = passOn(what, act.get()).thenAcceptAsync(said -> give(what, act.get(), said), threads);
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
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> before = forms.asMap().putIfAbsent(what.id(), mine);
        if (before == null) {
            var unused = passOn(what, act).thenAccept(mine::complete);
        }
        var unused = Optional.ofNullable(before).orElse(mine).thenAccept(said -> {
            Map<String, String> reasons = said instanceof Reply.FixForm fix ? fix.reasons() : Map.of();
            boolean told = faults.test(reasons) && !reasons.isEmpty();
            if (before == null && !told) {
                later(() -> give(what, act, said));
            }
        });
    }

    private void give(Heard what, Interaction.Act act, Reply said) {
        int uses = answers.give(what, said);
        boolean stays = said instanceof Reply.Console || said instanceof Reply.OpenForm;
        if (what.origin().atConsole() && !stays) {
            // Whatever a button of the console did, the console shows the lesson as it is now.
            var unused = person(what, act)
                    .thenAcceptAsync(person -> console(what.origin(), person, uses), threads)
                    .exceptionally(Acts::notDrawn);
        }
    }

    private CompletableFuture<Reply> passOn(Heard what, Interaction.Act act) {
        return person(what, act)
                .thenApply(person -> interaction(what, act, person))
                .thenCompose(engine::handle)
                .exceptionally(failure -> notPassedOn(what, act, failure));
    }

    /** Slack tells the bot nothing of a private channel that it is not in, so nobody there is known to lead. */
    private Reply notPassedOn(Heard what, Interaction.Act act, Throwable failure) {
        if (failure instanceof CompletionException
                && failure.getCause() instanceof PlatformException.Rejected refused) {
            log.warn("an act was not passed on: {}", refused.getMessage());
            return Reply.giveBack(Reply.whisper(words.say("slack.let-in")), act, words);
        }
        log.error("what somebody did in {} was not passed on", what.origin().room(), failure);
        return Engine.notCounted(act, words);
    }

    private Interaction interaction(Heard what, Interaction.Act act, Person person) {
        Origin origin = what.origin();
        if (person.leads()) {
            consoles.sit(origin);
        }
        return new Interaction(what.id(), origin.room(), person, clock.instant(), act);
    }

    private CompletableFuture<Person> person(Heard what, Interaction.Act act) {
        Origin origin = what.origin();
        Optional<Verb> verb = act instanceof Interaction.Command command
                ? Verb.command(command.name())
                : Verb.of(((Interaction.Aimed) act).action().verb());
        boolean teaches = verb.filter(Verb::isForTeachers).isPresent();
        return teaches || origin.atConsole()
                ? people.whoLeads(origin.room(), origin.person(), what.account())
                : people.who(origin.room(), origin.person(), what.account());
    }

    /** @return whether there is a console of this room's lesson for this person */
    private boolean console(Origin origin, Person person, int uses) {
        Optional<Message> console = engine.console(origin.room(), person);
        try {
            if (console.isPresent()) {
                answers.console(origin, console.get(), uses);
            }
        } catch (PlatformException failure) {
            log.warn("a console was not drawn: {}", failure.getMessage());
        }
        return console.isPresent();
    }

    private static @Nullable Void notDrawn(Throwable failure) {
        log.warn("a console was not drawn: {}", failure.getMessage());
        return null;
    }

    /** Somebody looks at the app's home: it shows the console of the room that they lead. */
    void home(String event, String team, String person) {
        if (isNew(event)) {
            later(() -> consoles.at(team, person)
                    .or(() -> leads(team, person))
                    .ifPresentOrElse(room -> lookAt(room, person), () -> member(team, person)));
        }
    }

    /** Whoever leads nothing sees where they left off in the clubs that they take part in. */
    private void member(String team, String person) {
        Map<Room, Message> clubs = clubs(team, person);
        if (clubs.isEmpty()) {
            consoles.welcome(team, person);
        } else {
            consoles.clubs(team, person, clubs);
        }
    }

    /** Where somebody left off in the clubs of a workspace, by room. */
    Map<Room, Message> clubs(String team, String person) {
        Map<Room, Message> clubs = new LinkedHashMap<>(engine.clubs(SlackIds.PLATFORM, person));
        clubs.keySet().removeIf(room -> !SlackIds.team(room).equals(team));
        return clubs;
    }

    /** What this instance has not seen, because it was started since or another one saw it. */
    private Optional<Room> leads(String team, String person) {
        return engine.roomsLedBy(SlackIds.PLATFORM, person).stream()
                .filter(room -> SlackIds.team(room).equals(team))
                .findFirst();
    }

    private void lookAt(Room room, String person) {
        Origin home = new Origin(room, person, "", Origin.Surface.HOME);
        var unused = people.whoLeads(room, person, person)
                .thenAcceptAsync(
                        who -> {
                            if (!console(home, who, 0)) {
                                member(SlackIds.team(room), person);
                            }
                        },
                        threads)
                .exceptionally(Acts::notDrawn);
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
