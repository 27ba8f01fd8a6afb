package org.lessonbot.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lessonbot.tck.Someone.TEACHER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The moments of the shipped lesson that the guides show, as a class leaves them. Pictures are drawn from these goldens. */
interface GuideRules extends Rules {
    Someone MIRA = new Someone("mira", "Mira", false);
    List<Someone> CLASS = List.of(
            MIRA,
            new Someone("jonas", "Jonas", false),
            new Someone("aylin", "Aylin", false),
            new Someone("ben", "Ben", false),
            new Someone("noor", "Noor", false),
            new Someone("teo", "Teo", false));

    List<String> GUESSES = List.of("RLHF", "Instruction-tuned", "RLHF", "Instruction-tuned", "Instruction-tuned");
    String LAST_GUESS = "Base model";

    /** With the lesson's own five, one for each number of upvotes that the class can give. */
    List<String> QUESTIONS = List.of("Do raters ever see who asked?", "What if the raters are tired or bored?");

    /** Where goldens are kept; nothing if this platform keeps none. */
    Optional<Path> goldens();

    @Test
    default void theGuidesShowTheLessonAsItIs() throws Exception {
        assumeTrue(goldens().isPresent(), "no goldens are kept of this platform");
        Golden golden = new Golden(goldens().orElseThrow().resolveSibling("guide"), school().sourceType());
        Sitting lesson = Sitting.start(bot(), school(), Plans.GUIDE);
        CLASS.forEach(student -> lesson.room().command(student, "join"));
        goTo(lesson, "match");
        question(lesson, golden);
        goTo(lesson, "ask");
        write(lesson);
        goTo(lesson, "board");
        board(lesson, golden);
    }

    private static void goTo(Sitting lesson, String step) {
        while (!lesson.lesson().step().equals(step)) {
            lesson.goOn(TEACHER);
        }
    }

    private void question(Sitting lesson, Golden golden) throws IOException {
        Iterator<String> guesses = GUESSES.iterator();
        Seen receipt = lesson.guess(MIRA, guesses.next());
        CLASS.stream().skip(1).limit(GUESSES.size() - 1).forEach(student -> lesson.guess(student, guesses.next()));
        String count = lesson.say("answered", GUESSES.size(), CLASS.size());
        golden.check("question", lesson.awaitCount(GUESSES.size(), CLASS.size()).source());
        golden.check("receipt", receipt.card().source());
        golden.check(
                "console",
                await().until("the console's count", () -> lesson.console(TEACHER), card -> card.shows(count))
                        .source());
        lesson.guess(CLASS.get(CLASS.size() - 1), LAST_GUESS);
        Card reveal = lesson.reveal();
        golden.check("reveal", reveal.source());
        attached(reveal).forEach(golden::keep);
    }

    /** The images that were sent with a post, by their names; nothing where results are not sent as images. */
    default Map<String, byte[]> attached(Card post) {
        return Map.of();
    }

    private static void write(Sitting lesson) {
        Sheet sheet = lesson.room()
                .press(MIRA, lesson.current(), lesson.say("questions.ask"))
                .sheet();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            values.put(sheet.fields().get(i).label(), QUESTIONS.get(i));
        }
        lesson.room().submit(MIRA, sheet, values);
        lesson.settled();
    }

    /** No two questions get as many upvotes, so that their order never depends on chance. */
    private static void board(Sitting lesson, Golden golden) throws IOException {
        Card board = lesson.current();
        List<String> questions =
                board.text().lines().filter(line -> line.endsWith("?")).toList();
        List<String> leastFirst = questions.stream().sorted().toList();
        for (int row = 0; row < questions.size(); row++) {
            for (Someone student : CLASS.subList(0, leastFirst.indexOf(questions.get(row)))) {
                lesson.room().press(student, board, board.buttons().get(row));
            }
        }
        Card counted = lesson.awaitCurrent(
                "all upvotes",
                card -> IntStream.range(0, questions.size())
                        .allMatch(votes -> card.shows(lesson.say("board.votes", votes))));
        golden.check("board", counted.source());
    }
}
