package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Lesson;

/** A club whose parts end as soon as everybody is through with them. */
class ClubEarlyTest extends ClubOverDays {
    @Test
    void aPartEndsAsSoonAsEverybodyIsThroughIfTheLeaderSaidSo() {
        start(ROOM);
        endPartsEarly();

        untilSeen(ANN, "9 · Question review");

        assertThat(lesson().step()).isEqualTo("board");
    }

    @Test
    void aPartEndsEarlyByTheLastAnswer() {
        start(ROOM);
        press(ANN, hubButton("Continue"));
        next();
        next();
        endPartsEarly();

        write(ANN, untilSeen(ANN, "10 · Investigate"), "Because raters choose it.");

        assertThat(lesson().step()).isEqualTo("share");
    }

    @Test
    void aPartEndsEarlyOnceWhoeverWasNotThroughLeavesOrLeads() {
        start(ROOM);
        endPartsEarly();
        press(BEN, hubButton("Continue"));
        untilSeen(ANN, "You are through with this part");
        command(BEN, "leave");
        assertThat(lesson().step()).isEqualTo("board");

        press(BEN, hubButton("Continue"));
        untilSeen(ANN, "You are through with this part");
        command(LEADER, "teacher", Map.of("person", BEN.id()));
        assertThat(lesson().step()).isEqualTo("investigate");
    }

    @Test
    void aPartEndsEarlyOnceWhoeverWasNotThroughIsForgotten() {
        start(ROOM);
        endPartsEarly();
        press(BEN, hubButton("Continue"));
        untilSeen(ANN, "You are through with this part");

        press(BEN, Action.of(lesson().id(), Verb.FORGET_NOW, ""));

        assertThat(lesson().step()).isEqualTo("board");
    }

    @Test
    void aPartEndsEarlyAlsoIfAllWereThroughBeforeTheLeaderSaidSo() {
        start(ROOM);
        untilSeen(ANN, "You are through with this part");
        String all = "The one person who takes part has finished this part.";
        chat.await("that all are through", room -> room.room().toString().contains("text=" + all + ","));

        endPartsEarly();

        assertThat(lesson().step()).isEqualTo("board");
    }

    @Test
    void aClubThatIsReopenedGoesOnThoughAllWereThrough() {
        start(ROOM);
        endPartsEarly();
        untilSeen(ANN, "This club is over");
        assertThat(lesson().status()).isEqualTo(Lesson.Status.ENDED);

        command(LEADER, "extend", Map.of("until", "in 3 days"));
        chat.await("the hub", room -> room.room().toString().contains("going on until"));
        press(ANN, hubButton("Continue"));

        assertThat(lesson().status()).isEqualTo(Lesson.Status.RUNNING);
        assertThat(command(LEADER, "console", Map.of()).toString()).contains("End parts early");
    }

    private void endPartsEarly() {
        press(LEADER, button(command(LEADER, "console", Map.of()), "End parts early"));
    }
}
