package org.lessonbot.paper;

import org.lessonbot.tck.ClubContract;
import org.lessonbot.tck.School;

/** The contract can be kept. */
class PaperClubTest extends ClubContract {
    @Override
    protected School open() {
        return new PaperSchool(Flaw.NONE);
    }
}
