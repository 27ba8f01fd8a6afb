package org.lessonbot.slack;

import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;

/** Whole lessons in Slack: the real Bolt against the strict fake. */
class SlackLessonsTest extends LessonContract {
    @Override
    protected School open() throws InterruptedException {
        return new SlackSchool();
    }
}
