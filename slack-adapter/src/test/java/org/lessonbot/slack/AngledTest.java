package org.lessonbot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.chat.Interaction.Command;
import org.lessonbot.engine.adapter.CommandLine;

/** What Slack makes of a typed line is undone. */
class AngledTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a &lt;b&gt; &amp;amp; c | a <b> &amp; c",
                "what is <http://a.example>? | what is http://a.example?",
                "who is in <#C1>, <!here>? | who is in #C1, @here?"
            })
    void aTextIsAsItWasTyped(String brought, String typed) {
        assertThat(read("ask " + brought)).isEqualTo(new Command("ask", Map.of("question", typed)));
    }

    @Test
    void whatSlackLabelsIsReadByItsLabel() {
        assertThat(read("ask who is <@U1|ann> in <#C1|news>, see <http://a.example|a.example>?"))
                .isEqualTo(new Command("ask", Map.of("question", "who is @ann in #news, see a.example?")));
    }

    @ParameterizedTest
    @CsvSource({"teacher <@U123|ann>", "teacher person:<@U123>"})
    void somebodyWhoIsPickedIsNamedByTheirId(String brought) {
        assertThat(read(brought))
                .isEqualTo(new Command("teacher", Map.of("person", "U123"), List.of(), Set.of("person")));
    }

    @ParameterizedTest
    @CsvSource({"teacher @ann lee, ann lee", "teacher Tom &amp; Ann, Tom & Ann"})
    void aNameThatIsTypedIsText(String brought, String name) {
        assertThat(read(brought)).isEqualTo(new Command("teacher", Map.of("person", name)));
    }

    @Test
    void whatBelongsNowhereComesBackAsItWasTyped() {
        assertThat(read("pause for <@U1|ann> &amp; me"))
                .isEqualTo(new Command("pause", Map.of(), List.of("for @ann & me"), Set.of()));
    }

    private static Command read(String brought) {
        return CommandLine.read(brought, new Angled());
    }
}
