package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;

class SwayTest {
    private static final Stop STOP = new Stop("prefer", 1);
    private static final Reason CLEOS = new Reason("cleo", "a", "It is the kinder one");

    @ParameterizedTest
    @CsvSource({"1,0,0,false", "4,4,4,false", "5,3,2,true", "9,9,0,true"})
    void readersCountAndThoseWhoThenChoseOtherwise(int readers, int choseAgain, int changed, boolean tells) {
        List<ShownReason> shown = new ArrayList<>();
        Map<String, String> answers = new HashMap<>();
        Map<String, String> again = new HashMap<>();
        for (int n = 0; n < readers; n++) {
            String who = "reader-" + n;
            shown.add(new ShownReason(STOP, who, "cleo", "a"));
            answers.put(who, "b");
            if (n < choseAgain) {
                again.put(who, n < changed ? "tie" : "b");
            }
        }
        // Neither another round's nor another reason's readers count.
        shown.add(new ShownReason(new Stop("prefer", 2), "reader-0", "cleo", "a"));
        shown.add(new ShownReason(STOP, "dan", "", "a"));
        again.put("dan", "a");

        Sway sway = Sway.of(STOP, List.of(CLEOS), shown, answers, again).get(0);

        assertThat(sway).isEqualTo(new Sway(STOP, "a", CLEOS.text(), false, readers, changed));
        assertThat(sway.tells()).isEqualTo(tells);
    }

    @Test
    void theMostReadComesFirstAndWhatNobodyReadNotAtAll() {
        Reason prepared = new Reason("", "b", "It gets to the point");
        List<ShownReason> shown = List.of(
                new ShownReason(STOP, "ann", "cleo", "a"),
                new ShownReason(STOP, "ben", "", "b"),
                new ShownReason(STOP, "cleo", "", "b"));

        List<Sway> sways = Sway.of(
                STOP,
                List.of(CLEOS, prepared, new Reason("dan", "a", "Nobody ever read this")),
                shown,
                Map.of(),
                Map.of());

        assertThat(sways).extracting(Sway::prepared).containsExactly(true, false);
    }
}
