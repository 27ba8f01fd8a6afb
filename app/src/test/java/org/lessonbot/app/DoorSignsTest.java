package org.lessonbot.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a room's sign says to people is what the rules say to the build, and what the room does. */
@AnalyzeClasses(
        packages = "org.lessonbot",
        importOptions = {DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class DoorSignsTest {

    @ArchTest
    static void aSignNamesWhomItsRoomMayUse(JavaClasses house) throws IOException {
        assertThat(HouseRulesTest.MAY_USE).isNotEmpty();
        for (Map.Entry<String, List<String>> rule : HouseRulesTest.MAY_USE.entrySet()) {
            assertThat(rule.getValue())
                    .as(rule.getKey())
                    .allSatisfy(other -> assertThat(sign(rule.getKey())).contains("{@code " + other + "}"))
                    .allMatch(other -> uses(house, rule.getKey(), other), "is used");
        }
    }

    private static boolean uses(JavaClasses house, String room, String other) {
        return house.that(resideInAPackage("org.lessonbot." + room + "..")).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(
                        use -> resideInAPackage("org.lessonbot." + other + "..").test(use.getTargetClass()));
    }

    /** As one line. */
    private static String sign(String room) throws IOException {
        Path sources = Path.of("../bot-core/src/main/java/org/lessonbot");
        return Files.readString(sources.resolve(room).resolve("package-info.java"))
                .replaceAll("\\s*\\R \\*\\s*", " ");
    }
}
