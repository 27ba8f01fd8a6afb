package org.lessonbot.paper;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.tck.Contract;
import org.lessonbot.tck.ConversationContract;
import org.lessonbot.tck.PostingContract;
import org.lessonbot.tck.School;

/** The contract can be broken, and says so: each flaw is caught by the rule that is about it. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenAdaptersTest {

    /** A rule of a contract. */
    private interface Rule<C extends Contract> {
        void check(C contract) throws Throwable;
    }

    private static Arguments conversation(Flaw flaw, Rule<ConversationContract> rule) {
        ConversationContract contract = new ConversationContract() {
            @Override
            protected School open() {
                return new PaperSchool(flaw);
            }
        };
        return arguments(flaw, contract, rule);
    }

    private static Arguments posting(Flaw flaw, Rule<PostingContract> rule) {
        PostingContract contract = new PostingContract() {
            @Override
            protected School open() {
                return new PaperSchool(flaw);
            }
        };
        return arguments(flaw, contract, rule);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                posting(
                        Flaw.ACKNOWLEDGES_AFTER_ITS_WORK,
                        PostingContract::whenTheStoreIsSlowTheClickIsTakenUpInTimeAndAnsweredInTheEnd),
                conversation(Flaw.TAKES_TWICE_FOR_TWO, ConversationContract::aMoveDeliveredTwiceIsMadeOnce),
                conversation(Flaw.SPEAKS_ALOUD, ConversationContract::whispersReachOnlyTheirPerson),
                posting(Flaw.LETS_EDITS_OVERTAKE, PostingContract::editsNeverEndOnAStaleCount),
                posting(Flaw.POSTS_TWICE, PostingContract::aPostWhoseAnswerIsLostStandsOnceAndShowsWhatCameMeanwhile),
                posting(Flaw.FORGETS_ITS_BUTTONS, PostingContract::buttonsFromBeforeARestartWork),
                posting(Flaw.LOSES_WHAT_IS_LIMITED, PostingContract::aRateLimitDelaysAndNeverLoses),
                posting(Flaw.OVERLOOKS_THAT_A_POST_IS_GONE, PostingContract::aDeletedPostComesBack),
                posting(Flaw.OBEYS_MARKUP, contract -> all(contract.hostileTextsAreInert())),
                posting(Flaw.LEAVES_OUT_SOURCES, PostingContract::everyBlockIsDrawn),
                posting(Flaw.TAKES_ALL_FOR_TEACHERS, PostingContract::studentsCannotRunTeachersCommands),
                conversation(Flaw.SHOWS_WHO_CHOSE_WHAT, ConversationContract::nothingButCountsIsShownBeforeTheReveal),
                posting(
                        Flaw.PROMISES_TOO_EARLY,
                        PostingContract
                                ::whenTheDatabaseIsLostNobodyIsToldThatTheirClickCountedAndTheClassGoesOnOnceItIsBack),
                conversation(Flaw.SHOWS_THE_CONSOLE_TO_ALL, ConversationContract::theConsoleIsForTeachersAlone),
                posting(Flaw.MIXES_ROOMS, PostingContract::twoRoomsAtOnceDoNotMix));
    }

    private static void all(Stream<DynamicTest> tests) throws Throwable {
        for (DynamicTest test : tests.toList()) {
            test.getExecutable().execute();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    <C extends Contract> void aFlawIsCaught(Flaw flaw, C contract, Rule<C> rule) throws Exception {
        contract.start();
        try {
            assertThatThrownBy(() -> rule.check(contract)).isInstanceOf(AssertionError.class);
        } finally {
            contract.stop();
        }
    }
}
