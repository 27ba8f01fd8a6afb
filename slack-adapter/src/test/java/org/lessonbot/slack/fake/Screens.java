package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each person has open: a stack of modals, and the app's home. */
final class Screens {
    private static final int HIGHEST_STACK = 3;

    private final World world;
    private final ViewRules rules;
    private final Map<User, Deque<View>> modals = new HashMap<>();
    private final Map<User, View> homes = new HashMap<>();

    Screens(World world, ViewRules rules) {
        this.world = world;
        this.rules = rules;
    }

    void check(JsonObject sent, String type) {
        rules.check(sent, type);
    }

    Optional<View> top(User user) {
        synchronized (world) {
            return Optional.ofNullable(stack(user).peek());
        }
    }

    Optional<View> home(User user) {
        synchronized (world) {
            return Optional.ofNullable(homes.get(user));
        }
    }

    /** Opens a modal in place of all that the person had open. */
    View open(User user, JsonObject sent) {
        stack(user).clear();
        return push(user, sent);
    }

    /** Lays a modal over the one that is open. */
    View push(User user, JsonObject sent) {
        if (stack(user).size() >= HIGHEST_STACK) {
            throw new SlackError("push_limit_reached");
        }
        Json.string(sent, "external_id")
                .filter(id -> byExternalId(user.workspace(), id).isPresent())
                .ifPresent(id -> {
                    throw new SlackError("duplicate_external_id");
                });
        String id = world.id("V");
        Optional<View> below = Optional.ofNullable(stack(user).peek());
        View view = new View(id, hash(), user, below.map(View::rootId).orElse(id), below.map(View::id), named(sent));
        stack(user).push(view);
        world.changed();
        return view;
    }

    /** Puts a new version in an open view's place. */
    View update(View old, JsonObject sent, Optional<String> hash) {
        View open = byId(old.user().workspace(), old.id()).orElseThrow(() -> new SlackError("not_found"));
        if (hash.isPresent() && !hash.get().equals(open.hash())) {
            throw new SlackError("hash_conflict");
        }
        View updated = new View(open.id(), hash(), open.user(), open.rootId(), open.previousId(), named(sent));
        if (open.type().equals("home")) {
            homes.put(open.user(), updated);
        } else {
            List<View> views = new ArrayList<>(stack(open.user()));
            views.replaceAll(view -> view.id().equals(updated.id()) ? updated : view);
            modals.put(open.user(), new ArrayDeque<>(views));
        }
        world.changed();
        return updated;
    }

    View publish(User user, JsonObject sent, Optional<String> hash) {
        Optional<View> shown = Optional.ofNullable(homes.get(user));
        if (hash.isPresent() && !hash.equals(shown.map(View::hash))) {
            throw new SlackError("hash_conflict");
        }
        String id = shown.map(View::id).orElseGet(() -> world.id("V"));
        View view = new View(id, hash(), user, id, Optional.empty(), named(sent));
        homes.put(user, view);
        world.changed();
        return view;
    }

    void close(View view) {
        stack(view.user()).removeIf(each -> each.id().equals(view.id()));
        world.changed();
    }

    void clear(User user) {
        stack(user).clear();
        world.changed();
    }

    Optional<View> byId(Workspace workspace, String id) {
        return all(workspace).filter(view -> view.id().equals(id)).findFirst();
    }

    Optional<View> byExternalId(Workspace workspace, String id) {
        return all(workspace)
                .filter(view -> view.externalId().filter(id::equals).isPresent())
                .findFirst();
    }

    private Stream<View> all(Workspace workspace) {
        return Stream.concat(modals.values().stream().flatMap(Deque::stream), homes.values().stream())
                .filter(view -> view.user().workspace().equals(workspace));
    }

    private Deque<View> stack(User user) {
        return modals.computeIfAbsent(user, any -> new ArrayDeque<>());
    }

    private String hash() {
        return world.number() + ".hash";
    }

    private JsonObject named(JsonObject sent) {
        JsonObject view = sent.deepCopy();
        JsonArray blocks = Controls.named(view.getAsJsonArray("blocks"), world::number);
        view.add("blocks", blocks);
        return view;
    }
}
