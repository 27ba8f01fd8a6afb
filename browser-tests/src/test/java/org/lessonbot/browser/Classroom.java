package org.lessonbot.browser;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.plan.Phrasebook;

/** A room that nobody has used before. */
final class Classroom {
    static final Words ENGLISH = Phrasebook.of("en");

    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final Bot bot;
    private final String room;

    Classroom(Bot bot) {
        this.bot = bot;
        this.room = bot.web().openRoom("Room " + ROOMS.incrementAndGet());
    }

    URI teacherLink() {
        return bot.web().teacherLink(room);
    }

    URI studentLink() {
        return bot.web().studentLink(room);
    }

    URI boardLink() {
        return bot.web().boardLink(room);
    }

    URI address() {
        return bot.web().address();
    }

    String code() {
        return bot.web().joinCode(room);
    }

    /** What people have entered in the lesson, as the database has it. */
    Entries entries() {
        return bot.entries(new Room("web", room));
    }
}
