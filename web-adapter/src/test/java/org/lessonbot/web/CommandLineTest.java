package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Interaction.Command;

class CommandLineTest {

    @Test
    void plainTextIsSaid() {
        assertThat(parse("  hello there ")).isEqualTo(new Command("say", Map.of("text", "hello there")));
    }

    @Test
    void aCommandStandsAloneOrBehindLesson() {
        assertThat(parse("/next")).isEqualTo(new Command("next", Map.of()));
        assertThat(parse("/lesson  Next")).isEqualTo(new Command("next", Map.of()));
        assertThat(parse("/lesson")).isEqualTo(new Command("", Map.of()));
    }

    @Test
    void optionsAreNamed() {
        assertThat(parse("/start pace:live lesson:how-ai-learns"))
                .isEqualTo(new Command("start", Map.of("pace", "live", "lesson", "how-ai-learns")));
    }

    @Test
    void whatIsNotNamedIsTheFirstOption() {
        assertThat(parse("/ask Why: is it polite?"))
                .isEqualTo(new Command("ask", Map.of("question", "Why: is it polite?")));
        assertThat(parse("/extend 5")).isEqualTo(new Command("extend", Map.of("minutes", "5")));
    }

    @Test
    void quotesHoldAValueTogether() {
        assertThat(parse("/join name:\"Ana Maria\"")).isEqualTo(new Command("join", Map.of("name", "Ana Maria")));
    }

    @Test
    void aPersonIsNamedAsTheyAreShown() {
        assertThat(parse("/teacher @Bo")).isEqualTo(new Command("teacher", Map.of("person", "p7")));
        assertThat(parse("/teacher Nobody")).isEqualTo(new Command("teacher", Map.of("person", "Nobody")));
    }

    @Test
    void anUnknownCommandIsLeftToTheEngine() {
        assertThat(parse("/nxt now")).isEqualTo(new Command("nxt", Map.of()));
    }

    private static Command parse(String typed) {
        return CommandLine.parse(typed, name -> name.equals("Bo") ? Optional.of("p7") : Optional.empty());
    }
}
