package org.lessonbot.tck;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whole lessons, as they must go on every platform. A subclass brings the school.
 */
public abstract class LessonContract extends Contract implements WholeLessonRules, GuideRules {
    @Override
    public Optional<Path> goldens() {
        return Optional.of(Path.of("src/test/resources/golden/steps"));
    }

    @Override
    public boolean playsEveryLesson() {
        return false;
    }
}
