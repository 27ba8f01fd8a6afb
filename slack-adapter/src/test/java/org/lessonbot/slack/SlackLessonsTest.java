package org.lessonbot.slack;

import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;
import org.lessonbot.tck.WholeClubRules;

/** Whole lessons in Slack: the real Bolt against the strict fake. */
class SlackLessonsTest extends LessonContract implements WholeClubRules {
    @Override
    protected School open() throws InterruptedException {
        return new SlackSchool();
    }
}
