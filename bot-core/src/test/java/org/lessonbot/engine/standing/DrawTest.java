package org.lessonbot.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.preference.PreferenceDeal;
import org.lessonbot.activity.stagematch.StageDeal;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Item;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;
import org.lessonbot.plan.Responses;
import org.lessonbot.plan.Review;
import org.lessonbot.plan.Source;
import org.lessonbot.plan.Step;

/** What the shipped lesson deals, over many lessons: nothing about it tells a class what it is. */
class DrawTest {
    private static final int LESSONS = 2_500;
    private static final int ROUNDS = 4;
    /** The normal quantile at 0.999. The seeds are fixed, so a test here always passes or never does. */
    private static final double LUCK = 3.0902;

    private static final Map<Long, List<StageDeal>> STAGES = new TreeMap<>();
    private static final Map<Long, List<PreferenceDeal>> PREFERENCES = new TreeMap<>();

    @BeforeAll
    static void dealTenThousandRoundsOfEach() throws ContentException {
        Edition edition = Library.shipped()
                .read("how-ai-learns", new PlanReader(Activities.contentTypes()))
                .approved();
        for (long seed = 0; seed < LESSONS; seed++) {
            STAGES.put(seed, deals(edition, "match", StageDeal.class, seed, ROUNDS));
            PREFERENCES.put(seed, deals(edition, "prefer", PreferenceDeal.class, seed, ROUNDS));
        }
    }

    @Test
    void everyStageIsShownEquallyOftenInEveryRound() {
        for (int round = 0; round < ROUNDS; round++) {
            assertEven(count(STAGES, round, StageDeal::shown), 3);
        }
    }

    @Test
    void aStageSaysNothingAboutTheNextOne() {
        Map<Object, Long> pairs = STAGES.values().stream()
                .flatMap(deals -> IntStream.range(1, ROUNDS).mapToObj(i ->
                        (Object) (deals.get(i - 1).shown() + ">" + deals.get(i).shown())))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEven(pairs, 9);
    }

    @Test
    void anItemSaysNothingAboutTheStage() {
        Map<String, Map<Object, Long>> shown = new HashMap<>();
        STAGES.values().stream()
                .flatMap(Collection::stream)
                .forEach(deal -> shown.computeIfAbsent(deal.item().id(), first -> new HashMap<>())
                        .merge(deal.shown(), 1L, Long::sum));
        double chiSquare =
                shown.values().stream().mapToDouble(DrawTest::chiSquare).sum();
        assertThat(shown.values()).allMatch(stages -> stages.size() == 3);
        assertThat(chiSquare).isLessThan(bound(2 * shown.size()));
    }

    @Test
    void everyValueStandsOnEachSideEquallyOften() {
        Map<String, Map<Object, Long>> sides = new HashMap<>();
        PREFERENCES.values().stream()
                .flatMap(Collection::stream)
                .forEach(deal -> sides.computeIfAbsent(deal.item().topic(), first -> new HashMap<>())
                        .merge(deal.a(), 1L, Long::sum));
        assertThat(sides).hasSizeGreaterThanOrEqualTo(8);
        sides.values().forEach(side -> assertEven(side, 2));
    }

    @Test
    void theSideOfOneRoundSaysNothingAboutTheNext() {
        Map<Object, Long> pairs = PREFERENCES.values().stream()
                .flatMap(deals -> IntStream.range(1, ROUNDS)
                        .mapToObj(i -> (Object) (first(deals.get(i - 1)) + ">" + first(deals.get(i)))))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEven(pairs, 4);
    }

    @Test
    void overAllRoundsTheSidesAreEven() {
        assertEven(
                PREFERENCES.values().stream()
                        .flatMap(Collection::stream)
                        .collect(Collectors.groupingBy(DrawTest::first, Collectors.counting())),
                2);
    }

    private static Object first(PreferenceDeal deal) {
        return deal.item().keys().get(0).equals(deal.a());
    }

