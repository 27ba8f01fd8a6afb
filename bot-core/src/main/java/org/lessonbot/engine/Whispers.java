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

/**
 * What people are told unasked, where the platform can. It is a courtesy, and platforms count it: only whom it is news for
 * is told, and whatever it says can also be asked for by a button.
 */
final class Whispers {
    private final Scenes scenes;
    private final Publisher publisher;
    private final Map<String, Platform> platforms;

    Whispers(Scenes scenes, Publisher publisher, Map<String, Platform> platforms) {
        this.scenes = scenes;
        this.publisher = publisher;
        this.platforms = platforms;
    }

    /** Tells everybody who answered the lesson's round their own part, once it is revealed to all. */
    void ownPart(Lesson lesson) {
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
    }

    /** Tells these people who works with them now. */
    void partners(Lesson lesson, Pairing pairing, Collection<String> people) {
        if (people.isEmpty()) {
            return;
        }
        List<String> told = List.copyOf(people);
        publisher.afterwards(lesson.id(), () -> {
            Roster roster = scenes.now(lesson).roster();
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
