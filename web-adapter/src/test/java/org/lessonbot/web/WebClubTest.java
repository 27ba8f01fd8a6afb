package org.lessonbot.web;

import org.lessonbot.tck.ClubContract;
import org.lessonbot.tck.School;

/** The browser classroom keeps the contract, over real HTTP. */
class WebClubTest extends ClubContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}
