package org.lessonbot.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.chat.Verb;
import org.lessonbot.chat.Words;
import org.lessonbot.plan.Phrasebook;

class CommandLineTest {
    private static final Words WORDS = Phrasebook.of("en");

    static Stream<Arguments> lines() {
        return Stream.of(
                line("next", "next"),
                line("  NEXT  ", "next"),
                line("/next", "next"),
                line("/lesson  Next", "next"),
                line("lesson /next", "next"),
                line("", "help"),
                line("/", "help"),
                line("/lesson", "help"),
                line("forget-me", "forget-me"),
                line("Forget  me", "forget-me"),
                line("forget", "forget-me"),
                line("extend 5", "extend", "minutes", "5"),
                line("extend minutes:5", "extend", "minutes", "5"),
                line("start pace:live lesson:same-news", "start", "pace", "live", "lesson", "same-news"),
                line("start same-news pace:live", "start", "lesson", "same-news", "pace", "live"),
                line("start Pace: LIVE Lesson: same-news", "start", "pace", "live", "lesson", "same-news"),
                line("start pace:\"live\" lesson:„same-news“", "start", "pace", "live", "lesson", "same-news"),
                line("join name:Rainbow Cat", "join", "name", "Rainbow Cat"),
                line("join Rainbow Cat", "join", "name", "Rainbow Cat"),
                line("join Name：虹猫", "join", "name", "虹猫"),
                line("join name:\"Ann of Clair\"", "join", "name", "Ann of Clair"),
                line("join \"Ann of Clair\"", "join", "name", "Ann of Clair"),
                line("join name:", "join"),
                line("join name:\"\"", "join"),
                line("ask: Why?", "ask", "question", "Why?"),
                line("ask Why: because? see 10:30", "ask", "question", "Why: because? see 10:30"),
                line("ask One question: can it lije?", "ask", "question", "One question: can it lije?"),
                line("ask One question:can it lie?", "ask", "question", "One question:can it lie?"),
                line("ask question:can it lie?", "ask", "question", "can it lie?"),
                line("ask Question: can it lie?", "ask", "question", "can it lie?"),
                line("ask question:Is this the question: yes?", "ask", "question", "Is this the question: yes?"),
                line("ask question:\"can it lie\" and more", "ask", "question", "\"can it lie\" and more"),
                line("ask \"Why\" and \"how\"", "ask", "question", "\"Why\" and \"how\""),
                line("ask \"Why does it \"think\"?\"", "ask", "question", "Why does it \"think\"?"),
                line("ask \"unclosed", "ask", "question", "\"unclosed"),
                line("ask 'It's here'", "ask", "question", "It's here"),
                line("ask it's what 'they' say", "ask", "question", "it's what 'they' say"),
                line("ask http://a.example/?b:c", "ask", "question", "http://a.example/?b:c"),
                line("ask costs $1 \\ {0}", "ask", "question", "costs $1 \\ {0}"),
                line("teacher @ann lee", "teacher", "person", "ann lee"),
                line("say what: ever", "say", "text", "what: ever"),
                line("dance", "dance"));
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
        assertThat(read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Rainbow Cat\"",
                "“Rainbow Cat”",
                "„Rainbow Cat“",
                "„Rainbow Cat”",
                "”Rainbow Cat”",
                "‟Rainbow Cat„",
                "«Rainbow Cat»",
                "« Rainbow Cat »",
                "«\u00a0Rainbow Cat\u00a0»",
                "»Rainbow Cat«",
                "»Rainbow Cat»",
                "‹Rainbow Cat›",
                "›Rainbow Cat‹",
                "「Rainbow Cat」",
                "『Rainbow Cat』",
                "‘Rainbow Cat’",
                "‚Rainbow Cat‘",
                "'Rainbow Cat'",
                "“Rainbow Cat\"",
                "\"Rainbow Cat”",
                "＂Rainbow Cat＂",
                "＇Rainbow Cat＇",
                "｢Rainbow Cat｣",
                "﹁Rainbow Cat﹂",
                "﹃Rainbow Cat﹄",
                "⹂Rainbow Cat“"
            })
    void quotationMarksOfAllLanguagesHoldAValueTogether(String quoted) {
        assertThat(read("join name:" + quoted)).isEqualTo(new Command("join", Map.of("name", "Rainbow Cat")));
        assertThat(read("join " + quoted)).isEqualTo(new Command("join", Map.of("name", "Rainbow Cat")));
        assertThat(read("start lesson:" + quoted + " pace:live"))
                .isEqualTo(new Command("start", Map.of("lesson", "Rainbow Cat", "pace", "live")));
        assertThat(read("start lesson:" + quoted.replace("Cat", "pace:live")))
                .isEqualTo(new Command("start", Map.of("lesson", "Rainbow pace:live")));
    }

