package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A message in a channel, or one that only {@link #onlyFor} sees. It follows the edits that are made to it. */
public final class Post {
    private final Channel channel;
    private final String ts;
    private final String authorId;
    private final Optional<String> threadTs;
    private final Optional<User> onlyFor;
    private final List<Content> versions = new CopyOnWriteArrayList<>();
    private volatile boolean deleted;

    Post(
            Channel channel,
            String ts,
            String authorId,
            Optional<String> threadTs,
            Optional<User> onlyFor,
            Content content) {
        this.channel = channel;
        this.ts = ts;
        this.authorId = authorId;
        this.threadTs = threadTs;
        this.onlyFor = onlyFor;
        versions.add(content);
    }

    public Channel channel() {
        return channel;
    }

    /** This message as it stands now, for a person whose screen does not show the edits to come. */
    public Post asSeenNow() {
        return new Post(channel, ts, authorId, threadTs, onlyFor, content());
    }

    /** Its time and name within the channel. */
    public String ts() {
        return ts;
    }

    /** The message whose thread this one is in. */
    public Optional<String> threadTs() {
        return threadTs;
    }

    /** Who alone sees it, where it is ephemeral. */
    public Optional<User> onlyFor() {
        return onlyFor;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /** How often it was edited. */
    public int edits() {
        return versions.size() - 1;
    }

    /** The top text: all that shows where there are no blocks, else what notifications and screen readers say. */
    public String text() {
        return content().text();
    }

    public JsonArray blocks() {
        return content().blocks().deepCopy();
    }

    /** Every text in it that people see, one a line, in order; the top text where there are no blocks. */
    public String shown() {
        return blocks().isEmpty() ? text() : Shown.in(blocks());
    }

    /** What Slack would do beyond showing it: notify, link, fetch previews. */
    public List<Fired> fired() {
        return content().fired();
    }

    /** The ids of what can be pressed or chosen in it, in order. */
    public List<String> actionIds() {
        return Controls.in(blocks()).map(Controls.Control::actionId).toList();
    }

    /** The titles of the files shared with it. */
    public List<String> files() {
        return content().files();
    }

    /** The very same as long as it is not edited. */
    public Object version() {
        return content();
    }

    Content content() {
        return versions.get(versions.size() - 1);
    }

    boolean isBy(String userId) {
        return authorId.equals(userId);
    }

    void edit(Content content) {
        versions.add(content);
    }

    void delete() {
        deleted = true;
    }

    JsonObject describe() {
        return Json.object(
                "type",
                "message",
                "user",
                authorId,
                "bot_id",
                channel.workspace().botId(),
                "team",
                channel.workspace().id(),
                "ts",
                ts,
                "thread_ts",
                threadTs,
                "text",
                text(),
                "blocks",
                blocks());
    }

    @Override
    public String toString() {
        return onlyFor.map(user -> "only for " + user + ": ").orElse("") + shown();
    }
}
