package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;

/** Turns what an app wants to say into what is shown, or says what Slack would answer instead. */
final class Contents {
    /** The top text's limit when a message is posted. */
    static final int LONGEST_POST = 40_000;
    /** The top text's limit when a message is edited. */
    static final int LONGEST_EDIT = 4_000;

    private final World world;
    private final BlockRules rules;

    Contents(World world, BlockRules rules) {
        this.world = world;
        this.rules = rules;
    }

    Content read(Optional<String> text, Optional<JsonArray> blocks, int longest, boolean unfurls, boolean linkNames) {
        if (text.filter(said -> !said.isEmpty()).isEmpty()
                && blocks.filter(each -> !each.isEmpty()).isEmpty()) {
            throw new SlackError("no_text");
        }
        if (text.orElse("").length() > longest) {
            throw new SlackError("msg_too_long");
        }
        JsonArray sent = blocks.orElseGet(JsonArray::new);
        rules.checkMessage(sent);
        JsonArray named = Controls.named(sent, world::number);
        String said = text.orElse("");
        return new Content(said, named, Fired.in(said, named, unfurls, linkNames), List.of());
    }
}
