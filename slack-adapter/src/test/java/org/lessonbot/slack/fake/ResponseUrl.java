package org.lessonbot.slack.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One response_url: where it answers, and what was sent to it. */
final class ResponseUrl {
    final String address;
    final User user;
    final Channel channel;
    final Optional<Post> origin;
    final Instant issued;
    final List<JsonObject> uses = new CopyOnWriteArrayList<>();
    final List<Post> posts = new CopyOnWriteArrayList<>();

    ResponseUrl(String address, User user, Channel channel, Optional<Post> origin, Instant issued) {
        this.address = address;
        this.user = user;
        this.channel = channel;
        this.origin = origin;
        this.issued = issued;
    }
}
