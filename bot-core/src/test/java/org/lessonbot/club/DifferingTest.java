package org.lessonbot.club;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;

/** Whose reason somebody is shown. */
class DifferingTest {
    private static final Stop STOP = new Stop("prefer", 1);
    private static final Reason FOR_A = new Reason("", "a", "Prepared for side a.");
    private static final Reason FOR_B = new Reason("", "b", "Prepared for side b.");
    private static final Lesson CLUB = new Lesson(
            7,
            new Room("paper", "club"),
            Lesson.Pace.SELF,
            Lesson.Status.RUNNING,
            "",
            42,
            "prefer",
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Duration.ZERO,
            Optional.empty(),
            1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it is kinder            | true
            It's more honest        | true
            idk                     | false
            because                 | false
            no no no                | false
            just because            | false
            a. b. c.                | true
            ??? !!! ...             | false
            👍👍👍 👍                | false
            这个回答更友善             | true
            友善                     | false
            ฉันชอบคำตอบนี้มากกว่า     | true
            """)
    void threeDifferentWordsMakeAReason(String text, boolean one) {
        assertThat(Differing.isOne(text)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,true", "3,false", "4,false"})
    void whatWasPreparedGivesWayToThreePeoplesReasons(int people, boolean prepared) {
        List<Reason> reasons = people("b", people);
        reasons.add(FOR_A);
        reasons.add(FOR_B);

        Reason shown = differing(reasons).to("ann", "a").orElseThrow();

        assertThat(shown.answer()).isEqualTo("b");
        assertThat(shown.prepared()).isEqualTo(prepared);
    }

    @Test
    void onesOwnReasonAndOnesOwnSideAreNeverShown() {
        List<Reason> reasons = people("b", 3);
        reasons.add(FOR_A);

        for (Reason reason : people("b", 3)) {
            assertThat(differing(reasons).to(reason.owner(), "b")).contains(FOR_A);
            // Who answered otherwise in a second round with the same reasons still does not read their own.
            assertThat(differing(reasons).to(reason.owner(), "a").orElseThrow().owner())
                    .isNotEqualTo(reason.owner());
        }
        assertThat(differing(people("b", 3)).to("ann", "b")).isEmpty();
    }

    @Test
    void thoseTooShortCountForNothing() {
        List<Reason> reasons = people("b", 2);
        reasons.add(new Reason("short", "b", "idk"));
        reasons.add(FOR_B);

        assertThat(differing(reasons).to("ann", "a")).contains(FOR_B);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "4,false", "5,true", "40,true"})
    void whereNoneWasPreparedPeoplesAreShownOnceEnoughHaveAnswered(int answered, boolean shown) {
        Differing differing = new Differing(CLUB, people("b", 1), answered, List.of());

        assertThat(differing.to("ann", "a").isPresent()).isEqualTo(shown);
    }

    @Test
    void theFirstOneShownStaysWhateverElseComes() {
        List<Reason> reasons = people("b", 5);
        reasons.add(FOR_B);
        for (Reason first : reasons) {
            List<ShownReason> shown = new ArrayList<>(Collections.nCopies(9, shown("ben", first)));
            shown.add(shown("ann", first));

            assertThat(new Differing(CLUB, reasons, 9, shown).to("ann", "a")).contains(first);
        }
    }

    @Test
    void whereItsOwnerIsGoneAnotherIsShown() {
        List<Reason> reasons = people("b", 3);
        ShownReason gone = shown("ann", new Reason("gone", "b", "This one left us."));

        Optional<Reason> instead = new Differing(CLUB, reasons, 9, List.of(gone)).to("ann", "a");

        assertThat(instead).isPresent();
        assertThat(reasons).contains(instead.orElseThrow());
    }

    @Test
    void allAreShownEquallyOften() {
        List<Reason> reasons = people("b", 4);
        reasons.addAll(people("tie", 3));
        reasons.add(FOR_B);
        List<ShownReason> shown = new ArrayList<>();
        for (int n = 0; n < 70; n++) {
            String viewer = "viewer-" + n;
            shown.add(shown(
                    viewer,
                    new Differing(CLUB, reasons, 70, shown).to(viewer, "a").orElseThrow()));
        }

        Map<String, Integer> times = new HashMap<>();
        shown.forEach(one -> times.merge(one.owner(), 1, Integer::sum));

        assertThat(times)
                .hasSize(7)
                .allSatisfy((owner, often) -> assertThat(often).isEqualTo(10));
    }

    @Test
    void thePickDependsOnWhoLooksAndNotOnTheOrder() {
        List<Reason> reasons = people("b", 6);
        List<Reason> backwards = new ArrayList<>(reasons);
        Collections.reverse(backwards);
        Map<Reason, Integer> picked = new HashMap<>();
        for (int n = 0; n < 60; n++) {
            Optional<Reason> one = differing(reasons).to("viewer-" + n, "a");
            assertThat(differing(backwards).to("viewer-" + n, "a")).isEqualTo(one);
            picked.merge(one.orElseThrow(), 1, Integer::sum);
        }
        assertThat(picked).hasSizeGreaterThan(3);
    }

    private static Differing differing(List<Reason> reasons) {
        return new Differing(CLUB, reasons, 9, List.of());
    }

    private static List<Reason> people(String answer, int count) {
        List<Reason> reasons = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            reasons.add(new Reason(answer + "-" + n, answer, "This is reason number " + n));
        }
        return reasons;
    }

    private static ShownReason shown(String viewer, Reason reason) {
        return new ShownReason(STOP, viewer, reason.owner(), reason.answer());
    }
}
