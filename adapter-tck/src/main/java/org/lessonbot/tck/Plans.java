package org.lessonbot.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.close.CloseContent;
import org.lessonbot.activity.discussion.DiscussionContent;
import org.lessonbot.activity.preference.PreferenceContent;
import org.lessonbot.activity.stagematch.StageContent;
import org.lessonbot.activity.welcome.WelcomeContent;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Step;
import org.lessonbot.plan.Stretch;

/** The lessons that the rules are tried on. */
final class Plans {
    static final String QUICK = "quick";
    static final String GUIDE = "guide";
    static final String CROWD = "crowd";
    static final String ANSWERS = "answers";
    static final String TALK = "talk";
    static final String CLUB = "club";
    static final String CHOIR = "choir";
    static final String PARTNERS = "partners";
    static final String REASONS = "reasons";
    static final String RATING = "rating";
    /** The shipped lesson that has every activity. */
    static final String FIRST = "how-ai-learns";

    static final String CAT = "Cat";
    static final String DOG = "Dog";

    private static final Provenance WRITTEN = Provenance.of(Provenance.Origin.WRITTEN);

    private static final PlanReader READER = new PlanReader(Activities.contentTypes());

    private Plans() {}

    /** The short lesson of most rules: two rounds of guessing in pairs, then one alone. */
    static Edition quick() {
        StageContent content = new StageContent(
                "sounds",
                "Who said that?",
                List.of(new StageContent.Stage("cat", CAT), new StageContent.Stage("dog", DOG)));
        List<Step> steps = List.of(
                step("first", "stagematch", "First guesses", Pairing.EXPLORE, 2, content),
                step("second", "stagematch", "Second guesses", Pairing.NONE, 1, content));
        return new Edition(
                new LessonPlan(QUICK, "Animal calls", "", "en", 10, steps),
                new Bank(IntStream.rangeClosed(1, 4).mapToObj(Plans::item).toList()));
    }

    /** A welcome, and then a question to talk about. */
    static Edition talk() {
        return new Edition(
                new LessonPlan(
                        TALK,
                        "Talk",
                        "",
                        "en",
                        10,
                        List.of(
                                step("hello", "welcome", "Hello", Pairing.NONE, 1, new WelcomeContent("Hello.")),
                                step(
                                        "talk",
                                        "discussion",
                                        "Talk",
                                        Pairing.EXPLORE,
                                        1,
                                        new DiscussionContent(List.of("Why do owls hoot?"), false)))),
                new Bank(List.of()));
    }

    /** A lesson for a club: a guess alone, then something to talk about, then the close. */
    static Edition club() {
        LessonPlan quick = quick().plan();
        return new Edition(
                new LessonPlan(
                        CLUB,
                        "Owls",
                        "",
                        "en",
                        10,
                        List.of(
                                step("hello", "welcome", "Hello", Pairing.NONE, 1, new WelcomeContent("Hello.")),
                                step(
                                        "calls",
                                        "stagematch",
                                        "Calls",
                                        Pairing.NONE,
                                        2,
                                        quick.steps().get(0).content()),
                                step(
                                        "talk",
                                        "discussion",
                                        "Talk",
                                        Pairing.NONE,
                                        1,
                                        new DiscussionContent(List.of("Why do owls hoot?"), false)),
                                step(
                                        "close",
                                        "close",
                                        "The close",
                                        Pairing.NONE,
                                        1,
                                        new CloseContent("Thanks.", List.of()))),
                        List.of(
                                new Stretch("Alone", "hello", 50),
                                new Stretch("Together", "talk", 30),
                                new Stretch("Looking back", "close", 20))),
                quick().bank());
    }

    /** A lesson whose models can be asked: two rounds of guessing. */
    static Edition choir() {
        StageContent content = new StageContent(
                "songs",
                "Who sang that?",
                List.of(new StageContent.Stage("base", CAT), new StageContent.Stage("owl", DOG)));
        return new Edition(
                new LessonPlan(
                        CHOIR,
                        "A choir",
                        "",
                        "en",
                        10,
                        List.of(
                                step("sung", "stagematch", "Songs", Pairing.NONE, 2, content),
                                step("rated", "preference", "Which song?", Pairing.NONE, 2, tempers()),
                                step("after", "welcome", "Afterwards", Pairing.NONE, 1, new WelcomeContent("Hello.")))),
                new Bank(List.of(
                        item("song-1", "songs", "base", "owl"),
                        item("song-2", "songs", "base", "owl"),
                        item("temper-1", "tempers", "merry", "grave"))));
    }

