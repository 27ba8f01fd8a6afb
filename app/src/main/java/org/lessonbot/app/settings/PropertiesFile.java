package org.lessonbot.app.settings;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;

/** A file of settings. Values are taken as they stand: nothing is included or put in from elsewhere. */
final class PropertiesFile {
    private PropertiesFile() {}

    /** Everything that is set in the file, a key that is set twice twice. */
    static List<Found> read(Path file) throws IOException {
        List<Found> all = new ArrayList<>();
        PropertiesConfiguration configuration = new PropertiesConfiguration();
        configuration.setIncludesAllowed(false);
        configuration.setIOFactory(new PropertiesConfiguration.DefaultIOFactory() {
            @Override
            public PropertiesConfiguration.PropertiesReader createPropertiesReader(Reader in) {
                return new Numbered(in, file, all);
            }
        });
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            configuration.read(reader);
        } catch (ConfigurationException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
        return all;
    }

    /** The file's rights if others than its owner may read it, such as {@code rw-r--r--}. */
    static Optional<String> openRights(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        return Optional.of(rights)
                .filter(some -> some.contains(GROUP_READ) || some.contains(OTHERS_READ))
                .map(PosixFilePermissions::toString);
    }

    /** Notes the line on which each setting ends. */
    private static final class Numbered extends PropertiesConfiguration.PropertiesReader {
        private final Path file;
        private final List<Found> all;

        Numbered(Reader reader, Path file, List<Found> all) {
            super(reader);
            this.file = file;
            this.all = all;
        }

        @Override
        public boolean nextProperty() throws IOException {
            boolean more = super.nextProperty();
            if (more) {
                Phrase where =
                        Phrase.of("cli.where.file", file.getFileName().toString(), Integer.toString(getLineNumber()));
                all.add(new Found(getPropertyName(), Kind.trimmed(getPropertyValue()), where));
            }
            return more;
        }
    }
}
