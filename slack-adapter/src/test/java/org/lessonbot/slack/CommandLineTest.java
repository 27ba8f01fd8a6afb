package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.chat.Interaction.Command;

class CommandLineTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                line("next", "next"),
                line("  NEXT  ", "next"),
                line("/next", "next"),
                line("", "help"),
                line("forget-me", "forget-me"),
                line("forget me", "forget-me"),
                line("extend 5", "extend", "minutes", "5"),
                line("extend minutes:5", "extend", "minutes", "5"),
                line("start pace:live lesson:same-news", "start", "pace", "live", "lesson", "same-news"),
                line("start same-news pace:live", "start", "lesson", "same-news", "pace", "live"),
                line("start pace:live same-news", "start", "lesson", "same-news", "pace", "live"),
                line("join name:\"Ann of Clair\"", "join", "name", "Ann of Clair"),
                line("join name:“Ann of Clair”", "join", "name", "Ann of Clair"),
                line("join \"Ann of Clair\"", "join", "name", "Ann of Clair"),
                line("ask Why: because? see 10:30", "ask", "question", "Why: because? see 10:30"),
                line("ask a &lt;b&gt; &amp;amp; c", "ask", "question", "a <b> &amp; c"),
                line("ask what is <http://a.example|a.example>?", "ask", "question", "what is a.example?"),
                line("ask who is <@U1|ann> in <#C1|news>, <!here>?", "ask", "question", "who is @ann in #news, @here?"),
                line("ask costs $1 \\ {0}", "ask", "question", "costs $1 \\ {0}"),
                line("teacher <@U123|ann>", "teacher", "person", "U123"),
                line("teacher person:<@U123>", "teacher", "person", "U123"),
                line("teacher @ann lee", "teacher", "person", "ann lee"),
                line("pause and breathe", "pause"),
                line("dance now", "dance"));
    }

    private static Arguments line(String typed, String name, String... options) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            values.put(options[i], options[i + 1]);
        }
        return Arguments.of(typed, new Command(name, values));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatIsTypedIsReadAsItIsMeant(String typed, Command meant) {
        assertThat(CommandLine.parse(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "nxt, next",
        "nextt, next",
        "enxt, next",
        "revael, reveal",
        "strat, start",
        "consol, console",
        "forget, forget-me",
        "paires, pairs",
        "hepl, help"
    })
    void theNearestCommandIsFound(String typed, String nearest) {
        assertThat(CommandLine.nearest(typed)).isEqualTo(nearest);
    }

    @Test
    void aVeryLongWordIsNoTrouble() {
        assertThat(CommandLine.nearest("x".repeat(100_000))).isNotEmpty();
    }
}
