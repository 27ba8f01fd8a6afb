package org.lessonbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guides point at is there, and the map of the house has all its rooms. */
class GuidesTest {
    private static final Path HOUSE = Path.of("..");
    /** {@code [text](target)} and {@code ![picture](target)}. */
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return guides().stream()
                .map(guide -> DynamicTest.dynamicTest(
                        HOUSE.relativize(guide).toString(),
                        () -> assertThat(links(guide))
                                .filteredOn(link -> !link.startsWith("#"))
                                .allSatisfy(link -> assertThat(guide.resolveSibling(
                                                URI.create(link).getPath()))
                                        .exists())));
    }

    @Test
    void theMapOfTheHouseHasEveryRoom() throws IOException {
        String map = Files.readString(HOUSE.resolve("README.md"));
        Path core = HOUSE.resolve("bot-core/src/main/java/org/lessonbot");

        assertThat(found(MODULE, Files.readString(HOUSE.resolve("pom.xml"))))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(map).contains("](" + module + ")"));
        try (Stream<Path> rooms = Files.list(core)) {
            assertThat(rooms.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(map).contains("](" + HOUSE.relativize(room) + ")"));
        }
    }

    /** The pictures are shown, and small enough to be fetched with every clone. */
    @Test
    void thePicturesAreShownAndSmall() throws IOException {
        Set<Path> shown = new HashSet<>();
        for (Path guide : guides()) {
            links(guide)
                    .forEach(link -> shown.add(
                            guide.resolveSibling(URI.create(link).getPath()).normalize()));
        }
        try (Stream<Path> pictures = Files.list(HOUSE.resolve("docs/pictures"))) {
            assertThat(pictures).isNotEmpty().allSatisfy(picture -> {
                assertThat(shown).contains(picture.normalize());
                assertThat(Files.size(picture)).isLessThan(275_000);
            });
        }
    }

    private static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.walk(HOUSE.resolve("docs"))) {
            return Stream.concat(Stream.of(HOUSE.resolve("README.md"), HOUSE.resolve("CONTRIBUTING.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** Relative ones: nothing here asks the network. */
    private static List<String> links(Path guide) throws IOException {
        return found(LINK, Files.readString(guide)).stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(all -> pattern.matcher(all).replaceFirst("$1"))
                .collect(Collectors.toList());
    }
}
