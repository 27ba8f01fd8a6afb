package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who is who, where the gateway is, and direct conversations. */
final class DirectoryRoutes {
    private final World world;
    private final Access access;
    private final String gatewayUrl;

    DirectoryRoutes(World world, Access access, String gatewayUrl) {
        this.world = world;
        this.access = access;
        this.gatewayUrl = gatewayUrl;
    }

    void serve(RestServer server) {
        server.on(Route.GET_SELF, call -> Reply.ok(Payloads.self(world.bot())));
        server.on(Route.LIST_GUILDS, this::guilds);
        server.on(Route.GET_USER, this::user);
        server.on(Route.GET_MEMBER, this::member);
        server.on(Route.OPEN_DIRECT, this::openDirect);
        server.on(Route.GET_GATEWAY, call -> Reply.ok(Json.object().put("url", gatewayUrl)));
        server.on(Route.GET_GATEWAY_BOT, this::gatewayForBots);
    }

    private Reply guilds(Call call) {
        ArrayNode json = Json.array();
        world.guildsOfBot()
                .forEach(guild -> json.addObject()
                        .put("id", guild.id())
                        .put("name", guild.name())
                        .put("owner", false)
                        .put("permissions", Long.toString(Rights.byRoles(guild.bot()))));
        return Reply.ok(json);
    }

    private Reply user(Call call) {
        return Reply.ok(Payloads.user(world.user(call.variable("user")).orElseThrow(ApiError::unknownUser)));
    }

    private Reply member(Call call) {
        FakeGuild guild = access.guild(call.variable("guild"));
        return Reply.ok(Payloads.member(guild.memberById(call.variable("user")).orElseThrow(ApiError::unknownMember)));
    }

    private Reply openDirect(Call call) {
        FakeUser person = world.user(call.body().path("recipient_id").asText()).orElseThrow(ApiError::unknownUser);
        FakeChannel channel = world.channels().stream()
                .filter(known -> known.recipient().filter(person::equals).isPresent())
                .findFirst()
                .orElseGet(() -> {
                    FakeChannel opened = FakeChannel.direct(world.nextId(), person);
                    world.register(opened);
                    return opened;
                });
        return Reply.ok(Payloads.channel(channel));
    }

    private Reply gatewayForBots(Call call) {
        ObjectNode json = Json.object().put("url", gatewayUrl).put("shards", 1);
        json.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 999)
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return Reply.ok(json);
    }
}
