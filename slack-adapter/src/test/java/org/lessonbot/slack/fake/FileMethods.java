package org.lessonbot.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files: an address is asked for, the bytes are sent to it, and then they are shared. */
final class FileMethods {
    static final String PATH = "/upload/";
    private static final String SCOPE = "files:write";

    private static final class Upload {
        final int length;
        boolean arrived;

        Upload(int length) {
            this.length = length;
        }
    }

    private final World world;
    private final String root;
    private final Map<String, Upload> uploads = new HashMap<>();

    FileMethods(World world, String root) {
        this.world = world;
        this.root = root;
    }

    Map<String, Method> all() {
        return Map.of(
                "files.getUploadURLExternal", Method.ofBot(Method.Tier.FOUR, SCOPE, this::address),
                "files.completeUploadExternal", Method.ofBot(Method.Tier.FOUR, SCOPE, this::complete));
    }

    private JsonObject address(Arguments arguments) {
        arguments.need("filename");
        int length = Integer.parseInt(arguments.need("length"));
        String id = world.id("F");
        uploads.put(id, new Upload(length));
        return Json.object("upload_url", root + PATH + id, "file_id", id);
    }

    /** Takes the bytes, as many as were announced. */
    void receive(HttpExchange exchange) throws IOException {
        int length = exchange.getRequestBody().readAllBytes().length;
        boolean right;
        synchronized (world) {
            Optional<Upload> upload = Optional.ofNullable(
                    uploads.get(exchange.getRequestURI().getPath().substring(PATH.length())));
            right = upload.filter(each -> each.length == length).isPresent();
            upload.ifPresent(each -> each.arrived = right);
        }
        ApiServer.respondText(exchange, right ? 200 : 400, right ? "OK - " + length : "Wrong length");
    }

    private JsonObject complete(Arguments arguments) {
        JsonArray files = arguments.array("files", "invalid_arguments").orElseGet(JsonArray::new);
        Map<String, String> titles = new HashMap<>();
        for (JsonObject file : Json.objects(files)) {
            String id = Json.string(file, "id").orElse("");
            if (!uploads.containsKey(id) || !uploads.get(id).arrived) {
                throw new SlackError("file_not_found");
            }
            titles.put(id, Json.string(file, "title").orElse(id));
        }
        Optional<Channel> channel = arguments.find("channel_id").map(id -> world.channel(arguments.workspace(), id));
        if (channel.filter(each -> !each.hasBot()).isPresent()) {
            throw new SlackError("not_in_channel");
        }
        titles.forEach(world::completeFile);
        channel.ifPresent(each -> share(each, arguments, List.copyOf(titles.values())));
        List<JsonObject> answer = new ArrayList<>();
        titles.forEach((id, title) -> answer.add(Json.object("id", id, "title", title)));
        return Json.object("files", Json.array(answer.stream()));
    }

    private void share(Channel channel, Arguments arguments, List<String> titles) {
        String comment = arguments.find("initial_comment").orElse("");
        Content content =
                new Content(comment, new JsonArray(), Fired.in(comment, new JsonArray(), true, false), titles);
        world.add(new Post(
                channel,
                world.ts(),
                channel.workspace().botUserId(),
                arguments.find("thread_ts"),
                Optional.empty(),
                content));
    }
}
