package org.lessonbot.tck.paper;

import org.lessonbot.tck.PlatformContract;
import org.lessonbot.tck.School;

/** The contract for an adapter with this flaw. */
class PaperContract extends PlatformContract {
    private final Flaw flaw;

    PaperContract(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    protected School open() {
        return new PaperSchool(flaw);
    }

    final void begin() throws Exception {
        start();
    }

    final void end() {
        stop();
    }
}
