package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.store.Lessons;

/** What goes wrong while a lesson is started leaves nothing behind: the next try starts it. */
class StartFailsTest extends ClubOverDays {
    @Test
    void aClassThatCouldNotBeginIsStartedByTheNextTry() {
        withoutRounds(() -> command(LEADER, "start"));
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        assertThat(command(LEADER, "start").toString()).contains("Started");

        assertThat(lesson().round()).isEqualTo(1);
        chat.await("its first post", there -> !there.room().isEmpty());
        chat.await("its console", there -> !there.console().isEmpty());
    }

    @Test
    void aClubThatCouldNotBeginIsStartedByTheNextTryFromItsFirstPartOn() {
        Message offer = command(LEADER, "start", Map.of("pace", "self", "until", "30 October 09:00"));
        withoutRounds(() -> press(LEADER, button(offer, "Start the club")));
        assertThat(new Lessons(store.database().jdbi()).in(ROOM)).isEmpty();

        press(LEADER, button(offer, "Start the club"));

        assertThat(lesson().round()).isEqualTo(1);
        chat.await("its post", there -> there.room().toString().contains("On your own: going on"));
    }

    private void withoutRounds(Runnable act) {
        rename("round", "round_away");
        act.run();
        rename("round_away", "round");
    }

    private void rename(String from, String to) {
        store.database().jdbi().useHandle(handle -> handle.execute("alter table " + from + " rename to " + to));
    }
}
