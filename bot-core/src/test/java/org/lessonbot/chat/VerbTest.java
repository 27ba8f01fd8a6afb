package org.lessonbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbTest {
    /** Posts stand for months, so a word that was ever on a button is never another's. */
    @Test
    void theWordsOnButtonsOfOldPostsAreKnown() {
        List<String> onButtons = List.of(
                "next",
                "back",
                "reveal",
                "again",
                "skip",
                "pause",
                "resume",
                "extend",
                "end",
                "end-now",
                "pairs",
                "console",
                "export",
                "teacher",
                "gone",
                "join",
                "me",
                "forget",
                "forget-me",
                "forget-now",
                "mine",
                "nudge",
                "prompt");

        assertThat(onButtons).allSatisfy(word -> assertThat(Verb.of(word)).isPresent());
        assertThat(Verb.of("forget-me")).contains(Verb.FORGET_ME);
    }

    @Test
    void everyWordFitsOnAButtonAndIsOnes() {
        List<String> words = Arrays.stream(Verb.values()).map(Verb::word).toList();

        assertThat(words).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z-]{1,16}"));
    }

    @Test
    void whatIsOnlyOnButtonsIsNoCommand() {
        assertThat(Verb.command("end-now")).isEmpty();
        assertThat(Verb.command("say")).contains(Verb.SAY);
        assertThat(Verb.commands()).doesNotContain(Verb.SAY, Verb.FORGET_NOW, Verb.MINE);
    }
}
