package org.lessonbot.editorial.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lessonbot.plan.Response;

/**
 * What was answered for items that are not whole yet: JSON Lines, each line on the disk before the next question is asked. While
 * it is open no other process has it.
 */
final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROMPT = "prompt";
    private static final String RESPONSE = "response";
    private static final String WRITTEN = "written";

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Map<String, List<Response>>> answers = new LinkedHashMap<>();
    private final Map<String, Integer> written = new HashMap<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens it, or begins one; folders on the way to it are made.
     *
     * @return nothing while another process has it
     */
    static Optional<Journal> open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        Journal journal = new Journal(file, channel);
        journal.read();
        return Optional.of(journal);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private void read() throws IOException {
        // By the channel itself: where locks are strict, nobody else may read.
        String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(this::take);
        channel.position(channel.size());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            append("\n");
        }
    }

    /** A line that a crash cut off is no answer. */
    private void take(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String prompt = node.path(PROMPT).asText();
            if (node.has(WRITTEN)) {
                written.merge(prompt, 1, Integer::sum);
            } else if (node.has(RESPONSE)) {
                of(prompt, node.path("key").asText()).add(JSON.treeToValue(node.path(RESPONSE), Response.class));
            }
        } catch (JsonProcessingException cut) {
            return;
        }
    }

    /** All answers so far of one stage or value to a prompt. */
    List<Response> of(String prompt, String key) {
        return answers.computeIfAbsent(prompt, first -> new HashMap<>())
                .computeIfAbsent(key, first -> new ArrayList<>());
    }

    /** How many of each are used up: they stand in the bank. */
    int written(String prompt) {
        return written.getOrDefault(prompt, 0);
    }

    List<String> prompts() {
        return List.copyOf(answers.keySet());
    }

    void answered(String prompt, String key, Response response) throws IOException {
        of(prompt, key).add(response);
        append(JSON.createObjectNode().put(PROMPT, prompt).put("key", key).set(RESPONSE, JSON.valueToTree(response)));
    }

    void wrote(String prompt, String id) throws IOException {
        written.merge(prompt, 1, Integer::sum);
        append(JSON.createObjectNode().put(PROMPT, prompt).put(WRITTEN, id));
    }

    private void append(ObjectNode line) throws IOException {
        append(line + "\n");
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** Ends it; where all is used up nothing is left of it. */
    @Override
    public void close() throws IOException {
        boolean pending = answers.entrySet().stream()
                .anyMatch(one -> one.getValue().values().stream().anyMatch(all -> all.size() > written(one.getKey())));
        channel.close();
        if (!pending) {
            Files.deleteIfExists(file);
        }
    }
}
