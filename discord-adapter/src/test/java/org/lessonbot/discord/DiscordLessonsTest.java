package org.lessonbot.discord;

import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;
import org.lessonbot.tck.WholeClubRules;

/** Whole lessons at Discord: the real JDA against the strict stand-in. */
class DiscordLessonsTest extends LessonContract implements WholeClubRules {
    @Override
    protected School open() {
        return new DiscordSchool();
    }
}
