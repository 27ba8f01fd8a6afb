package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Verb;

/** While a lesson is paused nothing counts, and nothing that was typed is lost. */
class BreakTest extends WholeClass {
    @Test
    void aThoughtThatIsTypedComesBack() {
        done(ROOM, TEACHER, command("start", Map.of()));
        while (!lesson(ROOM).step().equals("noticed")) {
            lead(Verb.NEXT);
        }
        lead(Verb.PAUSE);

        String told = done(ROOM, STUDENTS.get(0), command("say", Map.of("text", "It repeats itself")))
                .toString();

        assertThat(told).contains(WORDS.say("engine.not-while-paused"), "It repeats itself");
    }
}
