package org.lessonbot.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.lessonbot.chat.Words;
import org.lessonbot.picture.Drawing;

/**
 * A whole page in one file.
 *
 * @param html the file
 */
public record Page(String html) {
    private static final String STYLE = read("page.css") + Drawing.stylesheet();

    /**
     * What a browser may do with the page: show it, by the one style that stands in it, and nothing else. It also stands in the page
     * itself, so that a copy on a disk is as harmless.
     */
    public static final String POLICY =
            "default-src 'none'; img-src data:; base-uri 'none'; style-src 'sha256-" + digest(STYLE) + "'";

    /**
     * @param kind the class of its body, which says how it is laid out
     * @param body its content, as HTML
     */
    static Page of(Words words, String kind, String title, String body) {
        return new Page("<!doctype html>\n<html lang=\"" + Html.escape(words.say("language.tag")) + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + Html.escape(POLICY) + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<title>" + Html.escape(title) + "</title>\n"
                + "<style>" + STYLE + "</style>\n</head>\n<body class=\"" + kind + "\">\n<main>\n" + body
                + "\n</main>\n</body>\n</html>\n");
    }

    private static String read(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
