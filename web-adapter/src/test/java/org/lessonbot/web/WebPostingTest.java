package org.lessonbot.web;

import org.lessonbot.tck.PostingContract;
import org.lessonbot.tck.School;

/** The browser classroom keeps the contract, over real HTTP. */
class WebPostingTest extends PostingContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}
