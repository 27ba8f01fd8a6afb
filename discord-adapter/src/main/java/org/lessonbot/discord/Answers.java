package org.lessonbot.discord;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.adapter.LatestConsoles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to acts, each in time; what stands before a person by them is known from then on. */
final class Answers {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    /** Half of what Discord gives, so that the answer still has time to travel. */
    private static final long PATIENCE_MS = 1_500;

    private final Canvas canvas;
    private final Whispers whispers;
    private final Consoles consoles;
    private final Words words;
    private final ScheduledExecutorService deadlines;
    private final BiFunction<Room, Person, CompletableFuture<Optional<org.lessonbot.chat.Message>>> led;

    /**
     * Answers by these means.
     *
     * @param led the console of a room's lesson now, for whoever leads it, though perhaps only because they were asked to
     */
    Answers(
            Canvas canvas,
            Whispers whispers,
            Consoles consoles,
            Words words,
            ScheduledExecutorService deadlines,
            BiFunction<Room, Person, CompletableFuture<Optional<org.lessonbot.chat.Message>>> led) {
        this.canvas = canvas;
        this.whispers = whispers;
        this.consoles = consoles;
        this.words = words;
        this.deadlines = deadlines;
        this.led = led;
    }

    /**
     * An answer that is yet to be given.
     *
     * @param on the message on which somebody acted
     */
    <E extends GenericInteractionCreateEvent & IReplyCallback> Answer to(E event, Optional<Message> on) {
        return new Answer(new Spot(event, on), canvas, words);
    }

    /** It is taken up in time, if it is not given by then. */
    void inTime(Answer answer) {
        deadlines.schedule(answer::defer, PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    /** How much consoles were told so far. */
    long said() {
        return consoles.said();
    }

    /** Somebody has begun a lesson: its console is brought to them when there is one. */
    void awaitConsole(InteractionHook hook, Room room, Person person, long before) {
        consoles.await(room, person, hook, before);
    }

    /** Tells somebody something more. */
    void beside(InteractionHook hook, org.lessonbot.chat.Message notice) {
        Requests.send(
                hook.sendMessage(canvas.post(notice)).setEphemeral(true),
                told -> {},
                failure -> log.debug("what is lacking was not said", failure));
    }

    /**
     * Notes what stands before a person.
     *
     * @param before how much consoles had been told when they acted
     * @param about the slot of what the engine says of itself about the same round
     * @param whispered done once the person has an answer before them
     */
    Answer.Ears ears(InteractionHook hook, Room room, Person person, long before, String about, Runnable whispered) {
        return new Answer.Ears() {
            @Override
            public void whispered(String message, boolean receipt) {
                whispers.heard(room, person.id(), hook, message, receipt ? about : Whispers.ALONE);
                whispered.run();
            }

            @Override
            public void opened(String console, long lesson) {
                consoles.opened(room, person, hook, console, only(lesson), before);
                whispered.run();
            }

            @Override
            public void used(String console) {
                if (person.leads()) {
                    renew(console, OptionalLong.empty());
                    return;
                }
                var unused = led.apply(room, person)
                        .thenAccept(theirs ->
                                theirs.map(LatestConsoles::lesson).ifPresent(lesson -> renew(console, only(lesson))))
                        .exceptionally(Answers::notRenewed);
            }

            private void renew(String console, OptionalLong only) {
                consoles.renew(room, person, hook, console, only, before);
            }

            private OptionalLong only(long lesson) {
                return person.leads() ? OptionalLong.empty() : OptionalLong.of(lesson);
            }
        };
    }

    private static @Nullable Void notRenewed(Throwable failure) {
        log.warn("whether a console goes on is not known: {}", failure.getMessage());
        return null;
    }
}
