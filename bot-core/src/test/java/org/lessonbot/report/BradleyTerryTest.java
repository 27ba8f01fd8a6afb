package org.lessonbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lessonbot.report.BradleyTerry.Fitted;
import org.lessonbot.report.BradleyTerry.Reason;
import org.lessonbot.report.BradleyTerry.Undefined;

class BradleyTerryTest {

    private static final List<String> TEAMS =
            List.of("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore");

    /** Wins of the row over the column. */
    private static final long[][] AMERICAN_LEAGUE_EAST_1987 = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    };

    /** Agresti, Categorical Data Analysis, second edition (2002), tables 10.10 and 10.11: log strength over Baltimore's. */
    @Test
    void baseballTeamsAreAsStrongAsPublished() {
        Fitted<String> fit = fitted(contests(TEAMS, AMERICAN_LEAGUE_EAST_1987));

        double[] published = {1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0};
        for (int team = 0; team < TEAMS.size(); team++) {
            double odds = fit.strength(TEAMS.get(team)) / fit.strength("Baltimore");
            assertThat(Math.log(odds)).as(TEAMS.get(team)).isCloseTo(published[team], within(0.005));
        }
    }

    @Test
    void winsExpectedOfTheFitAreTheWinsObserved() {
        Fitted<String> fit = fitted(contests(TEAMS, AMERICAN_LEAGUE_EAST_1987));

        for (int team = 0; team < TEAMS.size(); team++) {
            double observed = 0;
            double expected = 0;
            for (int other = 0; other < TEAMS.size(); other++) {
                long wins = AMERICAN_LEAGUE_EAST_1987[team][other];
                long games = wins + AMERICAN_LEAGUE_EAST_1987[other][team];
                observed += wins;
                expected += games * probability(fit, TEAMS.get(team), TEAMS.get(other));
            }
            assertThat(expected).as(TEAMS.get(team)).isCloseTo(observed, within(1e-6));
        }
    }

    @Test
    void strengthsThatMadeTheVotesAreFoundAgain() {
        Random random = new Random(2004);
        List<String> values = List.of("a", "b", "c", "d");
        double[] truth = {0.1, 0.2, 0.3, 0.4};
        long[][] wins = new long[4][4];
        for (int vote = 0; vote < 60_000; vote++) {
            int one = random.nextInt(4);
            int other = (one + 1 + random.nextInt(3)) % 4;
            boolean oneWins = random.nextDouble() < truth[one] / (truth[one] + truth[other]);
            wins[oneWins ? one : other][oneWins ? other : one]++;
        }

        Fitted<String> fit = fitted(contests(values, wins));

        for (int value = 0; value < 4; value++) {
            assertThat(fit.strength(values.get(value))).isCloseTo(truth[value], within(0.01));
        }
    }

    @Test
    void strengthsSumToOneAndTiesAreHalfAWinEach() {
        Fitted<String> fit = fitted(List.of(new Contest<>("warm", "brief", 2, 0, 2)));

        assertThat(fit.strength("warm")).isCloseTo(0.75, within(1e-9));
        assertThat(fit.strength("brief")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aLongLopsidedChainStillConverges() {
        Fitted<String> fit = fitted(List.of(
                new Contest<>("a", "b", 99, 1, 0),
                new Contest<>("b", "c", 99, 1, 0),
                new Contest<>("c", "d", 99, 1, 0)));

        assertThat(probability(fit, "a", "b")).isCloseTo(0.99, within(1e-6));
        assertThat(probability(fit, "c", "d")).isCloseTo(0.99, within(1e-6));
    }

    @Test
    void valuesThatNeverMetEvenIndirectlyCannotBeCompared() {
        assertUndefined(
                Reason.NOT_CONNECTED,
                new Contest<>("honest", "warm", 3, 2, 0),
                new Contest<>("brief", "bold", 4, 4, 0));
    }

    @Test
    void aValueThatNeverLostHasNoFiniteStrength() {
        assertUndefined(
                Reason.ONE_SIDED, new Contest<>("honest", "warm", 3, 2, 0), new Contest<>("brief", "warm", 4, 0, 0));
    }

    @Test
    void aValueThatNeverWonHasNoFiniteStrength() {
        assertUndefined(
                Reason.ONE_SIDED, new Contest<>("honest", "warm", 3, 2, 0), new Contest<>("brief", "warm", 0, 4, 0));
    }

    @Test
    void withoutVotesThereIsNothingToFit() {
        assertUndefined(Reason.NO_VOTES);
        assertUndefined(Reason.NO_VOTES, new Contest<>("honest", "warm", 0, 0, 0));
    }

    @Test
    void aContestWithoutVotesDoesNotSpoilTheOthers() {
        Fitted<String> fit =
                fitted(List.of(new Contest<>("honest", "warm", 3, 2, 0), new Contest<>("brief", "bold", 0, 0, 0)));

        assertThat(fit.strengths()).containsOnlyKeys("honest", "warm");
        assertThatIllegalArgumentException().isThrownBy(() -> fit.strength("bold"));
    }

    /** That one is preferred to the other. */
    private static double probability(Fitted<String> fit, String value, String against) {
        return fit.strength(value) / (fit.strength(value) + fit.strength(against));
    }

    @SafeVarargs
    private static void assertUndefined(Reason reason, Contest<String>... contests) {
        assertThat(BradleyTerry.of(List.of(contests))).isEqualTo(new Undefined<String>(reason));
    }

    private static Fitted<String> fitted(List<Contest<String>> contests) {
        BradleyTerry<String> fit = BradleyTerry.of(contests);
        assertThat(fit).isInstanceOf(Fitted.class);
        return (Fitted<String>) fit;
    }

    private static List<Contest<String>> contests(List<String> values, long[][] wins) {
        List<Contest<String>> contests = new ArrayList<>();
        for (int one = 0; one < wins.length; one++) {
            for (int other = one + 1; other < wins.length; other++) {
                contests.add(new Contest<>(values.get(one), values.get(other), wins[one][other], wins[other][one], 0));
            }
        }
        return contests;
    }
}
