package org.lessonbot.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;

class LatestConsolesTest {
    private static final Room ROOM = new Room("paper", "class");
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
        "dl, l, drawn 3",
    })
    void whatWasToldWhileAnAnswerWasOnItsWayTakesItsPlace(String before, String meanwhile, String seen) {
        LatestConsoles consoles = new LatestConsoles();
        tell(consoles, before);

        long said = consoles.said();
        tell(consoles, meanwhile);

        assertThat(consoles.inPlaceOf(Message.text("asked"), said, ROOM, "lake"))
                .isEqualTo(Message.text(seen));
    }

    @ParameterizedTest
    @CsvSource({"'', dd, false", "d, dl, true", "d, l, true", "dl, l, false", "d, r, false"})
    void anotherLessonIsOneThatTookThePlaceOfOne(String before, String meanwhile, boolean another) {
        LatestConsoles consoles = new LatestConsoles();
        tell(consoles, before);

        long said = consoles.said();
        tell(consoles, meanwhile);

        assertThat(consoles.anotherLessonSince(said, ROOM)).isEqualTo(another);
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
