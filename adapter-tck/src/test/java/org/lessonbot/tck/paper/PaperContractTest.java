package org.lessonbot.tck.paper;

/** The contract can be kept. */
class PaperContractTest extends PaperContract {
    PaperContractTest() {
        super(Flaw.NONE);
    }
}
