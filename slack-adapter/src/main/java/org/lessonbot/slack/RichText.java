package org.lessonbot.slack;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The parts of Slack's rich text. It is the one kind of text that has structure without markup: whatever characters stand in
 * it are shown and never obeyed.
 */
final class RichText {
    private static final TextStyle BOLD = TextStyle.builder().bold(true).build();

    private RichText() {}

    static RichTextBlock block(List<BlockElement> elements) {
        return RichTextBlock.builder().elements(elements).build();
    }

    static RichTextSectionElement section(RichTextElement... parts) {
        return RichTextSectionElement.builder().elements(List.of(parts)).build();
    }

    static BlockElement quote(String text) {
        return RichTextQuoteElement.builder().elements(List.of(text(text))).build();
    }

    static BlockElement preformatted(String text) {
        return RichTextPreformattedElement.builder()
                .elements(List.of(text(text)))
                .build();
    }

    static BlockElement bullets(List<String> lines) {
        List<RichTextElement> items =
                lines.stream().<RichTextElement>map(line -> section(text(line))).toList();
        return RichTextListElement.builder().style("bullet").elements(items).build();
    }

    static RichTextElement text(String text) {
        return RichTextSectionElement.Text.builder().text(text).build();
    }

    static RichTextElement bold(String text) {
        return RichTextSectionElement.Text.builder().text(text).style(BOLD).build();
    }

    /** A time of day, or of some day, shown to everybody in their own time zone. */
    static RichTextElement time(Instant instant, boolean dated) {
        String plainly = instant.truncatedTo(ChronoUnit.MINUTES).toString();
        if (instant.getEpochSecond() > Integer.MAX_VALUE) {
            // The SDK's timestamps end in 2038.
            return text(plainly);
        }
        return RichTextSectionElement.Date.builder()
                .timestamp(Math.toIntExact(instant.getEpochSecond()))
                .format(dated ? "{date_long_pretty}, {time}" : "{time} {date_short_pretty}")
                .fallback(plainly)
                .build();
    }

    static RichTextElement link(String label, URI target) {
        return RichTextSectionElement.Link.builder()
                .url(target.toString())
                .text(label)
                .build();
    }
}
