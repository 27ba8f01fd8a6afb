package org.lessonbot.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lessonbot.tck.Someone.TEACHER;
import static org.lessonbot.tck.Someone.student;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Trouble;

/** A teacher's console with drafts, what they look at, and the reveal with what a base thought, as they were reviewed. */
interface DraftPictureRules extends Rules {
    /** Where goldens are kept; nothing if this platform keeps none. */
    Optional<Path> goldens();

    @Test
    default void draftsAreSeenAsTheyWere() throws Exception {
        assumeTrue(goldens().isPresent(), "no goldens are kept of this platform");
        Golden golden = new Golden(goldens().orElseThrow(), school().sourceType());
        Choir choir = Choir.start(bot(), school());
        choir.ask("Sing of mist");
        choir.asked().get(0).fails(ModelException.Kind.BUSY);
        choir.asked().get(1).says("No.", Trouble.REFUSAL);
        choir.awaitConsole("what failed", card -> card.shows(choir.say("models.failed.busy")));
        choir.ask("Sing of the evening");
        choir.asked().get(0).says(DraftRules.WIND, Trouble.REPETITION, Trouble.CUT);
        choir.asked().get(1).becomes(Asked.State.Kind.WAITING, bot().now(), 3);
        Card waiting = choir.awaitConsole(
                "how far each is",
                card -> card.shows(choir.say("draft.waiting", 3)) && choir.count(card, choir.say("draft.here")) == 2);
        golden.check("console", waiting.source());

        choir.asked().get(1).says(DraftRules.HOOT);
        Card here = choir.awaitConsole("both answers", card -> choir.count(card, choir.say("draft.here")) == 3);
        Card seen = choir.room()
                .press(TEACHER, here, last(here, choir.say("draft.look")))
                .card();
        golden.check("look", seen.source());

        choir.room().press(TEACHER, seen, choir.say("draft.use"));
        choir.sitting().awaitCurrent("the round", card -> card.shows("Sing of the evening"));
        choir.sitting().guess(student(1), Plans.CAT);
        golden.check("reveal", choir.sitting().reveal().source());
    }

    private static Card.Button last(Card card, String label) {
        return card.buttons().stream()
                .filter(button -> button.label().equals(label))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
