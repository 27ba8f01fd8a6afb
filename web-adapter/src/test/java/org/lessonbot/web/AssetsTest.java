package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Pattern NAMED = Pattern.compile("\\{\\{assets}}([a-z.-]+)|from '\\./([a-z.-]+)'");

    @Test
    void whateverAPageOrAScriptAsksForIsServed() throws Exception {
        try (OpenClassroom classroom = new OpenClassroom()) {
            String folder = classroom.newBrowser().open("/").body().replaceAll("(?s).*href=\"(/assets/[^/]+/).*", "$1");
            for (Path file : files()) {
                for (String name : asked(Files.readString(file))) {
                    URI address = classroom.web().address().resolve(folder + name);
                    assertThat(classroom.newBrowser().open(address).statusCode())
                            .as("%s, which %s asks for", name, file.getFileName())
                            .isEqualTo(200);
                }
            }
        }
    }

    private static List<String> asked(String text) {
        return NAMED.matcher(text).results().map(AssetsTest::name).distinct().toList();
    }

    private static String name(MatchResult found) {
        return Objects.requireNonNullElseGet(found.group(1), () -> found.group(2));
    }

    /** The pages and scripts as they lie in the sources. */
    static List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/org/lessonbot/web"))) {
            return all.filter(file -> file.toString().matches(".*\\.(html|js|css)"))
                    .sorted()
                    .toList();
        }
    }
}
