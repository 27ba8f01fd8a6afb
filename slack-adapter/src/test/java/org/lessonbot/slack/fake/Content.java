package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import java.util.List;

/**
 * What a message says at one time.
 *
 * @param text the text, which stands for the blocks in notifications where there are blocks
 * @param blocks the blocks as they were sent, none where only text was
 * @param fired what Slack would make of it beyond showing it: mentions, links, unfurls
 * @param files the titles of the files shared with it
 */
record Content(String text, JsonArray blocks, List<Fired> fired, List<String> files) {
    Content with(JsonArray otherBlocks) {
        return new Content(text, otherBlocks, fired, files);
    }
}
