package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.preference.Forecast;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.engine.door.Reports;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.Lessons;

/** A model of a club's own votes guesses what comes next, and the guess is kept before whoever comes to it has answered. */
class ClubGuessTest extends ClubOverDays {
    private static final String SHIFT = "Take a shift as one of them";
    /** Which pair is dealt is chance, so it may know too little of it. */
    private static final String GUESSED = "A model trained on what you chose between other pairs expected"
            + "|When it was asked, a model trained on \\d+ choices of yours knew too little";

    @Test
    void aGuessIsKeptOnceEnoughHaveRatedAndIsSeenByWhoeverHasAnsweredFromFiveVotesOn() {
        start(ROOM);
        for (String name : List.of("one", "two", "three", "four")) {
            likesLongerOnes(name);
            assertThat(vote(name).toString()).doesNotContain("A model");
        }
        assertThat(round().deal()).contains("\"forecast\":null");

        likesLongerOnes("five");
        Message before = untilSeen(person("five"), VOTE);
        assertThat(before.toString()).doesNotContain("A model");
        Forecast kept = guess();

        assertThat(vote("five").toString()).containsPattern(GUESSED);
        assertThat(again(person("one")).toString()).containsPattern(GUESSED);
        likesLongerOnes("six");
        assertThat(untilSeen(person("six"), VOTE).toString()).doesNotContain("A model");
        assertThat(guess()).isEqualTo(kept.knows() ? kept : guess());

        assertThat(new Reports(store.database(), Phrasebook::of, ZoneId.of("UTC"))
                        .report(lesson().id(), false, Optional.empty(), clock.instant())
                        .orElseThrow()
                        .html())
                .containsPattern(GUESSED);
    }

    @Test
    void theLeadersButtonsHoldAfterAGuessWasKept() {
        start(ROOM);
        List.of("one", "two", "three", "four", "five").forEach(this::likesLongerOnes);
        untilSeen(person("five"), VOTE);
        String version = Long.toString(lesson().version());
        chat.await(
                "the console as it is now",
                room -> find(room.console(), "Pause")
                        .filter(pause -> pause.argument().equals(version))
                        .isPresent());

        press(LEADER, button(chat.console(), "Pause"));
        assertThat(lesson().status()).isEqualTo(Lesson.Status.PAUSED);
    }

    @Test
    void whoIsForgottenIsGoneFromTheGuessToo() {
        start(ROOM);
        List.of("one", "two", "three", "four", "five", "six").forEach(this::likesLongerOnes);
        untilSeen(person("six"), VOTE);
        assertThat(guess().votes()).isEqualTo(6 * 18L);

        forget("one");
        assertThat(guess().votes()).isEqualTo(5 * 18L);
        // Four are too few: a guess would speak of each of them.
        forget("two");
        assertThat(round().deal()).contains("\"forecast\":null");
    }

    @Test
    void whoIsForgottenIsGoneFromTheGuessThoughTheChatForgetsThemLater() {
        start(ROOM);
        List.of("one", "two", "three", "four", "five", "six").forEach(this::likesLongerOnes);
        untilSeen(person("six"), VOTE);

        chat.forgetsNobody = true;
        forget("one");
        assertThat(guess().votes()).isEqualTo(5 * 18L);
        chat.forgetsNobody = false;
        forget("one");

        assertThat(guess().votes()).isEqualTo(5 * 18L);
    }

    private void forget(String name) {
        press(person(name), Action.of(lesson().id(), Verb.FORGET_NOW, ""));
    }

    private Forecast guess() {
        return Json.read(round().deal(), PreferenceDeal.class).expected().orElseThrow();
    }

    private Round round() {
        return new Lessons(store.database().jdbi())
                .snapshot(lesson().id()).orElseThrow().rounds().stream()
                        .filter(round -> round.step().equals("prefer") && round.number() == 1)
                        .findFirst()
                        .orElseThrow();
    }

    private Message vote(String name) {
        return press(
                person(name),
                buttons(untilSeen(person(name), VOTE), "vote").get(0).action());
    }

    /** Rates twenty pairs, each time for the longer response, and says that it is enough. */
    private void likesLongerOnes(String name) {
        Message pair = untilSeen(person(name), SHIFT);
        for (int n = 0; n < 20; n++) {
            List<Block.Quote> texts = pair.blocks().stream()
                    .filter(Block.Quote.class::isInstance)
                    .map(Block.Quote.class::cast)
                    .toList();
            int longer = texts.get(1).text().length() > texts.get(2).text().length() ? 0 : 1;
            pair = press(person(name), buttons(pair, "rate").get(longer).action());
        }
        press(person(name), buttons(pair, "enough").get(0).action());
    }

    private static List<Button> buttons(Message message, String verb) {
        return message.blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .filter(button -> button.action().verb().equals(verb))
                .toList();
    }
}
