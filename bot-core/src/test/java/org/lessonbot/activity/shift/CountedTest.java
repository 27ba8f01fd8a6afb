package org.lessonbot.activity.shift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.plan.Phrasebook;

class CountedTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, ½", "1, 1", "1.5, 1½", "12.5, 12½", "13, 13"})
    void aHalfIsSaidAsPeopleWriteIt(double number, String said) {
        assertThat(new Counted(number).in(Phrasebook.of("en"))).isEqualTo(said);
        assertThat(new Counted(number).in(Phrasebook.of("de"))).isEqualTo(said);
        assertThat(new Counted(number).isHalf()).isEqualTo(said.contains("½"));
    }
}
