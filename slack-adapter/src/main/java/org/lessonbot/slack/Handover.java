package org.lessonbot.slack;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what people did to the engine, in the name of whoever they are. */
final class Handover {
    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Engine engine;
    private final People people;
    private final Consoles consoles;
    private final Words words;
    private final Clock clock;

    Handover(Engine engine, People people, Consoles consoles, Words words, Clock clock) {
        this.engine = engine;
        this.people = people;
        this.consoles = consoles;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the engine said.
     *
     * @param leads whether it is to somebody who has a right of their own to lead, where that may matter
     */
    record Said(Reply reply, boolean leads) {}

    /** @return never fails */
    CompletableFuture<Said> pass(Heard what, Interaction.Act act) {
        return person(what, act)
                .thenCompose(person -> engine.handle(interaction(what, act, person))
                        .thenApply(reply -> new Said(reply, person.leads())))
                .exceptionally(failure -> new Said(notPassedOn(what, act, failure), false));
    }

    /** Slack tells the bot nothing of a private channel that it is not in, so nobody there is known to lead. */
    private Reply notPassedOn(Heard what, Interaction.Act act, Throwable failure) {
        if (failure instanceof CompletionException
                && failure.getCause() instanceof PlatformException.Rejected refused) {
            log.warn("an act was not passed on: {}", refused.getMessage());
            return Reply.refused(words.say("slack.let-in"), act, words);
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

    /** Who did it; whether they lead is known where that may matter. */
    CompletableFuture<Person> person(Heard what, Interaction.Act act) {
        Origin origin = what.origin();
        Optional<Verb> verb = act instanceof Interaction.Command command
                ? Verb.command(command.name())
                : Verb.of(((Interaction.Aimed) act).action().verb());
        boolean teaches = verb.filter(Verb::isForTeachers).isPresent();
        return teaches || origin.atConsole()
                ? people.whoLeads(origin.room(), origin.person(), what.account())
                : people.who(origin.room(), origin.person(), what.account());
    }
}
