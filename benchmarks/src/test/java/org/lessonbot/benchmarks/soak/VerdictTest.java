package org.lessonbot.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On tables of numbers, some of them from runs. */
class VerdictTest {
    private static final String OURS = "org.lessonbot.engine.Standing";
    private static final String ANOTHERS = "java.lang.String";

    @Test
    void poolsThatFillAreNoGrowth() {
        assertThat(isBounded("threads", 97, 131, 137, 138, 138, 134)).isTrue();
        assertThat(isBounded("heap, MB", 44, 46, 48, 50, 52, 52)).isTrue();
        assertThat(isBounded("outside the heap, MB", 120, 127, 130, 135, 138, 138))
                .isTrue();
    }

    @Test
    void whatGoesUpAndDownIsNoGrowth() {
        assertThat(isBounded("sockets", 47, 51, 42, 41, 41, 42)).isTrue();
        assertThat(isBounded("threads", 94, 125, 130, 104)).isTrue();
        assertThat(isBounded("sockets", 41, 41, 41, 42, 44, 48)).isTrue();
    }

    @Test
    void whatGrowsOnIsSeenHoweverLittleItIsAboveWhatItWas() {
        assertThat(isBounded("heap, MB", 44, 47, 50, 53, 56, 59)).isFalse();
        assertThat(isBounded("heap, MB", 52, 52, 52, 52, 55, 58)).isFalse();
        assertThat(isBounded("threads", 97, 103, 109, 115, 121, 127)).isFalse();
        assertThat(isBounded("connections to the database", 33, 35, 37, 39, 41, 43))
                .isFalse();
        assertThat(isBounded("other open files", 10, 10, 12, 14, 16, 18)).isFalse();
    }

    @Test
    void oneOddMomentOfRestDecidesNothing() {
        assertThat(isBounded("heap, MB", 44, 47, 50, 53, 70, 59, 62)).isFalse();
        assertThat(isBounded("threads", 130, 130, 130, 130, 130, 137)).isTrue();
    }

    @Test
    void aPoolThatFillsIsNamedAndNoGrowthUnlessItHasMoreThanItMay() {
        List<Probe.Sample> samples = List.of(
                sample(Map.of("threads", 40.0), Map.of("answers", 4.0, "main", 1.0), Map.of()),
                sample(Map.of("threads", 52.0), Map.of("answers", 16.0, "main", 1.0), Map.of()),
                sample(Map.of("threads", 68.0), Map.of("answers", 32.0, "main", 1.0), Map.of()));

        Verdict filled = new Verdict(samples, Map.of("answers", 32)).figures();
        Verdict tooMany = new Verdict(samples, Map.of("answers", 31)).figures();
        Verdict unknown = new Verdict(samples, Map.of()).figures();

        assertThat(filled.lines())
                .containsExactly(
                        "threads: 36, 36, 36; +0.0 a period in the second half",
                        "  threads named answers: 4, 16, 32 (a pool of 32)");
        assertThat(filled.isBounded()).isTrue();
        assertThat(tooMany.isBounded()).isFalse();
        assertThat(unknown.lines())
                .containsExactly(
                        "threads: 40, 52, 68; +14.0 a period in the second half GROWS",
                        "  threads named answers: 4, 16, 32");
    }

    @Test
    void objectsThatComeAsFastAsBeforeLeakThoughMemoryDoesNotShowIt() {
        assertThat(objects(OURS, Map.of(), 100, 200, 300, 400, 500, 600).isBounded())
                .isFalse();
        assertThat(objects(OURS, Map.of(), 2_300, 3_500, 4_700, 5_700, 5_750, 5_790)
                        .isBounded())
                .isTrue();
        assertThat(objects(OURS, Map.of(), 100, 200, 300, 280, 500, 600).isBounded())
                .isTrue();
        assertThat(objects(OURS, Map.of(), 1, 2, 3, 4, 5, 6).isBounded()).isTrue();
    }

    @Test
    void objectsOfJavaAreOnlyNamedForTheyBelongToOthers() {
        Verdict verdict = objects(ANOTHERS, Map.of(), 100, 200, 300, 400, 500, 600);

        assertThat(verdict.isBounded()).isTrue();
        assertThat(verdict.lines()).containsExactly("  more each time: java.lang.String, 100, 200, 300, 400, 500, 600");
    }

    @Test
    void whatIsKeptUpToANumberIsNamedWithIt() {
        Verdict verdict = objects(OURS, Map.of("Standing", "200,000 at most"), 100, 200, 300, 400, 500, 600);

        assertThat(verdict.isBounded()).isTrue();
        assertThat(verdict.lines())
                .containsExactly("  more each time: " + OURS + ", 100, 200, 300, 400, 500, 600 (200,000 at most)");
    }

    @Test
    void rowsThatStayAreGrowth() {
        Probe.Sample end = new Probe.Sample(Map.of(), Map.of(), Map.of("entry", 900.0), Map.of());

        assertThat(new Verdict(List.of(end), Map.of())
                        .rows(Map.of("entry", 3.0), Map.of("entry", 3.0))
                        .isBounded())
                .isTrue();
        assertThat(new Verdict(List.of(end), Map.of())
                        .rows(Map.of("entry", 3.0), Map.of("entry", 4.0))
                        .isBounded())
                .isFalse();
    }

    private static boolean isBounded(String figure, double... course) {
        return new Verdict(
                        DoubleStream.of(course)
                                .mapToObj(value -> sample(Map.of(figure, value), Map.of(), Map.of()))
                                .toList(),
                        Map.of())
                .figures()
                .isBounded();
    }

    private static Verdict objects(String name, Map<String, String> held, long... course) {
        LongFunction<Probe.Sample> sample = count -> sample(Map.of(), Map.of(), Map.of(name, count));
        return new Verdict(LongStream.of(course).mapToObj(sample).toList(), Map.of()).objects(held);
    }

    private static Probe.Sample sample(
            Map<String, Double> figures, Map<String, Double> threads, Map<String, Long> objects) {
        return new Probe.Sample(figures, threads, Map.of(), objects);
    }
}
