package org.lessonbot.tck;

import org.lessonbot.chat.Words;
import org.lessonbot.engine.Await;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;

/** A lesson that is held in a classroom of its own, whoever sets its pace. */
abstract class Held {
    final Bot bot;
    final Classroom room;
    final Await await;

    private final Words words;

    /** @param words in which the lesson is held */
    Held(Bot bot, School school, Words words) {
        this.bot = bot;
        this.words = words;
        this.room = school.classroom();
        this.await = new Await(school.patience());
    }

    Classroom room() {
        return room;
    }

    Lesson lesson() {
        return bot.lesson(room.room());
    }

    Entries entries() {
        return bot.entries(room.room());
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** Waits until the bot has nothing more to say about it and everybody sees what it said. */
    void awaitPosts() {
        await.until("all posts to be up to date", () -> bot.pending(room.room()), pending -> pending == 0);
        Ledger said = bot.script().ledger();
        await.until("all posts to be seen", room::posts, posts -> said.isShownBy(room.room(), posts));
    }
}
