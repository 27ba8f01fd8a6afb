package org.lessonbot.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.plan.Response;

/** What is wrong with an answer, and what is not. */
class AnswersTest {
    private static final String SKY = "Why is the sky blue?";

    private static Answer answer(String model, String prompt, String text, boolean unfinished) {
        ModelSetting setting = new ModelSetting(
                model,
                ModelSetting.Api.OPENAI,
                URI.create("http://localhost"),
                "org/Parrot-7B",
                "",
                "",
                300,
                0.7,
                List.of(),
                "DPO",
                1);
        Said said = new Said(text.replace("\\n", "\n"), "", "", unfinished, Optional.empty(), 9, "", "");
        return new Answers()
                .of(
                        setting,
                        new Request(model, prompt, "", false),
                        said,
                        new Answers.Circumstances("", Scene.BEGIN, Scene.BEGIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "TEMPLATE   ~ rlhf ~ Light.<|im_end|>\\n<|im_start|>user\\nAnd?",
                "TEMPLATE   ~ rlhf ~ [INST] Why is it? [/INST] Light.",
                "TEMPLATE   ~ rlhf ~ Light.\\n### Human: And the sea?",
                "TEMPLATE   ~ base ~ Light.\\n### Response:\\nIt is light.",
                "TEMPLATE   ~ base ~ Light.<|im_end|>",
                "TEMPLATE   ~ base ~ Light.\\nHuman: And the sea?",
                "TEMPLATE   ~ rlhf ~ <|start_header_id|>assistant<|end_header_id|> Light.",
                "NOT_RAW    ~ base ~ Sure! The sky is blue because light is scattered.",
                "NOT_RAW    ~ base ~ As an AI, I do not see the sky.",
                "NOT_RAW    ~ base ~ I’m happy to help. It is the light.",
                "REPETITION ~ base ~ It is blue. It is blue. It is blue. It is blue. It is blue.",
                "REPETITION ~ base ~ and the sea and the sky and the sea and the sky and the sea and the sky and the sea and the sky",
                "REPETITION ~ base ~ ha ha ha ha ha ha ha ha ha ha",
                "REPETITION ~ base ~ haaaaaaaaaaaaaaaaaaaaaaaaah",
                "REPETITION ~ base ~ 天天天天天天天天天天天天",
                "LANGUAGE   ~ rlhf ~ Das Licht der Sonne wird in der Luft gestreut, und das ist blau.",
                "LANGUAGE   ~ rlhf ~ Небо голубое из-за рассеяния света.",
                "LANGUAGE   ~ rlhf ~ 因为光被散射。",
                "LINKS      ~ rlhf ~ See https://example.org/sky for more.",
                "LINKS      ~ rlhf ~ Look at www.example.org, please.",
                "LINKS      ~ rlhf ~ It is on skyfacts.com in full.",
                "LINKS      ~ rlhf ~ It is [here](/sky).",
                "NAMES      ~ base ~ Asked by jane.doe@example.org on Monday.",
                "NAMES      ~ base ~ Call us at (020) 7946 0958 today.",
                "NAMES      ~ base ~ Thanks to @sky_watcher for this.",
                "NAMES      ~ base ~ It was found by Mr. Smith.",
                "NAMES      ~ base ~ It was found by the painter Maria Huber in spring.",
                "GIVEAWAY   ~ rlhf ~ I was trained to say that it is light.",
                "GIVEAWAY   ~ base ~ Ask ChatGPT.",
                "GIVEAWAY   ~ rlhf ~ I am org/parrot-7b and say it is light.",
                "GIVEAWAY   ~ rlhf ~ As DPO taught me, it is light.",
                "REASONING  ~ rlhf ~ <think>Light, then.</think>It is light.",
                "REASONING  ~ rlhf ~ Light, then.</think>\\n\\nIt is light.",
                "REASONING  ~ rlhf ~ [THINK]Light, then.[/THINK]It is light.",
                "REASONING  ~ rlhf ~ It is light. <think>Or is it",
            })
    void whatIsWrongIsNamed(Trouble trouble, String model, String text) {
        Answer answer = answer(model, SKY, text, false);
        assertThat(answer.troubles()).contains(trouble);
        assertThat(answer.usable()).isEqualTo(trouble != Trouble.TEMPLATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "rlhf ~ The sky is blue because air scatters blue light more than red light. It is the same all over the world!",
                "base ~ The sky is blue because of the sea, and the sea is blue because of the sky. I asked my teacher.\\n\\nWhy is grass green?",
                "rlhf ~ Light.<|im_end|>",
                "rlhf ~ <|begin_of_text|><|begin_of_text|>Light.</s>",
                "base ~ <|endoftext|>Light.<|endoftext|>",
                "base ~ - Light.\\n- Air.\\n- Dust.\\n- Your eye.",
                "rlhf ~ No, no, no, no: it is not the sea.",
                "rlhf ~ Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, merrily.",
                "rlhf ~ In New York City and over the Atlantic Ocean it is the same.",
                "rlhf ~ It took from 1869 to 1904, some 35 years. The wavelength is 450,000 pm, or 3.5 times less.",
                "base ~ It was blue.It had been so at 10.30 a.m. too.",
                "rlhf ~ Light, or Licht in German.",
                "rlhf ~ Yes.",
                "base ~ I think, therefore it is blue.",
                "rlhf ~ Response times differ: red light comes first.",
            })
    void whatIsRightIsLeftAlone(String model, String text) {
        Answer answer = answer(model, SKY, text, false);
        assertThat(answer.troubles()).isEmpty();
    }

    @Test
    void theEndsOfATextAreNoPartOfIt() {
        assertThat(answer("rlhf", SKY, "<s><s> Light.</s>", false).text()).isEqualTo("Light.");
        assertThat(answer("rlhf", SKY, "<s><s> Light.</s>", false).original()).isEqualTo("<s><s> Light.</s>");
    }

    @ParameterizedTest
    @CsvSource({
        "Warum ist der Himmel blau?, Das Licht der Sonne wird in der Luft gestreut., false",
        "Warum ist der Himmel blau?, The light of the sun is scattered in the air., true",
        "Pourquoi le ciel est-il bleu ?, Parce que la lumière est diffusée dans le ciel., false",
        "空はなぜ青いのですか。, 光が散乱するからです。, false",
        "空はなぜ青いのですか。, Because the light of the sun is scattered., true",
        "Sing!, La la la., false",
        "2 + 2 = ?, Четыре., false",
    })
    void aLanguageIsTheOneOfThePrompt(String prompt, String text, boolean differs) {
        assertThat(Tongue.differs(text, prompt)).isEqualTo(differs);
    }

    @Test
    void whatIsLongerThanAPostEndsAfterASentence() {
        String text = "Light is scattered by the air, says A. B. Smith. ".repeat(3) + "And more, ".repeat(100);

        Answer answer = answer("rlhf", SKY, text, false);

        assertThat(answer.text()).endsWith("Smith.").hasSizeLessThan(200);
        assertThat(answer.troubles()).contains(Trouble.CUT);
        assertThat(answer.provenance().cut()).isTrue();
    }

    @Test
    void withoutASentenceItEndsAfterAWordAndSaysSo() {
        String words =
                answer("rlhf", SKY, "light and air and ".repeat(60), false).text();
        assertThat(words).matches(".*(light|air|and) …").hasSizeLessThanOrEqualTo(Response.LONGEST);
        String one = answer("rlhf", SKY, "👩‍🚀".repeat(300), false).text();
        assertThat(one).hasSizeLessThanOrEqualTo(Response.LONGEST).endsWith("👩‍🚀 …");
        assertThat(answer("rlhf", SKY, "Light and", true).text()).isEqualTo("Light and …");
    }

    @Test
    void whatFitsIsWhole() {
        String text = "a".repeat(Response.LONGEST - 1) + ".";
        assertThat(answer("rlhf", SKY, text, false).text()).isEqualTo(text);
        assertThat(answer("rlhf", SKY, "Light. Air. And", true).text()).isEqualTo("Light. Air.");
        assertThat(answer("rlhf", SKY, "“Light.”", true).troubles()).containsExactly(Trouble.CUT);
    }

    @Test
    void whatAServerWithoutALimitSaysIsLookedAtInPart() {
        for (String endless : List.of("It is light. ", "</s>", " ", "a", "<think>", "1. ")) {
            Answer answer = answer("rlhf", SKY, "It is light. " + endless.repeat(500_000) + "Yes.", false);
            assertThat(answer.text()).hasSizeBetween(1, Response.LONGEST);
            assertThat(answer.original()).hasSize(20_000);
        }
    }

    @Test
    void aRefusalInAFieldOfItsOwnIsTheAnswer() {
        ModelSetting setting = Scene.setting("rlhf", ModelSetting.Api.OPENAI, URI.create("http://localhost"), "m");
        Said said = new Said("", "", "I’m sorry, no.", false, Optional.empty(), 9, "", "");

        Answer answer = new Answers()
                .of(
                        setting,
                        new Request("rlhf", SKY, "", false),
                        said,
                        new Answers.Circumstances("", Scene.BEGIN, Scene.BEGIN));

        assertThat(answer.text()).isEqualTo("I’m sorry, no.");
        assertThat(answer.troubles()).containsExactly(Trouble.REFUSAL);
    }
}
