package org.lessonbot.paper;

import java.nio.file.Path;
import java.util.Optional;
import org.lessonbot.tck.DraftContract;
import org.lessonbot.tck.School;

/** The contract can be kept. */
class PaperDraftTest extends DraftContract {
    @Override
    protected School open() {
        return new PaperSchool(Flaw.NONE);
    }

    @Override
    public Optional<Path> goldens() {
        return Optional.empty();
    }
}
