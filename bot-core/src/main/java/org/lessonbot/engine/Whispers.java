package org.lessonbot.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Pairing;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Rosters;

/**
 * What people are told unasked, where the platform can. It is a courtesy, and platforms count it: only whom it is news for
 * is told, and whatever it says can also be asked for by a button.
 */
final class Whispers {
    private final Lessons lessons;
    private final Rosters rosters;
    private final Scenes scenes;
    private final Publisher publisher;
    private final Map<String, Platform> platforms;

    Whispers(Lessons lessons, Rosters rosters, Scenes scenes, Publisher publisher, Map<String, Platform> platforms) {
        this.lessons = lessons;
        this.rosters = rosters;
        this.scenes = scenes;
        this.publisher = publisher;
        this.platforms = platforms;
    }

    /** Tells everybody who answered the lesson's round their own part, once it is revealed to all. */
    void ownPart(Lesson lesson) {
        publisher.afterwards(lesson.id(), () -> {
            Round round =
                    lessons.round(lesson.id(), lesson.step(), lesson.round()).orElseThrow();
            var drawing = scenes.drawing(lesson, round);
            Collection<String> answered = scenes.answered(lesson, round);
            for (Participant student : rosters.of(lesson.id()).students()) {
                if (answered.contains(student.id())) {
                    say(lesson, student.id(), round.step() + "/" + round.number(), drawing.person(student.id()));
                }
            }
        });
    }

    /** Tells these people who works with them now. */
    void partners(Lesson lesson, Pairing pairing, Collection<String> people) {
        if (people.isEmpty()) {
            return;
        }
        List<String> told = List.copyOf(people);
        publisher.afterwards(lesson.id(), () -> {
            Roster roster = rosters.of(lesson.id());
            Words words = scenes.words(lesson);
            told.forEach(person -> say(
                    lesson,
                    person,
                    Publisher.PAIRS + pairing,
                    Message.text(Attendance.partner(words, roster, pairing, person))));
        });
    }

    /** Says something to one person now. */
    void say(Lesson lesson, String person, String slot, Message message) {
        Platform platform = platforms.get(lesson.room().platform());
        if (platform == null || message.isEmpty()) {
            return;
        }
        try {
            platform.whisper(lesson.room(), person, slot, message);
        } catch (PlatformException courtesy) {
            // Whatever a whisper says can also be asked for by a button.
        }
    }
}
