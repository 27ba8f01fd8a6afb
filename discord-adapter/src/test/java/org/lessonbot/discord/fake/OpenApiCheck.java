package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compares requests that the fake has carried out with Discord's published API description, when the system property {@value #PROPERTY} names the file.
 * The description is the judge of names, types and what is required; limits over whole messages are the fake's own.
 */
final class OpenApiCheck {
    static final String PROPERTY = "discord.openapi";

    private static final Map<String, OpenApiCheck> LOADED = new ConcurrentHashMap<>();

    private final SchemaWalk walk;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, Pattern path, int variables, JsonNode content) {}

    private OpenApiCheck(JsonNode description) {
        this.walk = new SchemaWalk(description);
        description
                .path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, described) -> operations.add(
                        operation(method, path, described.path("requestBody").path("content")))));
    }

    private static Operation operation(String method, String template, JsonNode content) {
        Pattern path = Pattern.compile(template.replaceAll("\\{\\w+}", "[^/]+"));
        return new Operation(method, path, template.split("\\{", -1).length, content);
    }

    static Optional<OpenApiCheck> ofSystemProperty() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(file -> LOADED.computeIfAbsent(file, OpenApiCheck::load));
    }

    private static OpenApiCheck load(String file) {
        try {
            return new OpenApiCheck(Json.read(Files.readAllBytes(Path.of(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the description has against this request, each with the request, the JSON path and the reason. */
    List<String> check(String method, String path, JsonNode body) {
        Optional<Operation> described = operations.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method)
                        && operation.path().matcher(path).matches())
                .min((one, other) -> Integer.compare(one.variables(), other.variables()));
        if (described.isEmpty()) {
            return List.of(method + " " + path + ": Discord's API description has no such operation");
        }
        JsonNode schema = described.get().content().path("application/json").path("schema");
        if (body.isMissingNode() || schema.isMissingNode()) {
            return List.of();
        }
        return walk.faults(schema, body, "$").stream()
                .map(fault -> method + " " + path + ": " + fault)
                .toList();
    }
}