    private static PreferenceContent tempers() {
        return new PreferenceContent(
                "tempers",
                "Which is better?",
                "Talk, then choose again.",
                List.of(new PreferenceContent.Contrast(
                        new PreferenceContent.Value("merry", "Merry", "Sings for joy.", "Be merry."),
                        new PreferenceContent.Value("grave", "Grave", "Sings of loss.", "Be grave."))));
    }

    /** A lesson for a club of which the middle part is worked on with a partner. */
    static Edition partners() {
        return inParts(PARTNERS, "investigate");
    }

    /** A lesson for a club of which the middle part asks for a choice and its reason. */
    static Edition reasons() {
        return inParts(REASONS, "prefer");
    }

    /** A welcome, one step of the lesson that ships, and its board and close: three parts. */
    private static Edition inParts(String id, String middle) {
        Edition shipped = some(id, "welcome", middle, "board", "close");
        LessonPlan plan = shipped.plan();
        List<Stretch> stretches = List.of(
                new Stretch("Coming in", "welcome", 10),
                new Stretch("The middle", middle, 80),
                new Stretch("Looking back", "board", 10));
        return new Edition(
                new LessonPlan(
                        id, plan.title(), plan.summary(), plan.language(), plan.minutes(), plan.steps(), stretches),
                shipped.bank());
    }

    /** One round of each activity, with texts that never change. */
    static Edition sampler() {
        Map<String, String> files = Stream.of("lesson.yaml", "bank/animals.yaml", "bank/manners.yaml")
                .collect(Collectors.toMap(file -> file, Plans::read));
        try {
            return READER.read("sampler", files).approved();
        } catch (ContentException faulty) {
            throw new IllegalStateException(faulty);
        }
    }

    /** The lesson that ships with the program with one prompt alone, so that it stays the same when others are added. */
    static Edition guide() {
        Edition shipped = Optional.ofNullable(shipped().get(FIRST)).orElseThrow();
        LessonPlan plan = shipped.plan().inClass("");
        return new Edition(
                new LessonPlan(GUIDE, plan.title(), plan.summary(), plan.language(), plan.minutes(), plan.steps()),
                new Bank(List.of(shipped.bank().item("haiku-rain").orElseThrow())));
    }

    /** These steps of the lesson that ships with the program, in this order. */
    private static Edition some(String id, String... steps) {
        Edition shipped = Optional.ofNullable(shipped().get(FIRST)).orElseThrow();
        LessonPlan plan = shipped.plan();
        List<Step> some =
                Stream.of(steps).map(step -> plan.step(step).orElseThrow()).toList();
        return new Edition(
                new LessonPlan(id, plan.title(), plan.summary(), plan.language(), plan.minutes(), some),
                shipped.bank());
    }

    /** The lessons that ship with the program, by id. */
    static Map<String, Edition> shipped() {
        return Shipped.LESSONS;
    }

    /** Read once: to read and check them takes as long as a dozen rules. */
    private static final class Shipped {
        static final Map<String, Edition> LESSONS = Collections.unmodifiableMap(readShipped());
    }

    private static Map<String, Edition> readShipped() {
        Library library = Library.shipped();
        Map<String, Edition> lessons = new TreeMap<>();
        for (String id : library.ids()) {
            try {
                lessons.put(id, library.read(id, READER).approved());
            } catch (ContentException faulty) {
                throw new IllegalStateException(faulty);
            }
        }
        return lessons;
    }

    /** All of these, by id. */
    static Map<String, Edition> all() {
        Map<String, Edition> all = new TreeMap<>(shipped());
        List.of(
                        quick(),
                        talk(),
                        club(),
                        choir(),
                        partners(),
                        reasons(),
                        sampler(),
                        guide(),
                        some(CROWD, "ask", "board"),
                        some(RATING, "shift", "close"),
                        some(ANSWERS, "investigate", "board"))
                .forEach(edition -> all.put(edition.plan().id(), edition));
        return all;
    }

    private static String read(String file) {
        try (InputStream stream = Plans.class.getResourceAsStream("sampler/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Step step(String id, String activity, String title, Pairing pairing, int rounds, Object content) {
        return new Step(
                id, activity, title, 5, pairing, rounds, true, new Step.Notes("Listen.", List.of("Why?")), content);
    }

    private static Item item(int number) {
        return item("item-" + number, "sounds", "cat", "dog");
    }

    private static Item item(String id, String bank, String first, String second) {
        return new Item(
                id,
                bank,
                "everyday",
                "easy",
                "Call number " + id.replaceAll("\\D", ""),
                Map.of(first, new Response("Meow.", WRITTEN), second, new Response("Woof.", WRITTEN)),
                Map.of(),
                "Listen closely.");
    }
}
