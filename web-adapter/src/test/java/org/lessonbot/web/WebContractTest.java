package org.lessonbot.web;

import org.lessonbot.tck.PlatformContract;
import org.lessonbot.tck.School;

/** The browser classroom keeps the contract, over real HTTP. */
class WebContractTest extends PlatformContract {
    @Override
    protected School open() {
        return new WebSchool();
    }
}
