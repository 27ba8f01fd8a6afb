package org.lessonbot.discord;

import static net.dv8tion.jda.api.JDA.Status.ATTEMPTING_TO_RECONNECT;
import static net.dv8tion.jda.api.JDA.Status.CONNECTED;
import static net.dv8tion.jda.api.JDA.Status.DISCONNECTED;
import static net.dv8tion.jda.api.JDA.Status.RECONNECT_QUEUED;
import static net.dv8tion.jda.api.JDA.Status.WAITING_TO_RECONNECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final Outage outage = new Outage();

    private List<Long> told(JDA.Status... statuses) {
        List<Long> told = new ArrayList<>();
        for (JDA.Status status : statuses) {
            outage.becomes(status).ifPresent(pause -> told.add(pause.toSeconds()));
        }
        return told;
    }

    private List<Long> toldOfTries(int failures) {
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < failures; i++) {
            told.addAll(told(ATTEMPTING_TO_RECONNECT, WAITING_TO_RECONNECT));
        }
        return told;
    }

    @Test
    void aLineThatBreaksAndHoldsAgainIsNoOutage() {
        assertThat(told(DISCONNECTED, WAITING_TO_RECONNECT, ATTEMPTING_TO_RECONNECT, CONNECTED))
                .isEmpty();
    }

    @Test
    void theWaitDoublesToHalfAMinuteAndNoFurther() {
        told(DISCONNECTED, WAITING_TO_RECONNECT);
        assertThat(toldOfTries(7)).containsExactly(2L, 4L, 8L, 16L, 32L, 32L, 32L);
    }

    @Test
    void aSessionThatIsLostWaitsLongerFromTheBeginning() {
        told(DISCONNECTED, RECONNECT_QUEUED, WAITING_TO_RECONNECT);
        assertThat(toldOfTries(5)).containsExactly(4L, 8L, 16L, 32L, 32L);
    }

    @Test
    void theNextOutageBeginsAnew() {
        told(DISCONNECTED, WAITING_TO_RECONNECT);
        toldOfTries(3);
        told(ATTEMPTING_TO_RECONNECT, CONNECTED, DISCONNECTED, WAITING_TO_RECONNECT);
        assertThat(toldOfTries(1)).containsExactly(2L);
    }
}
