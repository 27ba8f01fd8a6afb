package org.lessonbot.tck.paper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.tck.PlatformContract;

/** The contract can be broken, and says so: each flaw is caught by the rule that is about it. */
class BrokenAdaptersTest {

    /** A rule of the contract. */
    private interface Rule {
        void check(PlatformContract contract) throws Throwable;
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                broken(
                        Flaw.ACKNOWLEDGES_AFTER_ITS_WORK,
                        PlatformContract::whenTheStoreIsSlowTheClickIsTakenUpInTimeAndAnsweredInTheEnd),
                broken(Flaw.TAKES_TWICE_FOR_TWO, PlatformContract::aMoveDeliveredTwiceIsMadeOnce),
                broken(Flaw.SPEAKS_ALOUD, PlatformContract::whispersReachOnlyTheirPerson),
                broken(Flaw.LETS_EDITS_OVERTAKE, PlatformContract::editsNeverEndOnAStaleCount),
                broken(Flaw.POSTS_TWICE, PlatformContract::aPostWhoseAnswerIsLostStandsOnceAndShowsWhatCameMeanwhile),
                broken(Flaw.FORGETS_ITS_BUTTONS, PlatformContract::buttonsFromBeforeARestartWork),
                broken(Flaw.LOSES_WHAT_IS_LIMITED, PlatformContract::aRateLimitDelaysAndNeverLoses),
                broken(Flaw.OVERLOOKS_THAT_A_POST_IS_GONE, PlatformContract::aDeletedPostComesBack),
                broken(Flaw.OBEYS_MARKUP, contract -> all(contract.hostileTextsAreInert())),
                broken(Flaw.LEAVES_OUT_SOURCES, PlatformContract::everyBlockIsDrawn),
                broken(Flaw.TAKES_ALL_FOR_TEACHERS, PlatformContract::studentsCannotRunTeachersCommands),
                broken(Flaw.SHOWS_WHO_CHOSE_WHAT, PlatformContract::nothingButCountsIsShownBeforeTheReveal),
                broken(
                        Flaw.PROMISES_TOO_EARLY,
                        PlatformContract
                                ::whenTheDatabaseIsLostNobodyIsToldThatTheirClickCountedAndTheClassGoesOnOnceItIsBack),
                broken(Flaw.SHOWS_THE_CONSOLE_TO_ALL, PlatformContract::theConsoleIsForTeachersAlone),
                broken(Flaw.MIXES_ROOMS, PlatformContract::twoRoomsAtOnceDoNotMix));
    }

    private static Arguments broken(Flaw flaw, Rule rule) {
        return arguments(flaw, rule);
    }

    private static void all(Stream<DynamicTest> tests) throws Throwable {
        for (DynamicTest test : tests.toList()) {
            test.getExecutable().execute();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void aFlawIsCaught(Flaw flaw, Rule rule) throws Exception {
        PaperContract contract = new PaperContract(flaw);
        contract.begin();
        try {
            assertThatThrownBy(() -> rule.check(contract)).isInstanceOf(AssertionError.class);
        } finally {
            contract.end();
        }
    }
}
