package org.lessonbot.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. The door signs in {@code package-info.java} say it to people, these rules to the build. */
@AnalyzeClasses(
        packages = "org.lessonbot",
        importOptions = {DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class HouseRulesTest {

    /** The packages that rules name, of the house and of others. */
    private static final Set<String> ROOMS = new TreeSet<>();

    private static final Set<String> LIBRARIES = new TreeSet<>();

    /** By room the others that it may use. */
    static final Map<String, List<String>> MAY_USE = new TreeMap<>();

    /** Rooms whose answers follow from their arguments alone. */
    private static final String[] PURE =
            rooms("time", "chat", "plan", "lesson", "draft", "club", "activity", "report", "reward", "picture", "page");

    private static final Set<String> CLOCKS = Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");
    private static final Set<String> DICE = Set.of(
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    @ArchTest
    static final ArchRule timeKnowsNoOtherRoom = onlyUses("time");

    @ArchTest
    static final ArchRule chatKnowsPicturesAlone = onlyUses("chat", "picture");

    @ArchTest
    static final ArchRule picturesKnowNumbersAndWords = onlyUses("picture");

    @ArchTest
    static final ArchRule plansAreMadeOfWhatAChatCanSay = onlyUses("plan", "chat");

    @ArchTest
    static final ArchRule factsKnowThePlan = onlyUses("lesson", "time", "chat", "plan");

    @ArchTest
    static final ArchRule clubsKnowFactsAndNoActivity = onlyUses("club", "time", "chat", "plan", "lesson", "report");

    @ArchTest
    static final ArchRule statisticsKnowFactsAndNoActivity = onlyUses("report", "chat", "plan", "lesson", "picture");

    @ArchTest
    static final ArchRule rewardsKnowResponsesAndNobody = onlyUses("reward", "plan");

    @ArchTest
    static final ArchRule activitiesKnowFactsAndPlans =
            onlyUses("activity", "time", "chat", "plan", "lesson", "draft", "models", "report", "reward", "picture");

    @ArchTest
    static final ArchRule theStoreKnowsFactsAndNoActivity =
            onlyUses("store", "time", "chat", "plan", "lesson", "draft");

    @ArchTest
    static final ArchRule modelsKnowHowResponsesAreKeptAndSeen = onlyUses("models", "chat", "plan");

    @ArchTest
    static final ArchRule draftsKnowWhatModelsSay = onlyUses("draft", "plan", "models");

    @ArchTest
    static final ArchRule editorsKnowNoLessonUnderWay =
            onlyUses("editorial", "chat", "plan", "lesson", "activity", "models", "draft");

    @ArchTest
    static final ArchRule theEngineKnowsNoPlatform = onlyUses(
            "engine",
            "time",
            "chat",
            "plan",
            "lesson",
            "club",
            "report",
            "activity",
            "store",
            "models",
            "draft",
            "page");

    @ArchTest
    static final ArchRule pagesKnowFactsAndActivities =
            onlyUses("page", "chat", "plan", "lesson", "club", "report", "reward", "picture", "activity");

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther = slices().matching("org.lessonbot.(*)..")
            .that(describe(
                    "are adapters", slice -> Set.of("web", "discord", "slack").contains(slice.getNamePart(1))))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("org.lessonbot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule factsAndActivitiesStandOnJavaAlone = classes()
            .that()
            .resideInAnyPackage(rooms("lesson", "activity"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.lessonbot..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule chatAndTimeStandOnJavaAndTablesOfLanguages = classes()
            .that()
            .resideInAnyPackage(rooms("chat", "time"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.lessonbot..", "java..", "com.ibm.icu..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlyDiscordsAdapterKnowsJda = onlyIn("discord", "net.dv8tion..");

    @ArchTest
    static final ArchRule onlySlacksAdapterKnowsBolt = onlyIn("slack", "com.slack..");

    @ArchTest
    static final ArchRule onlyTheBrowsersAdapterKnowsItsServer =
            onlyIn("web", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyExportsKnowSpreadsheets = onlyIn("report", "org.dhatim..");

    @ArchTest
    static final ArchRule onlyRewardsKnowMatrices = onlyIn("reward", "org.ejml..");

    @ArchTest
    static final ArchRule onlyImagesKnowAwt =
            onlyIn("picture.png", "com.github.weisj..", "java.awt..", "javax.imageio..");

    @ArchTest
    static final ArchRule onlyWhoActsIsWatched = noClasses()
            .that()
            .resideOutsideOfPackages(rooms("engine", "store", "app"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries("io.micrometer.."));

    @ArchTest
    static final ArchRule onlyTheStoreAndAdaptersTablesSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackages(rooms("store", "web.tables", "slack.tables"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    libraries("java.sql..", "org.postgresql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."));

    @ArchTest
    static final ArchRule pureRoomsReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethodWhere(describe("a clock is read", HouseRulesTest::readsAClock));

    @ArchTest
    static final ArchRule pureRoomsThrowNoDice = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SplittableRandom.class)
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .orShould()
            .callMethodWhere(describe("dice are thrown", call -> DICE.contains(fullName(call))));

    @ArchTest
    static final ArchRule theComputersLanguageDecidesNothing = noClasses()
            .should()
            .callCodeUnitWhere(describe("the computer's language decides", HouseRulesTest::asksTheComputersLanguage));

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            noClasses().that().resideOutsideOfPackage(rooms("app")[0]).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses house) {
        assertThat(house.getPackage("org.lessonbot").getSubpackagesInTree())
                .filteredOn(room -> !room.getClasses().isEmpty())
                .isNotEmpty()
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "has a package-info.java with @NullMarked");
    }

    /** A rule about a room or a library that is not there, or is spelt otherwise, would forbid nothing. */
    @ArchTest
    static void allThatTheRulesNameIsThere(JavaClasses house) {
        assertThat(ROOMS)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(house).as("classes in %s", room).anyMatch(resideInAPackage(room)));
        assertThat(LIBRARIES)
                .isNotEmpty()
                .allSatisfy(library -> assertThat(house)
                        .as("classes that use %s", library)
                        .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> resideInAPackage(library).test(use.getTargetClass()))));
        assertThat(Stream.of(CLOCKS, DICE, CallsInALanguage.ALL).flatMap(Set::stream))
                .allSatisfy(call -> assertThat(callable(call)).isTrue());
    }

    private static boolean callable(String call) throws ClassNotFoundException {
        int dot = call.lastIndexOf('.');
        Class<?> owner = Class.forName(call.substring(0, dot));
        String name = call.substring(dot + 1);
        return name.equals("<init>")
                || Arrays.stream(owner.getMethods())
                        .anyMatch(method -> method.getName().equals(name));
    }

    /** What the tests of several modules share comes as a jar of its own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static ArchRule onlyUses(String room, String... others) {
        MAY_USE.put(room, List.of(others));
        String[] allowed =
                rooms(Stream.concat(Stream.of(room), Arrays.stream(others)).toArray(String[]::new));
        return noClasses()
                .that()
                .resideInAPackage(rooms(room)[0])
                .should()
                .dependOnClassesThat(resideInAPackage("org.lessonbot..").and(not(resideInAnyPackage(allowed))));
    }

    private static ArchRule onlyIn(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(rooms(room)[0])
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries(libraries));
    }

    private static String[] libraries(String... packages) {
        LIBRARIES.addAll(List.of(packages));
        return packages;
    }

    private static String[] rooms(String... names) {
        String[] rooms =
                Arrays.stream(names).map(name -> "org.lessonbot." + name + "..").toArray(String[]::new);
        ROOMS.addAll(List.of(rooms));
        return rooms;
    }

    private static boolean readsAClock(JavaMethodCall call) {
        boolean asksJavaTime = call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getName().equals("now");
        return asksJavaTime || CLOCKS.contains(fullName(call));
    }

    private static boolean asksTheComputersLanguage(JavaCall<?> call) {
        return CallsInALanguage.ALL.contains(fullName(call))
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Locale.class));
    }

    private static String fullName(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getTarget().getName();
    }
}
