package org.lessonbot.engine.attendance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.drawing.PairViews;
import org.lessonbot.engine.posting.Publisher;
import org.lessonbot.engine.posting.Whispers;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.LessonTransaction;

/** Who is here, and with whom: coming, leaving, and what both mean for others. */
public final class Attendance implements AutoCloseable {
    private final Standings standings;
    private final Scenes scenes;
    private final Publisher publisher;
    private final Whispers whispers;
    private final Consumer<Lesson> fewer;
    private final Arrivals arrivals;

    /** @param fewer told that there may be fewer students now */
    public Attendance(
            Standings standings, Scenes scenes, Publisher publisher, Whispers whispers, Consumer<Lesson> fewer) {
        this.standings = standings;
        this.scenes = scenes;
        this.publisher = publisher;
        this.whispers = whispers;
        this.fewer = fewer;
        this.arrivals = new Arrivals(
                standings,
                (lesson, pairing, people) -> standings
                        .recall(lesson)
                        .ifPresent(standing -> whispers.partners(standing.lesson(), pairing, people)));
    }

    /**
     * Makes sure that somebody takes part, by the name that they have here already or else their account's, and has a partner
     * where people work in pairs.
     *
     * @return what they should know of it
     */
    public CompletableFuture<String> join(Lesson lesson, Actor actor) {
        return come(lesson, student(actor, actor.name(), false)).thenApply(came -> welcome(lesson, actor.id(), came));
    }

    /** The same by a name of their choice. */
    public CompletableFuture<String> joinAs(Lesson lesson, Actor actor, String name) {
        return come(lesson, student(actor, name, true)).thenApply(came -> welcome(lesson, actor.id(), came));
    }

    /**
     * The same by answering.
     *
     * @return what they should know of it; nothing if they were here already
     */
    public CompletableFuture<Optional<String>> joinByAnswering(Lesson lesson, Actor actor) {
        return come(lesson, student(actor, actor.name(), false))
                .thenApply(came ->
                        came.came() ? Optional.of(welcome(lesson, actor.id(), came)) : Optional.<String>empty());
    }

    private static Arrivals.Guest student(Actor actor, String name, boolean chosen) {
        return new Arrivals.Guest(actor.id(), name, chosen, Participant.Role.STUDENT);
    }

    private CompletableFuture<Arrivals.Came> come(Lesson lesson, Arrivals.Guest guest) {
        return arrivals.letIn(lesson.id(), guest).thenApply(came -> {
            publisher.poke(lesson.id());
            return came;
        });
    }

    private String welcome(Lesson lesson, String person, Arrivals.Came came) {
        Words words = scenes.words(lesson);
        if (came.over()) {
            return words.say(lesson.isClub() ? "club.over.late" : "engine.over");
        }
        if (came.roster().wasAskedToLead(person)) {
            return words.say("engine.joined.teacher");
        }
        String name = came.roster().name(person);
        String joined = Participant.key(name).equals(Participant.key(came.asked()))
                ? words.say("engine.joined", name)
                : words.say("engine.joined.numbered", name, came.asked());
        return came.pairing() == Pairing.NONE
                ? joined
                : joined + "\n\n" + PairViews.partner(words, came.roster(), came.pairing(), person);
    }

    /**
     * Somebody is asked to lead who may not by themselves: as {@link #lead(Lesson, String, String)}, and for as long as this
     * lesson is kept.
     */
    public CompletableFuture<String> letLead(Lesson lesson, Participant person) {
        return lead(lesson, new Arrivals.Guest(person.id(), person.name(), false, Participant.Role.CO_TEACHER));
    }

    /**
     * Somebody leads: they take no student's place, and give up the one they had.
     *
     * @return the name that they have now
     */
    public CompletableFuture<String> lead(Lesson lesson, String person, String name) {
        return lead(lesson, new Arrivals.Guest(person, name, false, Participant.Role.TEACHER));
    }

    /** The same by a name of their choice. */
    public CompletableFuture<String> leadAs(Lesson lesson, String person, String name) {
        return lead(lesson, new Arrivals.Guest(person, name, true, Participant.Role.TEACHER));
    }

    private CompletableFuture<String> lead(Lesson lesson, Arrivals.Guest teacher) {
        return come(lesson, teacher).thenApply(came -> {
            fewer.accept(lesson);
            return came.roster().name(teacher.person());
        });
    }

    /** Somebody is away; whoever is left alone by it gets a new partner, and whoever has another one by it is told. */
    public void leave(Lesson lesson, String person) {
        change(lesson, person, tx -> {
            tx.people().leave(List.of(person));
            return true;
        });
    }

    /**
     * Somebody who was asked to lead takes part like everybody else from now on.
     *
     * @return whether they had been asked
     */
    public boolean stepDown(Lesson lesson, String person) {
        return change(lesson, person, tx -> tx.people().stepDown(person));
    }

    /** Changes how somebody is here; if that did anything, all pair up anew who are left alone by it. */
    private boolean change(Lesson lesson, String person, Predicate<LessonTransaction> change) {
        Optional<List<String>> news = standings.move(lesson.id(), tx -> {
            Roster before = tx.roster();
            if (!change.test(tx)) {
                return Optional.<List<String>>empty();
            }
            tx.posts().refresh();
            Pairing now = standings.pairing(tx.lesson());
            Set<String> moved = new HashSet<>(Partners.pair(tx, now));
            moved.add(person);
            return Optional.of(Partners.changed(before, tx.roster(), now, moved).stream()
                    .filter(other -> !other.equals(person))
                    .toList());
        });
        news.ifPresent(told -> {
            whispers.partners(lesson, standings.pairing(lesson), told);
            publisher.poke(lesson.id());
            fewer.accept(lesson);
        });
        return news.isPresent();
    }

    @Override
    public void close() {
        arrivals.close();
    }
}
