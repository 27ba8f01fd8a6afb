package org.lessonbot.picture.png;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The letters of images. Our own font looks the same on every machine; what it lacks, as Chinese, is written in the machine's. A machine
 * without any font, as servers are, is told of ours before Java asks for its fonts again: without one it would draw nothing at all.
 */
final class Fonts {
    private static final String OWN = "Lesson Sans";
    private static final List<String> FILES = List.of("LessonSans.ttf", "LessonSans-Bold.ttf");
    /** Where Java looks for what takes the place of the machine's fonts. */
    private static final String TABLE = "sun.awt.fontconfig";

    private static final Font FONT = load();

    private Fonts() {}

    /** A family that has all these letters, or has most of them. */
    static String forAll(String text) {
        return FONT.canDisplayUpTo(text) < 0 ? OWN : Font.SANS_SERIF;
    }

    private static Font load() {
        System.setProperty("java.awt.headless", "true");
        try {
            try {
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
            } catch (InternalError | RuntimeException noFont) {
                System.setProperty(TABLE, table().toString());
            }
            Font plain = register(FILES.get(0));
            register(FILES.get(1));
            return plain;
        } catch (IOException | FontFormatException failure) {
            throw new IllegalStateException("cannot load the font of images", failure);
        }
    }

    private static Font register(String name) throws IOException, FontFormatException {
        try (InputStream file = open(name)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return font;
        }
    }

    private static InputStream open(String name) {
        InputStream file = Fonts.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException(name + " is not in the jar");
        }
        return file;
    }

    /** The fonts of a machine that has ours alone, in the form of Java's {@code fontconfig.properties}. */
    private static Path table() throws IOException {
        Path folder = Files.createTempDirectory("lesson-fonts");
        folder.toFile().deleteOnExit();
        Path font = folder.resolve(FILES.get(0));
        try (InputStream file = open(FILES.get(0))) {
            Files.copy(file, font);
        }
        font.toFile().deleteOnExit();
        StringBuilder table = new StringBuilder("version=1\nsequence.allfonts=all\n");
        for (String family : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                table.append(family)
                        .append('.')
                        .append(style)
                        .append(".all=")
                        .append(OWN)
                        .append('\n');
            }
        }
        table.append("filename.")
                .append(OWN.replace(' ', '_'))
                .append('=')
                .append(font.toUri().getPath())
                .append('\n');
        Path file = folder.resolve("fontconfig.properties");
        Files.writeString(file, table, StandardCharsets.ISO_8859_1);
        file.toFile().deleteOnExit();
        return file;
    }
}
