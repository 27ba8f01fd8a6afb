package org.lessonbot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiveawaysTest {
    private final Giveaways giveaways = Giveaways.read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "As an AI language model I cannot say.|",
                "I'm just an assistant, so I don't eat.|",
                "I’m just an assistant, so I don’t eat.|",
                "That was after my training data ends.|",
                "Ask ChatGPT.|",
                "My name is Claude.|",
                "I was made by Google.|",
                "This is what RLHF does.|",
                "As a base model I go on.|",
                "To be honest, no.|Honest",
                "Here is my honest opinion.|Honest",
                "Frankly, no.|Honest",
                "In a nutshell: no.|Brief",
                "I'll be direct with you.|Direct",
                "If you ask me, no.|Opinionated",
                "Better safe than sorry.|Cautious",
            })
    void whatGivesItselfAwayIsFound(String text, String value) {
        assertThat(giveaways.in(text, "en", value == null ? "" : value, List.of("Base model")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Claude Monet painted water lilies.|",
                "My star sign is Gemini, and I googled it.|",
                "An assistant at the shop helped me.|",
                "Frankly, no.|Warm",
                "Wear a warm scarf.|Warm",
                "An honest friend would tell you.|Honest",
                "The base camp is at 5000 metres.|",
                "I train on Mondays.|",
            })
    void ordinaryWordsAreNot(String text, String value) {
        assertThat(giveaways.in(text, "en", value == null ? "" : value, List.of("Base model")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Als KI kann ich das nicht sagen.|",
                "Ich bin nur ein Sprachmodell.|",
                "Das steht nicht in meinen Trainingsdaten.|",
                "Ich wurde von Google entwickelt.|",
                "So antwortet ein Basismodell.|",
                "Das macht RLHF.|",
                "Ehrlich gesagt, nein.|Ehrlich",
                "Um ehrlich zu sein, nein.|Ehrlich",
                "Offen gestanden, nein.|Ehrlich",
                "Hier ist meine ehrliche Meinung.|Ehrlich",
                "Kurz gesagt: nein.|Knapp",
                "Ohne Umschweife: nein.|Direkt",
            })
    void soIsWhatGermanGivesAway(String text, String value) {
        assertThat(giveaways.in(text, "de", value == null ? "" : value, List.of("RLHF-Modell")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Claude Monet hat Seerosen gemalt.|",
                "Der Assistent im Laden hat mir geholfen.|",
                "Mein Training ist am Montag.|Ehrlich",
                "Ehrliche Menschen mag ich.|Ehrlich",
                "Die Basis ist im Tal.|",
                "Zieh dich warm an.|Warm",
            })
    void ordinaryGermanWordsAreNot(String text, String value) {
        assertThat(giveaways.in(text, "de", value == null ? "" : value, List.of("RLHF-Modell")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, Frag ChatGPT., 1", "de, 'Die base model Antwort, im Ernst.', 1", "de, 'To be honest, nein.', 0"})
    void aTextOfAnotherLanguageIsHeldToWhatHoldsForAll(String language, String text, int found) {
        assertThat(giveaways.in(text, language, "Honest", List.of("Base model")))
                .hasSize(found);
    }
}
