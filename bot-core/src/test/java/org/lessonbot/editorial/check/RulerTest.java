package org.lessonbot.editorial.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;

class RulerTest {
    private static final Action ACTION = new Action(1, "step", 1, "verb", "");

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(Message.text("x".repeat(2900)), ""),
                Arguments.of(Message.text("x".repeat(3001)), "a text has"),
                Arguments.of(Message.text("*".repeat(1600)), "a text has"),
                Arguments.of(Message.of(quote(1500), quote(1500)), ""),
                Arguments.of(Message.of(quote(2000), quote(2001)), "the message has"),
                Arguments.of(Message.of(new Block.Heading("x".repeat(151))), "a heading has"),
                Arguments.of(Message.of(Block.Buttons.of(Button.plain(ACTION, "x".repeat(76)))), "a button has"),
                Arguments.of(new Message(Collections.nCopies(40, new Block.Divider())), "parts"),
                Arguments.of(new Message(Collections.nCopies(39, new Block.Divider())), ""),
                Arguments.of(Message.of(new Block.Picker("p", ACTION, List.of(), 0, 1)), ""));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatDoesNotFitIsNamed(Message message, String fault) {
        if (fault.isEmpty()) {
            assertThat(Ruler.faults(message)).isEmpty();
        } else {
            assertThat(Ruler.faults(message)).singleElement().asString().contains(fault);
        }
    }

    private static Block quote(int characters) {
        return new Block.Quote("", "x".repeat(characters), "");
    }
}
