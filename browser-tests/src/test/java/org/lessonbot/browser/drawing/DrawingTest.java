package org.lessonbot.browser.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drawing shows all that is sent, and nothing else. */
class DrawingTest {
    private static final Set<String> READ =
            Set.of("content", "label", "text", "placeholder", "title", "name", "x_label", "y_label");
    /** Drawn to the right of all else, wherever it stands in JSON. */
    private static final String BESIDE = "accessory";

    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Punct}]");
    private static final Pattern DISCORD_TIME = Pattern.compile("<t:\\d+:[RtF]>");

    private final DiscordDrawing discord = new DiscordDrawing(Goldens.CLOCK);
    private final SlackDrawing slack = new SlackDrawing(Goldens.CLOCK);

    @TestFactory
    Stream<DynamicTest> allThatIsSentToDiscordIsDrawn() throws IOException {
        return drawn("discord-adapter", discord::draw);
    }

    @TestFactory
    Stream<DynamicTest> allThatIsSentToSlackIsDrawn() throws IOException {
        return drawn("slack-adapter", slack::draw);
    }

    private static Stream<DynamicTest> drawn(String adapter, Function<JsonNode, String> draw) throws IOException {
        return new Goldens(adapter)
                .files().stream()
                        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                            JsonNode message = Goldens.read(file);
                            assertThat(read(draw.apply(message))).isEqualTo(sent(message));
                        }));
    }

    /** The texts of a message in order; without punctuation, since some of it is markup. */
    private static String sent(JsonNode json) {
        StringBuilder texts = new StringBuilder();
        collect(json, texts);
        return SIGNS.matcher(DISCORD_TIME.matcher(texts).replaceAll("")).replaceAll("");
    }

    private static void collect(JsonNode json, StringBuilder texts) {
        json.fields().forEachRemaining(field -> {
            if (field.getValue().isTextual() && READ.contains(field.getKey())) {
                texts.append(field.getValue().asText());
            } else if (!field.getKey().equals(BESIDE)) {
                collect(field.getValue(), texts);
            }
        });
        if (json.has(BESIDE)) {
            collect(json.get(BESIDE), texts);
        }
        if (json.isArray()) {
            json.forEach(element -> collect(element, texts));
        }
    }

    /** What is read in a drawing, without times. */
    private static String read(String html) {
        String text = html.replaceAll("<time.*?</time>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return SIGNS.matcher(text).replaceAll("");
    }

    @Test
    void whatSomebodyWroteIsShownAndNeverObeyed() throws IOException {
        String inDiscord = discord.draw(Goldens.parse("""
                [{"type": 10, "content": "\\\\<script>alert(1)\\\\</script> & \\\\*x\\\\*"},
                 {"type": 2, "style": 2, "label": "<b>&amp;", "custom_id": "\\"><script>"}]
                """));
        String inSlack = slack.draw(Goldens.parse("""
                [{"type": "header", "text": {"type": "plain_text", "emoji": false, "text": "<script>alert(1)</script> &amp; *x*"}}]
                """));

        assertThat(inDiscord)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; *x*", "&lt;b&gt;&amp;amp;")
                .doesNotContain("<script", "<b>");
        assertThat(inSlack)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; *x*")
                .doesNotContain("<script");
    }

    @Test
    void discordsMarkdownIsObeyedAsFarAsTheBotUsesIt() throws IOException {
        String drawn = discord.draw(Goldens.parse("""
                [{"type": 10, "content": "**1\\\\. Base**\\n> one\\n> two\\n-# by us\\nuntil <t:0:t> (<t:0:R>)"}]
                """));

        assertThat(drawn)
                .contains("<b class=\"bold\">1. Base</b>")
                .contains("<blockquote class=\"quote\">one<br>two</blockquote>")
                .contains("<div class=\"small\">by us</div>")
                .contains(">10:40</time> (<time class=\"time\">in 8 minutes</time>)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 12, 'items': [{'media': {'url': 'x'}, 'spoiler': true}]}",
                "{'type': 17, 'components': [], 'spoiler': true}",
                "{'type': 2, 'style': 3, 'label': 'Success'}",
                "{'type': 2, 'style': 1, 'label': 'Join', 'emoji': {}}",
                "{'type': 10, 'content': 'an *emphasis*'}",
                "{'type': 10, 'content': 'a [link](https://example.org)'}",
                "{'type': 10, 'content': 'hello <@7>'}",
                "{'type': 10, 'content': '1. first'}",
                "{'type': 10, 'content': '# Large'}",
                "{'type': 10, 'content': '```\\nopen'}"
            })
    void whatIsNotKnownOfDiscordIsRefused(String component) {
        assertThatThrownBy(() -> discord.draw(Goldens.parse("[" + component.replace('\'', '"') + "]")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'image'}",
                "{'type': 'data_visualization', 'title': 'x', 'chart': {'type': 'pie', 'segments': []}}",
                "{'type': 'section', 'text': {'type': 'mrkdwn', 'text': '*x*'}}",
                "{'type': 'section', 'text': {'type': 'plain_text', 'text': ':+1:', 'emoji': true}}",
                "{'type': 'actions', 'elements': [{'type': 'datepicker'}]}",
                "{'type': 'actions', 'elements': [{'type': 'button', 'confirm': {}}]}",
                "{'type': 'rich_text', 'elements': [{'type': 'rich_text_list', 'style': 'ordered', 'elements': []}]}",
                "{'type': 'rich_text', 'elements': [{'type': 'rich_text_section', 'elements': [{'type': 'user'}]}]}"
            })
    void whatIsNotKnownOfSlackIsRefused(String block) {
        assertThatThrownBy(() -> slack.draw(Goldens.parse("[" + block.replace('\'', '"') + "]")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
