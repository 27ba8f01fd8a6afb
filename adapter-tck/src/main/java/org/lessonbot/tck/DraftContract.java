package org.lessonbot.tck;

import java.nio.file.Path;
import java.util.Optional;

/** What must hold, on every platform, of what models are asked for a class. A subclass brings the school. */
public abstract class DraftContract extends Contract implements DraftRules, DraftPictureRules {
    @Override
    public Optional<Path> goldens() {
        return Optional.of(Path.of("src/test/resources/golden/drafts"));
    }
}
