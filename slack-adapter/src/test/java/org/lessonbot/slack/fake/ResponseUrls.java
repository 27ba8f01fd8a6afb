package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The response_urls: each takes five answers in half an hour, wherever the person was, the bot in there or not. */
final class ResponseUrls {
    static final String PATH = "/response/";
    private static final int MOST_USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final World world;
    private final Contents contents;
    private final String root;
    private final Map<String, ResponseUrl> issued = new HashMap<>();

    ResponseUrls(World world, Contents contents, String root) {
        this.world = world;
        this.contents = contents;
        this.root = root;
    }

    ResponseUrl issue(User user, Channel channel, Optional<Post> origin) {
        synchronized (world) {
            String path = PATH + user.workspace().id() + "/" + world.number();
            ResponseUrl url = new ResponseUrl(root + path, user, channel, origin, world.now());
            issued.put(path, url);
            return url;
        }
    }

    /** Takes what the app sent to a response_url. */
    void use(String path, JsonObject body) {
        synchronized (world) {
            ResponseUrl url =
                    Optional.ofNullable(issued.get(path)).orElseThrow(() -> new SlackError("invalid_response_url"));
            if (world.now().isAfter(url.issued.plus(LIFE))) {
                throw new SlackError("expired_url");
            }
            if (url.uses.size() >= MOST_USES) {
                throw new SlackError("used_url");
            }
            show(url, body);
            url.uses.add(body);
            world.changed();
        }
    }

    /** Shows what came to a response_url, or as the acknowledgement of a slash command. */
    void show(ResponseUrl url, JsonObject body) {
        Optional<Post> origin = url.origin.filter(post -> !post.isDeleted());
        if (Json.flag(body, "delete_original")) {
            origin.ifPresent(Post::delete);
            return;
        }
        boolean inChannel =
                Json.string(body, "response_type").orElse("ephemeral").equals("in_channel");
        boolean unfurls =
                inChannel && Json.string(body, "unfurl_links").orElse("").equals("true");
        Content content = contents.read(
                Json.string(body, "text"),
                Json.find(body, "blocks").filter(JsonElement::isJsonArray).map(JsonElement::getAsJsonArray),
                Contents.LONGEST_POST,
                unfurls,
                false);
        if (Json.flag(body, "replace_original") && origin.isPresent()) {
            origin.get().edit(content);
        } else {
            url.posts.add(post(url, body, inChannel, content));
        }
    }

    private Post post(ResponseUrl url, JsonObject body, boolean inChannel, Content content) {
        return world.add(new Post(
                url.channel,
                world.ts(),
                url.user.workspace().botUserId(),
                Json.string(body, "thread_ts"),
                inChannel ? Optional.empty() : Optional.of(url.user),
                content));
    }

    /** Whether an acknowledgement says something that is to be shown. */
    static boolean says(JsonObject body) {
        return !Json.string(body, "text").orElse("").isEmpty()
                || Json.find(body, "blocks")
                        .map(JsonElement::getAsJsonArray)
                        .filter((JsonArray blocks) -> !blocks.isEmpty())
                        .isPresent();
    }
}
