package org.lessonbot.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Verb;

class LatestConsolesTest {
    private static final Room ROOM = new Room("paper", "class");
    /** Of lesson 1. */
    private static final Message ASKED =
            Message.of(Block.Buttons.of(Button.primary(Action.of(1, Verb.PAUSE, ""), "Pause")));

    private static final Room ELSEWHERE = new Room("paper", "another class");

    /**
     * What is told before somebody asks for their console, and what while it is on its way: (c)losed, (d)rawn, the next (l)esson's drawn, closed for
     * somebody (e)lse, or in another room (r).
     */
    @ParameterizedTest
    @CsvSource({
        "'', '', asked",
        "cd, '', asked",
        "'', d, drawn 1",
        "d, dd, drawn 3",
        "'', c, closed 1",
        "d, cd, closed 2",
        "'', dc, closed 2",
        "c, d, drawn 2",
        "c, c, closed 2",
        "'', er, asked",
        "d, l, asked",
        "d, lc, closed 3",
        "dl, l, asked",
    })
    void whatWasToldWhileAnAnswerWasOnItsWayTakesItsPlace(String before, String meanwhile, String seen) {
        LatestConsoles consoles = new LatestConsoles();
        tell(consoles, before);

        long said = consoles.said();
        tell(consoles, meanwhile);

        assertThat(consoles.inPlaceOf(ASKED, said, ROOM, "lake"))
                .isEqualTo(seen.equals("asked") ? ASKED : Message.text(seen));
    }

    @ParameterizedTest
    @CsvSource({"'', d, true", "'', l, false", "d, l, false", "l, d, true", "d, '', false", "d, r, false"})
    void whoeverWasAskedToLeadOneLessonSeesNothingOfAnother(String before, String meanwhile, boolean seen) {
        LatestConsoles consoles = new LatestConsoles();
        tell(consoles, before);

        long said = consoles.said();
        tell(consoles, meanwhile);

        assertThat(consoles.drawnSince(said, ROOM, OptionalLong.of(1)).isPresent())
                .isEqualTo(seen);
    }

    private static void tell(LatestConsoles consoles, String all) {
        for (char told : all.toCharArray()) {
            Message message = Message.text((told == 'c' ? "closed " : "drawn ") + (consoles.said() + 1));
            switch (told) {
                case 'c' -> consoles.closed(ROOM, "lake", message);
                case 'd' -> consoles.drawn(ROOM, 1, message);
                case 'l' -> consoles.drawn(ROOM, 2, message);
                case 'e' -> consoles.closed(ROOM, "rivers", message);
                default -> {
                    consoles.closed(ELSEWHERE, "lake", message);
                    consoles.drawn(ELSEWHERE, 3, message);
                }
            }
        }
    }
}
