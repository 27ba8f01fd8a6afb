package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Slack's rules for modals and App Homes (docs.slack.dev, views). */
final class ViewRules {
    private static final Set<String> HOME =
            Set.of("blocks", "private_metadata", "callback_id", "external_id", "clear_on_close", "notify_on_close");
    private static final Set<String> MODAL = Set.of(
            "blocks",
            "private_metadata",
            "callback_id",
            "external_id",
            "clear_on_close",
            "notify_on_close",
            "title",
            "submit",
            "close",
            "submit_disabled");

    private final BlockRules blockRules;

    ViewRules(BlockRules blockRules) {
        this.blockRules = blockRules;
    }

    /** Throws what Slack answers to such a view; does nothing where it is right. */
    void check(JsonObject json, String type) {
        List<String> complaints = new ArrayList<>();
        Part view = new Part(json, "/view", complaints);
        if (!view.type().equals(type)) {
            view.complain("unsupported type: " + view.type());
        }
        view.onlyHas(type.equals("home") ? HOME : MODAL);
        if (type.equals("modal")) {
            view.requires("title");
            List.of("title", "submit", "close").forEach(name -> view.plain(name, 24));
        }
        view.upTo("private_metadata", 3000);
        view.string("callback_id", BlockRules.LONGEST_ID);
        view.string("external_id", BlockRules.LONGEST_ID);
        view.requires("blocks");
        List<Part> blocks = view.children("blocks", 0, 100);
        blockRules.check(blocks, complaints);
        boolean asks = blocks.stream().anyMatch(block -> block.type().equals("input"));
        if (asks && type.equals("modal") && !view.has("submit")) {
            view.complain("missing required field: submit");
        }
        if (!complaints.isEmpty()) {
            throw new SlackError("invalid_arguments", complaints);
        }
    }
}
