package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Round;

class DealtTest {
    public record Card(String name) {}

    @Test
    void whatWasDealtIsReadAgainOnlyWhereSomethingElseIsKept() {
        Card card = new Card("ace");
        Dealt<Card> dealt = new Dealt<>(round("{\"name\":\"ace\"}", Phase.CLOSED), card);

        Dealt<Card> open = dealt.with(dealt.round().open());
        assertThat(open.round().phase()).isEqualTo(Phase.OPEN);
        assertThat(open.deal()).isSameAs(card);
        assertThat(dealt.with(round("{\"name\":\"king\"}", Phase.CLOSED)).deal())
                .isEqualTo(new Card("king"));
    }

    private static Round round(String deal, Phase phase) {
        return new Round("step", 1, phase, deal, Instant.EPOCH, Optional.empty());
    }
}
