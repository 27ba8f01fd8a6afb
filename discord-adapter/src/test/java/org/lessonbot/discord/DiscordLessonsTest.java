package org.lessonbot.discord;

import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;

/** Whole lessons at Discord: the real JDA against the strict stand-in. */
class DiscordLessonsTest extends LessonContract {
    @Override
    protected School open() {
        return new DiscordSchool();
    }
}
