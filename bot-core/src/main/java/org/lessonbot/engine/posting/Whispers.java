package org.lessonbot.engine.posting;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.chat.Message;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.drawing.PairViews;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are told unasked, where the platform can. It is a courtesy, and platforms count it: only whom it is news for
 * is told, and whatever it says can also be asked for by a button.
 */
public final class Whispers {
    private static final Logger log = LoggerFactory.getLogger(Whispers.class);

    private final Scenes scenes;
    private final ClubViews clubs;
    private final Publisher publisher;
    private final Map<String, Platform> platforms;
    /** Whoever is to be told of their partners. */
    private final Map<News, Set<String>> waiting = new ConcurrentHashMap<>();

    private record News(long lesson, Pairing pairing) {}

    public Whispers(Scenes scenes, ClubViews clubs, Publisher publisher, Map<String, Platform> platforms) {
        this.scenes = scenes;
        this.clubs = clubs;
        this.publisher = publisher;
        this.platforms = platforms;
    }

    /** Tells everybody who answered the lesson's round their own part, once it is revealed to all. */
    public void ownPart(Lesson lesson) {
        publisher.afterwards(lesson.id(), () -> {
            Round round = scenes.now(lesson)
                    .round(lesson.step(), lesson.round())
                    .orElseThrow()
                    .round();
            var drawing = scenes.drawing(lesson, round);
            Collection<String> answered = scenes.answered(lesson, round);
            for (Participant student : scenes.now(lesson).roster().students()) {
                if (answered.contains(student.id())) {
                    say(lesson, student.id(), round.step() + "/" + round.number(), drawing.person(student.id()));
                }
            }
        });
        publisher.hurry(lesson.id());
    }

    /** Shows members of a club that is over so, wherever they have the next thing of it before them. */
    public void over(Standing club) {
        Lesson lesson = club.lesson();
        if (!club.isClub()) {
            return;
        }
        publisher.afterwards(lesson.id(), () -> {
            Platform platform = platforms.get(lesson.room().platform());
            if (platform == null || scenes.now(lesson).lesson().endedAt().isEmpty()) {
                return;
            }
            try {
                platform.over(lesson.room(), lesson.id(), ClubViews.over(club));
                Standing now = scenes.now(lesson);
                now.moreTime().forEach((person, until) -> {
                    if (now.of(person, now.lesson().endedAt().orElseThrow()).afterwards()) {
                        say(lesson, person, "more-time", ClubViews.goesOn(now, until));
                    }
                });
            } catch (PlatformException courtesy) {
                log.warn("lesson {}: cards of its members were not closed: {}", lesson.id(), courtesy.getMessage());
            }
        });
    }

    /** Shows members of a club who had nothing left to do that another part has begun, wherever they have the club before them. */
    public void begun(Lesson lesson) {
        publisher.afterwards(lesson.id(), () -> {
            Standing club = scenes.now(lesson);
            Platform platform = platforms.get(lesson.room().platform());
            if (platform == null || !club.isClub() || !club.lesson().running()) {
                return;
            }
            try {
                platform.begun(
                        lesson.room(),
                        lesson.id(),
                        club.lesson().stepSince(),
                        () -> clubs.come(club),
                        ClubViews.begun(club));
            } catch (PlatformException courtesy) {
                log.warn("lesson {}: its members were not led on: {}", lesson.id(), courtesy.getMessage());
            }
        });
    }

    /** Tells these people who works with them now; whoever gets other partners again before they are told is told once. */
    public void partners(Lesson lesson, Pairing pairing, Collection<String> people) {
        if (people.isEmpty()) {
            return;
        }
        News news = new News(lesson.id(), pairing);
        waiting.compute(news, (key, told) -> {
            Set<String> all = told == null ? new LinkedHashSet<>() : told;
            all.addAll(people);
            return all;
        });
        publisher.afterwards(
                lesson.id(),
                () -> Optional.ofNullable(waiting.remove(news)).ifPresent(told -> tell(lesson, pairing, told)));
    }

    private void tell(Lesson lesson, Pairing pairing, Set<String> people) {
        PairViews pairs = new PairViews(scenes.now(lesson));
        people.forEach(
                person -> say(lesson, person, Slot.pairs(pairing), Message.text(pairs.partner(pairing, person))));
    }

    /** Gives people who have just become partners a place to talk in, where the platform can. */
    public void gather(Lesson lesson, Pairing pairing, List<String> people) {
        publisher.afterwards(lesson.id(), () -> {
            Standing now = scenes.now(lesson);
            Platform platform = platforms.get(lesson.room().platform());
            Optional<Group> group = now.roster().group(pairing, people.get(0));
            if (platform == null || group.isEmpty()) {
                return;
            }
            try {
                platform.gather(
                        lesson.room(),
                        new PairViews(now).place(group.get()),
                        group.get().members());
            } catch (PlatformException courtesy) {
                log.warn(
                        "lesson {}: no place for pair {}: {}",
                        lesson.id(),
                        group.get().number(),
                        courtesy.getMessage());
            }
        });
    }

    /** Says something to one person now. */
    public void say(Lesson lesson, String person, String slot, Message message) {
        Platform platform = platforms.get(lesson.room().platform());
        if (platform == null || message.isEmpty()) {
            return;
        }
        try {
            platform.whisper(lesson.room(), person, slot, message);
        } catch (PlatformException courtesy) {
            // Whatever a whisper says can also be asked for by a button.
            log.debug("lesson {}: somebody was not told of {}: {}", lesson.id(), slot, courtesy.getMessage());
        }
    }
}
