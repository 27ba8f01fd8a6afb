package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Registering slash commands, for all guilds or for one. */
final class CommandRoutes {
    private static final int MOST_COMMANDS = 100;

    private final World world;
    private final Access access;

    CommandRoutes(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void serve(RestServer server) {
        server.on(Route.LIST_COMMANDS, this::list);
        server.on(Route.LIST_GUILD_COMMANDS, this::list);
        server.on(Route.SET_COMMANDS, this::set);
        server.on(Route.SET_GUILD_COMMANDS, this::set);
        server.on(Route.ADD_COMMAND, this::add);
        server.on(Route.ADD_GUILD_COMMAND, this::add);
        server.on(Route.DELETE_COMMAND, this::delete);
        server.on(Route.DELETE_GUILD_COMMAND, this::delete);
    }

    private String scope(Call call) {
        if (!call.variable("application").equals(world.applicationId())) {
            throw ApiError.missingAccess();
        }
        return Optional.ofNullable(call.variables().get("guild"))
                .map(guildId -> access.guild(guildId).id())
                .orElse(CommandBook.EVERYWHERE);
    }

    private Reply list(Call call) {
        return Reply.ok(world.commands().list(scope(call)));
    }

    private Reply set(Call call) {
        String scope = scope(call);
        FormErrors errors = new FormErrors();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < call.body().size(); i++) {
            JsonNode command = call.body().get(i);
            CommandRules.check(command, i + ".", errors);
            if (!names.add(command.path("name").asText())) {
                errors.add(
                        i + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }
        errors.throwIfAny();
        if (call.body().size() > MOST_COMMANDS) {
            throw new ApiError(400, 30032, "Maximum number of application commands reached (100).");
        }
        world.commands().clear(scope);
        call.body().forEach(command -> world.commands().put(scope, kept(command, scope)));
        return Reply.ok(world.commands().list(scope));
    }

    private Reply add(Call call) {
        String scope = scope(call);
        FormErrors errors = new FormErrors();
        CommandRules.check(call.body(), "", errors);
        errors.throwIfAny();
        ObjectNode command = kept(call.body(), scope);
        world.commands().put(scope, command);
        return Reply.created(command);
    }

    private ObjectNode kept(JsonNode sent, String scope) {
        ObjectNode command = sent.deepCopy();
        command.put("id", world.nextId())
                .put("application_id", world.applicationId())
                .put("version", world.nextId())
                .put("type", sent.path("type").asInt(1));
        if (!scope.equals(CommandBook.EVERYWHERE)) {
            command.put("guild_id", scope);
        }
        return command;
    }

    private Reply delete(Call call) {
        String scope = scope(call);
        ObjectNode command =
                world.commands().byId(scope, call.variable("command")).orElseThrow(ApiError::unknownCommand);
        world.commands().remove(scope, command);
        return Reply.nothing();
    }
}
