package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lessonbot.plan.Phrasebook;

class ModelWordsTest {
    private final Phrasebook words = Phrasebook.of("en");

    @ParameterizedTest
    @EnumSource
    void eachTroubleIsSaidInWords(Trouble trouble) {
        assertThat(words.say("models.trouble." + small(trouble))).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void eachFailureIsSaidInWords(ModelException.Kind kind) {
        assertThat(words.say("models.failed." + small(kind))).isNotBlank();
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
