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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an adapter sends, as its own tests keep it. */
final class Goldens {
    /** Goldens have no times of their own: all are the epoch. It is taken for twenty to eleven, eight minutes from now. */
    static final Clock CLOCK =
            Clock.fixed(Instant.EPOCH.minus(Duration.ofMinutes(8)), ZoneOffset.ofHoursMinutes(10, 40));

    /** One moment as it is written for Discord, or for Slack. */
    private static final Pattern TIME = Pattern.compile("<t:0:F> \\(<t:0:R>\\)|\"timestamp\"\\s*:\\s*0\\b");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** @param adapter the folder of its module */
    Goldens(String adapter) {
        folder = Path.of("..", adapter, "src/test/resources/golden");
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** A moment of the shipped lesson. */
    JsonNode moment(String name) throws IOException {
        return read(folder.resolve("guide").resolve(name + ".json"));
    }

    /** An image of a moment, as it was sent; nothing of others. */
    static Optional<byte[]> image(String adapter, String name) throws IOException {
        Path file = new Goldens(adapter).folder.resolve("guide").resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** A moment of a club, with these times in place of the epoch, in their order. */
    JsonNode club(String name, List<Instant> times) throws IOException {
        Iterator<Instant> next = times.iterator();
        String golden = Files.readString(folder.resolve("club").resolve(name + ".json"));
        String dated = TIME.matcher(golden)
                .replaceAll(time -> time.group()
                        .replaceAll("\\b0\\b", Long.toString(next.next().getEpochSecond())));
        JsonNode json = JSON.readTree(dated);
        return json.isArray() ? json : JSON.createArrayNode().add(json);
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
