package org.lessonbot.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.picture.Drawing;

/**
 * The scripts and styles of the pages, from memory. Their address holds a digest of them all, so that browsers may keep
 * them for ever and still have the new ones after an update.
 */
final class Assets {
    static final String PATH = "/assets/";

    private static final List<String> NAMES = List.of(
            "classroom.css",
            "board.css",
            "preview.css",
            "theme.js",
            "health.js",
            "room.js",
            "board.js",
            "lesson-board.js",
            "stage.js",
            "feed.js",
            "finger.js",
            "focus.js",
            "messages.js",
            "morph.js",
            "acts.js",
            "attendance.js",
            "renewal.js",
            "dialog.js",
            "composer.js",
            "clock.js",
            "view.js",
            "icon.svg");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String folder;

    Assets() {
        NAMES.forEach(name -> files.put(name, read("assets/" + name)));
        files.put("picture.css", Drawing.stylesheet().getBytes(StandardCharsets.UTF_8));
        folder = PATH + digest().substring(0, 16) + "/";
    }

    /** Where pages find them, with a slash at the end. */
    String folder() {
        return folder;
    }

    void serve(Context ctx) {
        String name = ctx.pathParam("name");
        byte[] file = files.get(name);
        if (file == null) {
            throw new Refusal(404, "web.refused.nothing");
        }
        ctx.header("Cache-Control", ctx.path().startsWith(folder) ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.contentType(type(name)).result(file);
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            default -> "image/svg+xml";
        };
    }

    static byte[] read(String path) {
        try (InputStream file = Assets.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("not in the jar: " + path);
            }
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
