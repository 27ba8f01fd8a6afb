package org.lessonbot.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the engine: who may ask whom, and how much of each is seen. */
@AnalyzeClasses(
        packages = "org.lessonbot",
        importOptions = {DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class EngineRoomsTest {

    /** The rooms of the engine, from the lowest. */
    private static final String[] FLOORS = {
        "adapter",
        "standing",
        "drawing",
        "posting",
        "attendance",
        "moves",
        "clock",
        "leading",
        "drafting",
        "click",
        "people",
        "door"
    };

    private static final long MOST_IN_FRONT = 8;
    private static final int MOST_TO_BE_MADE_OF = 6;

    /** The engine's front asks none of its rooms, and each of these only those that stand before it. */
    @ArchTest
    static void theEnginesRoomsAskDownwards(JavaClasses house) {
        String[] rooms = Arrays.stream(FLOORS)
                .map(room -> "org.lessonbot.engine." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("org.lessonbot.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms)
                .check(house);
        for (int floor = 0; floor + 1 < rooms.length; floor++) {
            noClasses()
                    .that()
                    .resideInAPackage(rooms[floor])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Arrays.copyOfRange(rooms, floor + 1, rooms.length))
                    .check(house);
        }
    }

    /** A room that is not among the floors could ask anybody. */
    @ArchTest
    static void theEnginesRoomsAreSmallInFront(JavaClasses house) {
        Map<String, Long> fronts = house.that(resideInAPackage("org.lessonbot.engine..")).stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring("org.lessonbot.engine".length()),
                        Collectors.counting()));
        assertThat(fronts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(""), Arrays.stream(FLOORS).map(room -> "." + room))
                                .toList());
        assertThat(fronts)
                .allSatisfy((room, types) -> assertThat(types).as(room).isLessThanOrEqualTo(MOST_IN_FRONT));
    }

    /** Who needs more than that does more than one thing. Records are data, and are left out. */
    @ArchTest
    static void nothingIsMadeOfMoreThanSixThings(JavaClasses house) {
        assertThat(house)
                .filteredOn(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                .flatExtracting(JavaClass::getConstructors)
                .filteredOn(constructor -> constructor.getRawParameterTypes().size() > MOST_TO_BE_MADE_OF)
                .isEmpty();
    }
}
