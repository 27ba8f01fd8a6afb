package org.lessonbot.web;

import org.lessonbot.tck.DraftContract;
import org.lessonbot.tck.School;

/** The browser classroom keeps the contract, over real HTTP. */
class WebDraftTest extends DraftContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}
