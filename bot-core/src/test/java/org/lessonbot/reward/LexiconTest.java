package org.lessonbot.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

class LexiconTest {
    private static final Lexicon ENGLISH = Lexicon.of("en-GB");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LENGTH | One two three, four-five don't six. | 0.6",
                "HEDGES | Maybe it's the rain, perhaps not. In May it may rain. | 3",
                "CERTAINTY | It is always so, of course. | 2",
                "QUESTIONS | Why? What do you want?! | 2",
                "ADDRESS | You know that your brother likes you're-welcome cards. | 1.5",
                "FIRST_PERSON | I’d say it’s me, and let’s see. | 1.5",
                "LIST | 1. Wash\\n2) Dry\\n- Fold | 1.5",
                "WARMTH | I'm so sorry, that sounds hard. Good luck! | 3",
                "EXAMPLES | For example, salt. For instance, sugar. | 2",
                "REFUSAL | I can't do that. Ask a teacher. | 2",
                "EXCLAMATIONS | Go! Now! | 2",
                "NUMBERS | At 7:30 take 2 of the 1,000 eggs. | 3"
            })
    void aFeatureIsSeenInWordsAndSigns(Feature feature, String text, double units) {
        assertThat(ENGLISH.units(feature, text.replace("\\n", "\n"))).isEqualTo(units);
    }

    @Test
    void whatALongTextHasIsCountedByFortyWords() {
        String eighty = "Why? Why? " + "word ".repeat(78);
        assertThat(ENGLISH.units(Feature.QUESTIONS, eighty)).isEqualTo(1);
        assertThat(ENGLISH.units(Feature.LENGTH, eighty)).isEqualTo(8);
    }

    @Test
    void aLanguageWithoutWordsOfItsOwnHasSigns() {
        Lexicon unknown = Lexicon.of("xx");

        assertThat(unknown.units(Feature.QUESTIONS, "Maybe you?")).isEqualTo(1);
        assertThat(unknown.units(Feature.HEDGES, "Maybe you?")).isZero();
        assertThat(unknown.words("Maybe you?")).isEqualTo(2);
    }

    @Test
    void aPairOfValuesIsOneUnitApart() {
        Provenance written = Provenance.of(Provenance.Origin.WRITTEN);
        Item item = new Item(
                "i",
                "shift",
                "everyday",
                "warm-direct",
                "?",
                Map.of("warm", new Response("Oh no!", written), "direct", new Response("Do this.", written)),
                Map.of("warm", new Item.Value("Warm", ""), "direct", new Item.Value("Direct", "")),
                "");

        Profile difference = Profile.of(item, "direct", ENGLISH).minus(Profile.of(item, "warm", ENGLISH));

        assertThat(difference.on(new Axis.Values("direct", "warm"))).isEqualTo(1);
        assertThat(difference.on(Feature.EXCLAMATIONS)).isEqualTo(-1);
        assertThat(difference.on(Feature.LENGTH)).isZero();
    }
}
