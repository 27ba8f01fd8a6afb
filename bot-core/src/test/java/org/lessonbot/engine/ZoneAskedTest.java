package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;

/** Whose clock somebody goes by is asked once, at their first Continue, where the chat does not know. */
class ZoneAskedTest extends ClubOverDays {
    private static final String QUESTION = "Whose clock do you go by?";

    @BeforeEach
    void club() {
        start(ROOM);
    }

    private Message goOn(Person who) {
        return press(who, onward(ROOM));
    }

    private Form form() {
        Message first = goOn(ANN);
        return ((Reply.OpenForm) reply(ROOM, ANN, new Interaction.Press(button(first, "Say my time zone")))).form();
    }

    private Reply send(Form form, String zone) {
        return reply(ROOM, ANN, new Interaction.Submit(form.action(), Map.of("zone", zone)));
    }

    @Test
    void itIsAskedBelowTheFirstThingAndNeverAgain() {
        assertThat(goOn(ANN).toString()).contains("1 · Welcome", QUESTION);
        assertThat(goOn(ANN).toString()).contains("1 · Welcome").doesNotContain(QUESTION);

        start(OTHER);
        assertThat(press(OTHER, ANN, onward(OTHER)).toString()).doesNotContain(QUESTION);
        assertThat(press(OTHER, BEN, onward(OTHER)).toString()).contains(QUESTION);
    }

    @Test
    void whoseZoneTheChatKnowsAndWhoeverLeadsIsNotAsked() {
        Person known = new Person("k", "Kim", false, Optional.of(ZoneId.of("Asia/Seoul")));

        assertThat(goOn(known).toString()).contains("1 · Welcome").doesNotContain(QUESTION);
        assertThat(goOn(LEADER).toString()).doesNotContain(QUESTION);
    }

    @Test
    void whatIsSaidIsShownBackWithWhatTheyWereAt() {
        assertThat(seen(send(form(), "Tokyo")).toString())
                .contains("Your clock is that of Asia/Tokyo. You said so.", "1 · Welcome");
        assertThat(command(ANN, "me").toString()).contains("Asia/Tokyo");
    }

    @Test
    void whatIsNoZoneIsAskedBackAtItsField() {
        Reply.FixForm fix = (Reply.FixForm) send(form(), "Atlantis");

        assertThat(fix.reasons()).containsOnlyKeys("zone");
        assertThat(fix.otherwise().toString()).contains("Atlantis", "Open the form again");
    }

    @Test
    void whoeverSkipsItGoesOnByTheClockOfTheBot() {
        Message told = press(ANN, button(goOn(ANN), "Not now"));

        assertThat(told.toString())
                .contains("your clock is that of UTC", "1 · Welcome")
                .doesNotContain(QUESTION);
    }

    @Test
    void nobodyWhoWantsNoRemindersIsAskedInTheNextClub() {
        goOn(ANN);
        command(BEN, "join");
        command(BEN, "me", Map.of("remind", "none"));

        start(OTHER);
        assertThat(press(OTHER, BEN, onward(OTHER)).toString()).doesNotContain(QUESTION);
    }
}
