package org.lessonbot.paper;

import org.lessonbot.tck.PostingContract;
import org.lessonbot.tck.School;

/** The contract can be kept. */
class PaperPostingTest extends PostingContract {
    @Override
    protected School open() {
        return new PaperSchool(Flaw.NONE);
    }
}
