package org.lessonbot.engine.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;

class ComplaintsTest {
    private static final Room ROOM = new Room("paper", "class");

    private final List<String> told = new ArrayList<>();
    private boolean somebodyThere = true;
    private final Complaints complaints = new Complaints((room, word) -> {
        if (somebodyThere) {
            told.add(room.id());
        }
        return somebodyThere;
    });

    @Test
    void teachersAreToldOnceUntilItIsThereAgain() {
        complain("rights");
        complain("rights");
        assertThat(told).hasSize(1);
        complain("threads");
        assertThat(told).hasSize(2);

        complaints.settled(ROOM, "rights");
        complain("rights");

        assertThat(told).hasSize(3);
    }

    @Test
    void whatNobodyHeardIsSaidAgain() {
        somebodyThere = false;
        complain("rights");
        somebodyThere = true;
        complain("rights");

        assertThat(told).hasSize(1);
    }

    private void complain(String about) {
        complaints.say(ROOM, about, "the operator is told of " + about, Message.text(about));
    }
}
