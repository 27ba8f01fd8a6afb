package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.report.Tally;

class PromptsVotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 0 | pair: 6 classes, 18 votes. Most chose \"warm\" (6 classes).",
                "7 | 0 | pair: 7 classes, 21 votes. RETIRE it: 7 of them chose \"warm\", which is more than 85 %.",
                "6 | 2 | pair: 8 classes, 24 votes. Most chose \"warm\" (6 classes).",
                "1 | 1 | pair: 2 classes, 6 votes. No side has more classes than the other.",
            })
    void aPairThatDividesNobodyIsToBeRetired(int warm, int direct, String line) {
        List<Tally<String>> classes = IntStream.range(0, warm + direct)
                .mapToObj(number -> new Tally<>(number < warm ? Map.of("warm", 3L) : Map.of("direct", 2L, "tie", 1L)))
                .toList();
        assertThat(PromptsVotes.line(new ItemVotes("pair", classes), Phrasebook.of("en")))
                .isEqualTo(line);
    }
}
