package org.lessonbot.slack.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Trigger ids: what a person just did lets the app open one view, once, within three seconds. */
final class Triggers {
    private static final class Trigger {
        final User user;
        final Instant issued;
        boolean used;

        Trigger(User user, Instant issued) {
            this.user = user;
            this.issued = issued;
        }
    }

    private final World world;
    private final Map<String, Trigger> issued = new HashMap<>();

    Triggers(World world) {
        this.world = world;
    }

    String issue(User user) {
        synchronized (world) {
            String id = world.number() + "." + user.workspace().id() + "." + user.id();
            issued.put(id, new Trigger(user, world.now()));
            return id;
        }
    }

    /** Whose trigger this is, if it can still be used. */
    User check(Workspace workspace, String id) {
        return find(workspace, id).user;
    }

    /** Uses the trigger up. */
    void redeem(Workspace workspace, String id) {
        find(workspace, id).used = true;
    }

    private Trigger find(Workspace workspace, String id) {
        Trigger trigger = Optional.ofNullable(issued.get(id))
                .filter(found -> found.user.workspace().equals(workspace))
                .orElseThrow(() -> new SlackError("invalid_trigger_id"));
        if (trigger.used) {
            throw new SlackError("exchanged_trigger_id");
        }
        if (world.now().isAfter(trigger.issued.plus(World.PATIENCE))) {
            throw new SlackError("expired_trigger_id");
        }
        return trigger;
    }
}
