package org.lessonbot.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The lessons on offer: each a folder with a {@code lesson.yaml}, or with a bank that lacks one. */
public final class Library {
    private static final String PLAN = "lesson.yaml";

    /** By lesson id: texts by path within the lesson's folder. */
    private final Map<String, Map<String, String>> lessons;

    private Library(Map<String, Map<String, String>> lessons) {
        this.lessons = lessons;
    }

    /** The lessons that ship with the program. */
    public static Library shipped() {
        try {
            var mark = Library.class.getResource("/prompts/how-ai-learns/" + PLAN);
            if (mark == null) {
                throw new IllegalStateException("no lessons were packed into this program");
            }
            URI uri = mark.toURI();
            if (!uri.getScheme().equals("jar")) {
                return at(Path.of(uri).resolve("../..").normalize());
            }
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarFile(uri))))) {
                return at(jar.getPath("/prompts"));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("cannot read the lessons packed into this program", unreadable);
        }
    }

    /**
     * The lessons in a folder, or the one that the folder is.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Library at(Path folder) {
        Map<String, Map<String, String>> lessons = new TreeMap<>();
        try (Stream<Path> children = isLesson(folder) ? Stream.of(folder) : Files.list(folder)) {
            for (Path lesson : children.filter(Library::isMeantAsLesson).toList()) {
                lessons.put(lesson.getFileName().toString().replace("/", ""), files(lesson));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Library(lessons);
    }

    /** Whether a folder is a lesson and not a folder of lessons. */
    public static boolean isLesson(Path folder) {
        return Files.isRegularFile(folder.resolve(PLAN));
    }

    private static boolean isMeantAsLesson(Path folder) {
        return isLesson(folder) || Files.isDirectory(folder.resolve("bank"));
    }

    /** Their ids, sorted. */
    public List<String> ids() {
        return List.copyOf(lessons.keySet());
    }

    /**
     * Reads a lesson.
     *
     * @throws ContentException with every fault in its files
     * @throws NoSuchElementException if there is no such lesson
     */
    public PlanReader.Draft read(String id, PlanReader reader) throws ContentException {
        return reader.read(id, files(id));
    }

    /** Reads of a lesson what can be read; see {@link PlanReader#read(String, Map, List)}. */
    public PlanReader.Draft read(String id, PlanReader reader, List<ContentFault> faults) {
        return reader.read(id, files(id), faults);
    }

    /**
     * The texts of a lesson's files, by path within its folder.
     *
     * @throws NoSuchElementException if there is no such lesson
     */
    public Map<String, String> files(String id) {
        Map<String, String> files = lessons.get(id);
        if (files == null) {
            throw new NoSuchElementException("there is no lesson " + id + "; there are " + ids());
        }
        return Map.copyOf(files);
    }

    private static Map<String, String> files(Path lesson) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(lesson)) {
            for (Path path : paths.filter(Library::isYaml).toList()) {
                // What is not UTF-8 is left to the reader, who names the file and the line.
                files.put(
                        lesson.relativize(path).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** By either ending: a file by the wrong one would be missed in silence. */
    private static boolean isYaml(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** {@code jar:file:/x.jar!/inside} as {@code file:/x.jar}. */
    private static String jarFile(URI uri) {
        String inner = uri.getRawSchemeSpecificPart();
        return inner.substring(0, inner.indexOf("!/"));
    }
}
