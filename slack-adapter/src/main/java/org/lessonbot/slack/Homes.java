package org.lessonbot.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The app's home and the consoles in the channel: what somebody who leads, or takes part in clubs, has before them. */
final class Homes {
    private static final Logger log = LoggerFactory.getLogger(Homes.class);

    private final Engine engine;
    private final People people;
    private final Consoles consoles;
    private final Answers answers;
    private final Executor threads;

    Homes(Engine engine, People people, Consoles consoles, Answers answers, Executor threads) {
        this.engine = engine;
        this.people = people;
        this.consoles = consoles;
        this.answers = answers;
        this.threads = threads;
    }

    /** Somebody looks at the app's home: it shows the console of the room that they lead. */
    void look(String team, String person) {
        consoles.at(team, person)
                .or(() -> leads(team, person))
                .ifPresentOrElse(room -> lookAt(room, person), () -> member(team, person));
    }

    /**
     * Whatever a button of the console did, the console shows the lesson as it is now.
     *
     * @param uses how often its response_url was used
     */
    void drawAgain(Origin origin, CompletableFuture<Person> whose, int uses) {
        var unused = whose.thenAcceptAsync(person -> console(origin, person, uses), threads)
                .exceptionally(Homes::notDrawn);
    }

    /** @return whether there is a console of this room's lesson for this person */
    private boolean console(Origin origin, Person person, int uses) {
        long before = consoles.said();
        Optional<Message> console = engine.console(origin.room(), person);
        try {
            if (console.isPresent()) {
                answers.console(origin, console.get(), uses, before, person.leads());
            } else {
                consoles.takeAway(origin);
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
                .exceptionally(Homes::notDrawn);
    }
}
