package org.lessonbot.editorial.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.editorial.Lessons;
import org.lessonbot.models.Asked;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Models;
import org.lessonbot.models.Request;
import org.lessonbot.models.ScriptedModels;
import org.lessonbot.models.Trouble;
import org.lessonbot.plan.BankEntry;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Review;

class DraftingTest {
    private static final String PATH = "bank/stages/list-generated.yaml";
    private static final String LIST = "Why is the sea salty?\n\nHow do fish sleep?\nWhy is the sea salty?\n";

    private static final Drafting.Watch UNSEEN = new Drafting.Watch() {
        @Override
        public void begins(int all) {}

        @Override
        public void now(String key, int done, int all, Asked.State state) {}
    };

    private final ScriptedModels models = new ScriptedModels("base", "tuned", Models.VALUES);

    @TempDir
    private Path folder;

    private Path lesson = Path.of("");

    @BeforeEach
    void aLesson() throws Exception {
        lesson = Lessons.in(folder).resolve("tiny");
    }

    @Test
    void eachPromptBecomesAsManyDraftsAsAreWanted() throws Exception {
        Drafting.Result result = run(2);

        assertThat(result).isEqualTo(new Drafting.Result(4, 8, List.of(), 0));
        assertThat(drafts())
                .extracting(entry -> entry.item().id())
                .containsExactly(
                        "why-is-the-sea-salty", "why-is-the-sea-salty-2", "how-do-fish-sleep", "how-do-fish-sleep-2");
        BankEntry second = drafts().get(1);
        assertThat(second.review()).isEqualTo(Review.DRAFT);
        assertThat(second.item().response("tuned").text()).isEqualTo("tuned on Why is the sea salty?, take 2.");
        assertThat(second.item().response("tuned").provenance())
                .isEqualTo(ScriptedModels.answer("tuned", "").provenance());
        assertThat(journal()).doesNotExist();
    }

    @Test
    void aServerThatHoldsOneModelIsAskedForAllOfOneFirst() throws Exception {
        run(3);
        assertThat(models.asked().stream().map(Request::model))
                .containsExactly(Stream.concat(
                                Stream.generate(() -> "base").limit(6),
                                Stream.generate(() -> "tuned").limit(6))
                        .toArray(String[]::new));
    }