    @Test
    void noItemComesTwiceInALesson() {
        assertThat(STAGES.values()).allMatch(deals -> distinct(deals, StageDeal::item) == ROUNDS);
        assertThat(PREFERENCES.values()).allMatch(deals -> distinct(deals, PreferenceDeal::item) == ROUNDS);
    }

    @Test
    void difficultiesAndKindsOfRequestAreSpread() {
        assertThat(STAGES.values())
                .allMatch(deals ->
                        distinct(deals.subList(0, 3), deal -> deal.item().topic()) == 3)
                .allMatch(deals ->
                        distinct(deals.subList(0, 3), deal -> deal.item().request()) == 3);
        assertThat(PREFERENCES.values())
                .allMatch(deals -> distinct(deals, deal -> deal.item().topic()) == ROUNDS);
    }

    @Test
    void everyItemIsDealtToSomeClass() throws ContentException {
        Map<String, Long> dealt = STAGES.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(deal -> deal.item().id(), Collectors.counting()));
        assertThat(dealt.keySet())
                .hasSize(draft().approved().bank().of("stages").size());
    }

    @Test
    void theSameSeedDealsTheSameLesson() throws ContentException {
        Edition edition = draft().approved();
        assertThat(deals(edition, "match", StageDeal.class, 7, ROUNDS)).isEqualTo(STAGES.get(7L));
        assertThat(deals(edition, "prefer", PreferenceDeal.class, 7, ROUNDS)).isEqualTo(PREFERENCES.get(7L));
    }

    @Test
    void anItemThatIsRetiredOrUnreviewedIsNeverDealtNotEvenOnRequest() throws ContentException {
        PlanReader.Draft draft = draft();
        List<BankEntry> entries = new ArrayList<>();
        for (int i = 0; i < draft.bank().size(); i++) {
            BankEntry entry = draft.bank().get(i);
            entries.add(new BankEntry(
                    entry.item(), Review.values()[i % 3], entry.lengthsDiffer(), entry.file(), entry.line(), Map.of()));
        }
        Edition edition = new PlanReader.Draft(draft.plan(), entries, Map.of()).approved();
        List<String> hidden = entries.stream()
                .filter(entry -> entry.review() != Review.APPROVED)
                .map(entry -> entry.item().id())
                .toList();
        for (long seed = 0; seed < 20; seed++) {
            assertThat(deals(edition, "match", StageDeal.class, seed, 100))
                    .isNotEmpty()
                    .noneMatch(deal -> hidden.contains(deal.item().id()));
            assertThat(deals(edition, "prefer", PreferenceDeal.class, seed, 100))
                    .isNotEmpty()
                    .noneMatch(deal -> hidden.contains(deal.item().id()));
        }
        Step step = edition.plan().step("match").orElseThrow();
        assertThat(hidden)
                .allMatch(id -> deal(Activities.of(step.activity()), edition, step, List.of(), id, 1)
                        .isEmpty());
    }

    @Test
    void whatIsRealIsDealtFirstOrAloneWhereALessonWantsThat() throws ContentException {
        List<BankEntry> entries = draft().bank().stream()
                .map(entry -> entry.item().id().length() % 3 == 0 ? real(entry) : entry)
                .toList();
        List<String> real = entries.stream()
                .filter(entry -> entry.item().source() == Source.REAL
                        && entry.review() == Review.APPROVED
                        && entry.item().bank().equals("stages"))
                .map(entry -> entry.item().id())
                .toList();
        assertThat(real).hasSizeBetween(3, entries.size() / 2);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(deals(wanting(Responses.PREFER_REAL, entries), "match", StageDeal.class, seed, real.size() + 2))
                    .extracting(deal -> deal.item().source())
                    .startsWith(Collections.nCopies(real.size(), Source.REAL).toArray(new Source[0]))
                    .endsWith(Source.WRITTEN, Source.WRITTEN);
            assertThat(deals(wanting(Responses.REAL_ONLY, entries), "match", StageDeal.class, seed, 100))
                    .extracting(deal -> deal.item().id())
                    .containsExactlyInAnyOrderElementsOf(real);
        }
    }

    private static Edition wanting(Responses wanted, List<BankEntry> entries) throws ContentException {
        LessonPlan plan = draft().plan();
        LessonPlan wanting = new LessonPlan(
                plan.id(),
                plan.title(),
                plan.summary(),
                plan.language(),
                plan.minutes(),
                wanted,
                plan.steps(),
                plan.stretches());
        return new PlanReader.Draft(wanting, entries, Map.of()).approved();
    }

    private static BankEntry real(BankEntry entry) {
        Item item = entry.item();
        Map<String, Response> responses = new HashMap<>();
        item.responses()
                .forEach((key, response) ->
                        responses.put(key, new Response(response.text(), Provenance.of(Provenance.Origin.MODEL))));
        Item real = new Item(
                item.id(),
                item.bank(),
                item.request(),
                item.topic(),
                item.prompt(),
                responses,
                item.values(),
                item.notice());
        return new BankEntry(real, entry.review(), entry.lengthsDiffer(), entry.file(), entry.line(), entry.lines());
    }

    private static PlanReader.Draft draft() throws ContentException {
        return Library.shipped().read("how-ai-learns", new PlanReader(Activities.contentTypes()));
    }

    /** Deals rounds as the engine does: seeded by the lesson, the step and the round. */
    private static <X> List<X> deals(Edition edition, String stepId, Class<X> type, long seed, int most) {
        Step step = edition.plan().step(stepId).orElseThrow();
        List<Dealt<?>> rounds = new ArrayList<>();
        for (int number = 1; number <= most; number++) {
            Optional<?> deal = deal(Activities.of(step.activity()), edition, step, rounds, "", seed);
            if (deal.isEmpty()) {
                break;
            }
            rounds.add(new Dealt<>(
                    new Round(step.id(), number, Phase.CLOSED, "", Instant.EPOCH, Optional.empty()), deal.get()));
        }
        return rounds.stream().map(dealt -> type.cast(dealt.deal())).toList();
    }

    private static <C, D> Optional<D> deal(
            Activity<C, D> activity, Edition edition, Step step, List<Dealt<?>> rounds, String request, long seed) {
        int number = rounds.size() + 1;
        Lesson lesson = new Lesson(
                1,
                new Room("paper", "1"),
                Lesson.Pace.LIVE,
                Lesson.Status.RUNNING,
                "",
                seed,
                step.id(),
                number,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                1);
        return activity.deal(
                new Dealing<>(
                        lesson,
                        edition.plan(),
                        step,
                        activity.traits().content().cast(step.content()),
                        edition.bank(),
                        rounds,
                        Roster.EMPTY,
                        Entries.NONE,
                        Optional.empty()),
                request,
                Scenes.random(lesson, step, number));
    }

    private static <X> Map<Object, Long> count(Map<Long, List<X>> lessons, int round, Function<X, Object> by) {
        return lessons.values().stream()
                .map(deals -> by.apply(deals.get(round)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static <X> long distinct(List<X> deals, Function<X, ?> by) {
        return new HashSet<>(deals.stream().map(by).toList()).size();
    }

    /** Pearson's chi-square against equal shares stays below what luck exceeds once in 1000 times. */
    private static void assertEven(Map<Object, Long> counts, int kinds) {
        assertThat(counts).hasSize(kinds);
        assertThat(chiSquare(counts)).as("%s", counts).isLessThan(bound(kinds - 1));
    }

    private static double chiSquare(Map<Object, Long> counts) {
        double expected =
                (double) counts.values().stream().mapToLong(Long::longValue).sum() / counts.size();
        return counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    /** The quantile at 0.999 by Wilson and Hilferty's approximation (PNAS 17, 1931). */
    private static double bound(int degrees) {
        double part = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - part + LUCK * Math.sqrt(part), 3);
    }
}
