package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lessonbot.discord.fake.Call.Upload;

/** A multipart body: the JSON in {@code payload_json}, and the files beside it. */
record Multipart(JsonNode json, List<Upload> files) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern FILE_FIELD = Pattern.compile("files?\\[?(\\d+)]?");

    /** Reads a body; Latin-1 keeps every byte as one character. */
    static Multipart read(String contentType, byte[] body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("multipart without boundary: " + contentType);
        }
        JsonNode json = Json.missing();
        List<Upload> files = new ArrayList<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part);
            if (blank < 0 || !name.find()) {
                continue;
            }
            String content = part.substring(blank + 4, part.length() - 2);
            Matcher fileName = FILE_NAME.matcher(part.substring(0, blank));
            Matcher field = FILE_FIELD.matcher(name.group(1));
            if (name.group(1).equals("payload_json")) {
                json = Json.read(content.getBytes(StandardCharsets.ISO_8859_1));
            } else if (fileName.find() && field.matches()) {
                files.add(new Upload(
                        Integer.parseInt(field.group(1)),
                        fileName.group(1),
                        content.getBytes(StandardCharsets.ISO_8859_1)));
            } else {
                throw new IOException("unexpected part " + name.group(1));
            }
        }
        return new Multipart(json, files);
    }
}