    @Test
    void whereverItIsStoppedItGoesOnAndAsksForNothingTwice() throws Exception {
        String whole = "";
        for (int stop = 0; stop <= 8; stop++) {
            Files.deleteIfExists(lesson.resolve(PATH));
            AtomicInteger left = new AtomicInteger(stop);
            ScriptedModels dying = new ScriptedModels("base", "tuned");
            for (String key : List.of("base", "tuned")) {
                dying.script(key, request -> {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("the machine died");
                    }
                    return ScriptedModels.answer(key, key + " on " + request.prompt());
                });
            }
            if (stop < 8) {
                assertThatThrownBy(() -> run(dying, 2)).isInstanceOf(IllegalStateException.class);
            }
            int kept = 0;
            if (Files.exists(journal())) {
                kept = (int) Files.lines(journal())
                        .filter(line -> line.contains("response"))
                        .count();
            }
            left.set(100);
            dying.asked().clear();
            run(dying, 2);
            assertThat(dying.asked()).hasSize(8 - kept);
            assertThat(journal()).doesNotExist();
            String now = Files.readString(lesson.resolve(PATH));
            whole = whole.isEmpty() ? now : whole;
            assertThat(now).isEqualTo(whole);

            dying.asked().clear();
            assertThat(run(dying, 2)).isEqualTo(new Drafting.Result(0, 0, List.of(), 0));
            assertThat(dying.asked()).isEmpty();
        }
    }

    @Test
    void anAnswerThatACrashCutOffIsAskedForAgainAndHarmsNoOther() throws Exception {
        models.script("tuned", request -> {
            throw new ModelException(ModelException.Kind.UNREACHABLE, "gone");
        });
        run(1);
        String kept = Files.readString(journal());
        Files.writeString(journal(), kept.substring(0, kept.length() - 20));
        models.script("tuned", request -> ScriptedModels.answer("tuned", "Well."));
        models.asked().clear();
        run(1);
        assertThat(models.asked()).extracting(Request::model).containsExactly("base", "tuned", "tuned");
        assertThat(drafts()).hasSize(2);
    }

    @Test
    void anItemThatWasWrittenAndNotNotedIsNotWrittenTwice() throws Exception {
        models.script("tuned", request -> {
            if (request.prompt().contains("fish")) {
                throw new ModelException(ModelException.Kind.EMPTY, "nothing");
            }
            return ScriptedModels.answer("tuned", "Well.");
        });
        run(1);
        String journal = Files.readString(journal());
        List<String> noted =
                journal.lines().filter(line -> line.contains("\"written\"")).toList();
        assertThat(noted).hasSize(1);
        Files.writeString(journal(), journal.replace(noted.get(0) + "\n", ""));

        assertThat(run(1).items()).isZero();
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void whatAReviewerDidMeanwhileStaysAndCounts() throws Exception {
        run(1);
        Path file = lesson.resolve(PATH);
        String reviewed = Files.readString(file).replaceFirst("review: draft", "review: retired # dull");
        Files.writeString(file, reviewed);
        models.asked().clear();

        run(2);
        assertThat(models.asked()).hasSize(4);
        assertThat(file).content().startsWith(reviewed);
        assertThat(drafts()).hasSize(4);
    }

    @Test
    void aSingleFailureKeepsNothingElseFromBeingWrittenAndIsNamed() throws Exception {
        models.script("base", request -> {
            if (request.prompt().contains("fish")) {
                throw new ModelException(ModelException.Kind.BROKEN_OFF, "reset");
            }
            return ScriptedModels.answer("base", "<|im_start|>", Trouble.TEMPLATE);
        });
        Drafting.Result result = run(1);

        assertThat(result.items()).isZero();
        assertThat(result.missing())
                .extracting(one -> one.prompt().line(), one -> one.key(), one -> one.troubles())
                .containsExactly(tuple(1, "base", Set.of(Trouble.TEMPLATE)), tuple(3, "base", Set.of()));
        models.script("base", request -> ScriptedModels.answer("base", "Well.", Trouble.NAMES));
        models.asked().clear();
        assertThat(run(1).items()).isEqualTo(2);
        assertThat(models.asked()).extracting(Request::model).containsExactly("base", "base");
        assertThat(drafts().get(0).item().response("base").provenance().note()).startsWith("There is a name in it");
    }

    @Test
    void whatWouldFailForAllStopsIt() throws Exception {
        models.script("base", request -> {
            throw new ModelException(ModelException.Kind.NO_MODEL, "pull it first");
        });
        Drafting.Result result = run(3);
        assertThat(result.missing()).hasSize(1);
        assertThat(result.unasked()).isEqualTo(11);
    }

    @Test
    void twoDoNotWriteTheSameFile() throws Exception {
        try (Journal other = Journal.open(journal()).orElseThrow()) {
            assertThat(drafting(models, 1).run(PATH, prompts(drafting(models, 1), LIST), UNSEEN))
                    .isEmpty();
        }
    }

    @Test
    void aLessonThatCannotBeReadAnyMoreKeepsWhatWasAnswered() throws Exception {
        models.script("tuned", request -> {
            try {
                Files.writeString(lesson.resolve("bank/stages.yaml"), "oops\n", StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return ScriptedModels.answer("tuned", "Well.");
        });
        assertThatThrownBy(() -> run(1)).isInstanceOf(ContentException.class);
        Files.writeString(lesson.resolve("bank/stages.yaml"), Lessons.STAGES);
        models.script("tuned", request -> ScriptedModels.answer("tuned", "Well."));
        models.asked().clear();
        assertThat(run(1).items()).isEqualTo(2);
        assertThat(models.asked()).hasSize(1);
    }

    @Test
    void aModelIsToldToAnswerByEachValue() throws Exception {
        Drafting drafting = pairs();
        drafting.run("bank/preferences/list-generated.yaml", prompts(drafting, "Hm?"), UNSEEN);

        assertThat(models.asked()).extracting(Request::model).containsOnly(Models.VALUES);
        assertThat(models.asked())
                .extracting(Request::instruction)
                .satisfiesExactly(
                        direct -> assertThat(direct).contains("“Direct. Is direct.”"),
                        warm -> assertThat(warm).contains("“Warm. Is warm.”"));
        BankEntry entry = drafts("preferences").get(0);
        assertThat(entry.item().topic()).isEqualTo("warm-direct");
        assertThat(entry.item().response("warm").provenance().note()).contains("“Warm. Is warm.”");
    }

    @Test
    void whatTheLessonHasModelsToldGoesBeforeTheWordsOfTheBank() throws Exception {
        Files.writeString(lesson.resolve("lesson.yaml"), Lessons.PLAN.replace("revote: Again?", """
                revote: Again?
                      contrasts:
                        - first: {id: warm, name: Warm, says: Is warm., instruct: Be kind.}
                          second: {id: direct, name: Direct, says: Is direct., instruct: Be short.}
                """.strip()));
        Drafting drafting = pairs();
        drafting.run("bank/preferences/list-generated.yaml", prompts(drafting, "Hm?"), UNSEEN);

        assertThat(models.asked()).extracting(Request::instruction).containsExactly("Be short.", "Be kind.");
        assertThat(drafts("preferences")
                        .get(0)
                        .item()
                        .response("warm")
                        .provenance()
                        .note())
                .isEqualTo("Told: Be kind.");
    }

    @Test
    void aListIsLinesOrATableOrAFileOfTheBank() throws Exception {
        Drafting drafting = drafting(models, 1);
        assertThat(prompts(drafting, "\uFEFF One? \n\nTwo?"))
                .containsExactly(new PromptList.Prompt("One?", 1, ""), new PromptList.Prompt("Two?", 3, ""));
        assertThat(drafting.prompts("list.csv", "prompt;n\n\"A\nB\";1\nC;2\n").prompts())
                .containsExactly(new PromptList.Prompt("A\nB", 2, ""), new PromptList.Prompt("C", 4, ""));
        assertThat(drafting.prompts("/x/prompts/tiny/bank/stages.yaml", "").prompts())
                .extracting(PromptList.Prompt::text, PromptList.Prompt::request)
                .containsExactly(tuple("Is it going to rain?", "everyday"), tuple("Will it snow?", "everyday"));
        assertThat(drafting.prompts("list.csv", "question\nOne?\n").faults())
                .extracting(Object::toString)
                .containsExactly("list.csv:1: there is no column prompt; there are [question]");
        assertThat(drafting.prompts("list.txt", "\n").faults())
                .extracting(Object::toString)
                .containsExactly("list.txt: there is no prompt in it");
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws Exception {
        assertThat(drafting(new ScriptedModels("base"), 1).lacking()).containsExactly("tuned");
        assertThat(drafting(models, 1).lacking()).isEmpty();
    }

    private Drafting.Result run(int samples) throws Exception {
        return run(models, samples);
    }

    private Drafting.Result run(Models asked, int samples) throws Exception {
        Drafting drafting = drafting(asked, samples);
        Optional<Drafting.Result> result = drafting.run(PATH, prompts(drafting, LIST), UNSEEN);
        return result.orElseThrow();
    }

    private Drafting drafting(Models asked, int samples) throws ContentException {
        return new Drafting(asked, Lessons.READER, lesson, order("stages", ""), samples);
    }

    private Drafting pairs() throws ContentException {
        return new Drafting(models, Lessons.READER, lesson, order("preferences", "warm-direct"), 1);
    }

    private static Order order(String bank, String dimension) {
        Order.Columns columns = new Order.Columns("prompt", "", "", "", "", "", "");
        return new Order(bank, dimension, "", columns, Map.of(), Map.of());
    }

    private static List<PromptList.Prompt> prompts(Drafting drafting, String text) {
        return drafting.prompts("list.txt", text).prompts();
    }

    private Path journal() {
        return lesson.resolve("bank/stages/list-generated.answers.jsonl");
    }

    private List<BankEntry> drafts() throws ContentException {
        return drafts("stages");
    }

    private List<BankEntry> drafts(String bank) throws ContentException {
        return Library.at(lesson).read("tiny", Lessons.READER).bank().stream()
                .filter(entry -> entry.file().equals("tiny/bank/" + bank + "/list-generated.yaml"))
                .toList();
    }
}
