package org.lessonbot.web;

import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;

/** Whole lessons in the browser classroom, over real HTTP. */
class WebLessonsTest extends LessonContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}
