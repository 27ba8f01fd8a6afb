package org.lessonbot.browser.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What an adapter sends, as its own tests keep it. */
final class Goldens {
    /** Goldens have no times of their own: all are the epoch. It is taken for twenty to eleven, eight minutes from now. */
    static final Clock CLOCK =
            Clock.fixed(Instant.EPOCH.minus(Duration.ofMinutes(8)), ZoneOffset.ofHoursMinutes(10, 40));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param adapter the folder of its module */
    Goldens(String adapter) {
        folder = Path.of("..", adapter, "src/test/resources/golden");
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A moment of the shipped lesson. */
    JsonNode moment(String name) throws IOException {
        return read(folder.resolve("guide").resolve(name + ".json"));
    }

    /** A message, or the one container of it. */
    static JsonNode read(Path file) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(file));
        return json.isArray() ? json : JSON.createArrayNode().add(json);
    }

    static JsonNode parse(String json) throws IOException {
        return JSON.readTree(json);
    }
}