    @Test
    void allMarksOfUnicodeAreMarksOfAPair() {
        List<String> marks = new UnicodeSet("[:Quotation_Mark:]").stream().toList();
        assertThat(marks)
                .filteredOn(opener -> marks.stream()
                        .noneMatch(closer -> read("join " + opener + "Ann" + closer)
                                .option("name")
                                .equals("Ann")))
                .filteredOn(alone -> marks.stream()
                        .noneMatch(opener -> read("join " + opener + "Ann" + alone)
                                .option("name")
                                .equals("Ann")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause and breathe | and breathe | “/lesson pause” stands alone",
                "next force:yes | force:yes | “/lesson next” stands alone",
                "forget me not | not | “/lesson forget-me” stands alone",
                "join name:Ann name:Bo | name:Bo | name: stands there twice",
                "join name:\"Ann\" name: \"Bo\" | name: \"Bo\" | name: stands there twice",
                "ask question:Why? question:How? | question:How? | question: stands there twice",
                "join nmae:Ann | nmae:Ann | “/lesson join” has no “nmae:”. It takes name:",
                "start speed:fast | speed:fast | “/lesson start” has no “speed:”. It takes lesson:, pace:",
                "start a speed:fast x pace:live | speed:fast x | “/lesson start” has no “speed:”"
            })
    void whatBelongsNowhereComesBack(String typed, String left, String complaint) {
        Command command = read(typed);

        assertThat(command.left()).containsExactly(left);
        assertThat(Misread.complaint(command, false, WORDS).orElseThrow().toString())
                .contains(complaint, left, WORDS.say("written"));
    }

    @Test
    void aValueThatIsNoneOfItsChoicesComesBackWithThem() {
        assertThat(Misread.complaint(read("start pace:quick as that"), true, WORDS)
                        .orElseThrow()
                        .toString())
                .contains("pace can be live", "quick as that");
    }

    @Test
    void aCommandThatThereIsNotComesBackWithAllThatStoodBehindIt() {
        assertThat(Misread.complaint(read("aks Why: is it so? b:c"), false, WORDS)
                        .orElseThrow()
                        .toString())
                .contains("“aks”", "/lesson ask", "Why: is it so? b:c");
    }

    @ParameterizedTest
    @CsvSource({
        "nxt, next",
        "nextt, next",
        "enxt, next",
        "revael, reveal",
        "strat, start",
        "consol, console",
        "paires, pairs",
        "edn, help",
        "hepl, help",
        "dance, help"
    })
    void aTeacherIsOfferedTheNearestCommand(String typed, String nearest) {
        assertThat(CommandLine.nearest(typed, true).word()).isEqualTo(nearest);
    }

    @Test
    void noTypoOffersAStudentWhatOnlyTeachersMayDoNorAnybodyWhatEndsOrErases() {
        Random random = new Random(8);
        for (Verb verb : Verb.commands()) {
            for (int i = 0; i < 200; i++) {
                String typo = typo(verb.word(), random);
                assertThat(CommandLine.nearest(typo, false).isForTeachers())
                        .as(typo)
                        .isFalse();
                for (boolean teaches : List.of(true, false)) {
                    assertThat(CommandLine.nearest(typo, teaches).word())
                            .as(typo)
                            .isNotIn("end", "leave", "forget-me");
                }
            }
        }
    }

    private static String typo(String name, Random random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at)
                + "aeiounrst".charAt(random.nextInt(9))
                + name.substring(Math.min(name.length(), at + random.nextInt(3)));
    }

    @Test
    void aVeryLongWordIsNoTrouble() {
        assertThat(CommandLine.nearest("x".repeat(100_000), true).word()).isEqualTo("help");
    }

    /** Names, quotation marks and colons apart, every character typed is part of a value or comes back. */
    @Test
    void nothingTypedIsEverDropped() {
        Random random = new Random(20261129);
        for (int i = 0; i < 20_000; i++) {
            String command =
                    Verb.commands().get(random.nextInt(Verb.commands().size())).word();
            String typed = random.ints(random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            Command read = read(command + " " + typed);

            String there = counted(read.options().values(), read.left());
            assertThat(there).as("%s %s → %s", command, typed, read).isEqualTo(counted(List.of(typed), List.of()));
            if (!read.left().isEmpty() && !read.name().equals("help")) {
                String told = Misread.complaint(read, true, WORDS).orElseThrow().toString();
                read.left().forEach(left -> assertThat(told).contains(left));
            }
        }
    }

    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            " ",
            "name:",
            "question:",
            "lesson:",
            "pace:",
            "person:",
            "item:",
            "minutes:",
            "Pace:",
            "lisson:",
            "live",
            "a",
            "bc",
            "d:e",
            "f: ",
            ":",
            "::",
            "\"",
            "“",
            "”",
            "„",
            "«",
            "»",
            "‹",
            "›",
            "「",
            "」",
            "'",
            "’",
            "@",
            "\u00a0",
            "\n",
            "\u3000",
            "虹",
            "é",
            "👍",
            "-",
            "/",
            "http://x",
            "1");

    /** All letters of it, sorted, because options may stand in another order than they were typed. */
    private static String counted(Iterable<String> values, Iterable<String> left) {
        String all = String.join(" ", values) + " " + String.join(" ", left);
        for (Verb verb : Verb.commands()) {
            for (Verb.Option option : verb.options()) {
                all = all.replaceAll("(?i)" + option.name() + "(?=:)", "");
            }
        }
        return all.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> "\"“”„«»‹›「」'’:@".indexOf(c) < 0)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whatAPlatformWritesInAWayOfItsOwnIsReadByIt() {
        Command read = CommandLine.read("teacher <@U1>", brought -> "text " + brought);

        assertThat(read).isEqualTo(new Command("teacher", Map.of("person", "text <@U1>")));
        assertThat(CommandLine.read("pause <@U1>", brought -> "text " + brought).left())
                .containsExactly("text <@U1>");
    }

    private static Command read(String typed) {
        return CommandLine.read(typed, text -> text);
    }
}
