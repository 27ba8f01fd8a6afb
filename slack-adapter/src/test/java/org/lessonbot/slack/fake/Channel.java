package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A place to talk: a channel, a group's direct messages or one person's. */
public final class Channel {
    enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT,
        GROUP_DIRECT
    }

    private final Workspace workspace;
    private final String id;
    private final String name;
    private final Kind kind;
    private final String creatorId;
    private final Set<String> memberIds;
    private volatile boolean archived;

    Channel(Workspace workspace, String id, String name, Kind kind, String creatorId, Collection<String> memberIds) {
        this.workspace = workspace;
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.creatorId = creatorId;
        this.memberIds = Collections.synchronizedSet(new LinkedHashSet<>(memberIds));
    }

    public Workspace workspace() {
        return workspace;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The ids of those who are in here now, the bot's among them. */
    public Set<String> memberIds() {
        synchronized (memberIds) {
            return new LinkedHashSet<>(memberIds);
        }
    }

    public boolean isArchived() {
        return archived;
    }

    Kind kind() {
        return kind;
    }

    boolean has(String userId) {
        return memberIds.contains(userId);
    }

    boolean hasBot() {
        return has(workspace.botUserId());
    }

    boolean join(String userId) {
        return memberIds.add(userId);
    }

    void leave(String userId) {
        memberIds.remove(userId);
    }

    void archive() {
        archived = true;
    }

    /** The name as Slack puts it into what it sends to apps: those of private places are kept back. */
    String nameInPayload() {
        return switch (kind) {
            case PUBLIC -> name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
            case GROUP_DIRECT -> "mpdm-" + id.toLowerCase(Locale.ROOT);
        };
    }

    JsonObject describe() {
        return Json.object(
                "id",
                id,
                "name",
                name,
                "creator",
                creatorId,
                "is_channel",
                kind == Kind.PUBLIC,
                "is_group",
                kind == Kind.PRIVATE,
                "is_im",
                kind == Kind.DIRECT,
                "is_mpim",
                kind == Kind.GROUP_DIRECT,
                "is_private",
                kind != Kind.PUBLIC,
                "is_archived",
                archived,
                "is_member",
                hasBot(),
                "context_team_id",
                workspace.id());
    }

    @Override
    public String toString() {
        return "#" + name + " (" + id + ")";
    }
}
