package org.lessonbot.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lessonbot.activity.Actor;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.LessonTransaction;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Rosters;

/** Who is here, and with whom: coming, leaving, and what both mean for others. */
final class Attendance {
    private final Lessons lessons;
    private final Rosters rosters;
    private final Scenes scenes;
    private final Publisher publisher;
    private final Whispers whispers;

    Attendance(Lessons lessons, Rosters rosters, Scenes scenes, Publisher publisher, Whispers whispers) {
        this.lessons = lessons;
        this.rosters = rosters;
        this.scenes = scenes;
        this.publisher = publisher;
        this.whispers = whispers;
    }

    /**
     * Makes sure that somebody takes part, by the name that they have here already or else their account's, and has a partner
     * where people work in pairs.
     *
     * @return what they should know of it
     */
    String join(Lesson lesson, Actor actor) {
        String asked =
                rosters.find(lesson.id(), actor.id()).map(Participant::name).orElse(actor.name());
        boolean came = rosters.join(lesson.id(), actor.id(), actor.name(), Participant.Role.STUDENT);
        return came(lesson, actor.id(), asked, came);
    }

    /** The same by a name of their choice. */
    String joinAs(Lesson lesson, Actor actor, String name) {
        boolean came = rosters.joinAs(lesson.id(), actor.id(), name, Participant.Role.STUDENT);
        return came(lesson, actor.id(), name, came);
    }

    private String came(Lesson lesson, String person, String asked, boolean came) {
        if (came) {
            regroup(lesson, person, tx -> {});
        }
        publisher.poke(lesson.id());
        return standing(lesson, person, asked);
    }

    /**
     * Whoever answers takes part, under the name they chose earlier if they were here before.
     *
     * @return what they should know of it; nothing if they were here already
     */
    Optional<String> joinByAnswering(Lesson lesson, Actor actor) {
        return rosters.find(lesson.id(), actor.id())
                        .filter(Participant::present)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(join(lesson, actor));
    }

    private String standing(Lesson lesson, String person, String asked) {
        Words words = scenes.words(lesson);
        Roster roster = rosters.of(lesson.id());
        Pairing pairing = pairing(lesson);
        String name = roster.name(person);
        String joined = Participant.key(name).equals(Participant.key(asked))
                ? words.say("engine.joined", name)
                : words.say("engine.joined.numbered", name, asked);
        return pairing == Pairing.NONE ? joined : joined + "\n\n" + partner(words, roster, pairing, person);
    }

    /** Somebody leads: they take no student's place, and give up the one they had. */
    void lead(Lesson lesson, String person, String name) {
        rosters.join(lesson.id(), person, name, Participant.Role.TEACHER);
        regroup(lesson, person, tx -> Moves.ungroup(tx, person));
    }

    /**
     * The same by a name of their choice.
     *
     * @return the name that they have now
     */
    String leadAs(Lesson lesson, String person, String name) {
        lead(lesson, person, name);
        rosters.joinAs(lesson.id(), person, name, Participant.Role.TEACHER);
        publisher.poke(lesson.id());
        return rosters.of(lesson.id()).name(person);
    }

    /** Somebody is away; whoever is left alone by it gets a new partner. */
    void leave(Lesson lesson, String person) {
        regroup(lesson, person, tx -> {
            tx.present(person, false);
            Moves.ungroup(tx, person);
        });
    }

    /** Seats whoever has no partner after this change; those who have another one by it are told. */
    private void regroup(Lesson lesson, String person, Consumer<LessonTransaction> change) {
        Pairing pairing = pairing(lesson);
        List<String> news = lessons.move(lesson.id(), tx -> {
            Roster before = tx.roster();
            change.accept(tx);
            tx.refresh();
            Moves.pair(tx, pairing(tx.lesson()));
            return othersWithNews(before, tx.roster(), pairing, person);
        });
        whispers.partners(lesson, pairing, news);
        publisher.poke(lesson.id());
    }

    private static List<String> othersWithNews(Roster before, Roster after, Pairing pairing, String person) {
        return after.students().stream()
                .map(Participant::id)
                .filter(other -> !other.equals(person))
                .filter(other -> !Objects.equals(before.partners(pairing, other), after.partners(pairing, other)))
                .toList();
    }

    private Pairing pairing(Lesson lesson) {
        return scenes.step(lesson, lesson.step()).pairing();
    }

    /** Who somebody's partner is, in a sentence. */
    static String partner(Words words, Roster roster, Pairing pairing, String person) {
        List<String> partners = roster.partners(pairing, person);
        return partners.isEmpty()
                ? words.say("engine.partner.none")
                : words.say(
                        "engine.partner", partners.stream().map(roster::name).collect(Collectors.joining(", ")));
    }
}
