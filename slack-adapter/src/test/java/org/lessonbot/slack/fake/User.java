package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;

/** Somebody in a workspace. */
public final class User {
    private final Workspace workspace;
    private final String id;
    private final String name;
    private volatile boolean admin;
    private volatile boolean owner;
    private volatile String zone = "America/Los_Angeles";

    User(Workspace workspace, String id, String name) {
        this.workspace = workspace;
        this.id = id;
        this.name = name;
    }

    /** Makes this user an admin of the workspace. */
    public User admin() {
        admin = true;
        return this;
    }

    /** Makes this user an owner of the workspace, who is an admin too. */
    public User owner() {
        owner = true;
        return admin();
    }

    /** Lets this user's profile name this zone. */
    public User in(String tz) {
        zone = tz;
        return this;
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

    JsonObject describe() {
        return Json.object(
                "id",
                id,
                "team_id",
                workspace.id(),
                "name",
                name,
                "real_name",
                name,
                "tz",
                zone,
                "deleted",
                false,
                "is_admin",
                admin,
                "is_owner",
                owner,
                "is_primary_owner",
                false,
                "is_bot",
                id.equals(workspace.botUserId()),
                "profile",
                Json.object("real_name", name, "display_name", name));
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
