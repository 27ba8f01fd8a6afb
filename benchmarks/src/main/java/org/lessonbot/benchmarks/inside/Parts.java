package org.lessonbot.benchmarks.inside;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.lessonbot.store.Database;

/** The parts of the build that stands on this class path, wherever it keeps them. */
final class Parts {
    private Parts() {}

    /** The class of this name in whatever package. */
    static Class<?> named(String name) {
        try {
            Path build = Path.of(Database.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String path = files(build).stream()
                    .filter(file -> file.startsWith("org/lessonbot/") && file.endsWith("/" + name + ".class"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(build + " holds no " + name));
            return Class.forName(path.replace(".class", "").replace('/', '.'));
        } catch (IOException | URISyntaxException | ClassNotFoundException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Names with slashes, of a jar or of a folder of classes. */
    private static List<String> files(Path build) throws IOException {
        if (Files.isDirectory(build)) {
            try (Stream<Path> all = Files.walk(build)) {
                return all.map(file -> build.relativize(file).toString().replace(File.separatorChar, '/'))
                        .toList();
            }
        }
        try (JarFile jar = new JarFile(build.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }

    /** The public constructor with so many parameters. */
    static Constructor<?> constructor(Class<?> type, int parameters) {
        return Arrays.stream(type.getConstructors())
                .filter(one -> one.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " is not made of " + parameters + " things"));
    }

    /** A record with these components by name; one that is not given is the type's own {@code NONE}. */
    static Object make(Class<?> type, Map<String, Object> given) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = given.get(components[i].getName());
            values[i] = value != null
                    ? value
                    : components[i].getType().getField("NONE").get(null);
        }
        return constructor(type, values.length).newInstance(values);
    }

    /** How long the build's adapter leaves a room in peace between two changes. */
    static Duration pace(String platform) throws ReflectiveOperationException {
        Field pace = named(platform).getDeclaredField("PACE");
        pace.setAccessible(true);
        return (Duration) pace.get(null);
    }
}
