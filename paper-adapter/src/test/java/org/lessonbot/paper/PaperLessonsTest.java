package org.lessonbot.paper;

import java.nio.file.Path;
import java.util.Optional;
import org.lessonbot.tck.LessonContract;
import org.lessonbot.tck.School;

/** Whole lessons on paper. */
class PaperLessonsTest extends LessonContract {
    @Override
    protected School open() {
        return new PaperSchool(Flaw.NONE);
    }

    @Override
    public Optional<Path> goldens() {
        return Optional.empty();
    }

    @Override
    public boolean playsEveryLesson() {
        return true;
    }
}
