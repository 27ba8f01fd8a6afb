package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.plan.Step;

/** Classes that press, pick and write whatever they find, and some things they do not find, through whole lessons. */
class AnyClassTest {
    private static final int ACTS = 24;

    /** Of each lesson one class and one club. */
    private static final Set<Integer> REPLAYED = Set.of(3, 4);

    /** Fields whose value is a key of ours. */
    private static final Set<String> CHOSEN = Set.of("guess", "vote", "revote", "group");

    private static final String FIELD_KINDS = "answer|choose|hide|merge|pin|question|thought|up";

    /** What was kept in any class, without numbers and codes. */
    private static final Set<String> FIELDS = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void everyFieldWasKeptInSomeClass() {
        assertThat(FIELDS)
                .contains(
                        "answer",
                        "choose",
                        "comment",
                        "enough",
                        "guess",
                        "hide",
                        "merge",
                        "question",
                        "rated",
                        "rating",
                        "reason",
                        "revote",
                        "thought",
                        "up",
                        "vote");
    }

    static Stream<Arguments> classes() {
        return IntStream.rangeClosed(3, 8)
                .boxed()
                .flatMap(seed -> Stream.of("how-ai-learns", "same-news", "wie-ki-lernt")
                        .map(lesson ->
                                Arguments.of(lesson, seed, seed % 3 == 0 ? Lesson.Pace.SELF : Lesson.Pace.LIVE)));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void whateverTheyDoTheRulesHoldAndAReplayEndsTheSame(String lesson, int seed, Lesson.Pace pace) {
        String first = new Play(new PaperClass(lesson, seed * 5, pace), pace, seed).whole();
        if (REPLAYED.contains(seed)) {
            String second = new Play(new PaperClass(lesson, seed * 5, pace), pace, seed).whole();
            assertThat(second).isEqualTo(first);
        }
    }

    /** One way through a lesson. */
    private static final class Play {
        private final PaperClass room;
        private final Lesson.Pace pace;
        private final SplittableRandom random;
        private final List<Interaction.Act> found = new ArrayList<>();
        private final StringBuilder seen = new StringBuilder();

        Play(PaperClass room, Lesson.Pace pace, long seed) {
            this.room = room;
            this.pace = pace;
            this.random = new SplittableRandom(seed);
        }

        String whole() {
            for (Step step : room.steps()) {
                for (int round = 0; round < step.rounds() && room.open(step.id()); round++) {
                    some();
                    if (room.activity().reveals() && pace == Lesson.Pace.LIVE) {
                        room.reveal();
                        some();
                    }
                    room.close();
                    look();
                    act(anybody(), any());
                }
            }
            room.entries().all().forEach(entry -> seen.append(entry).append('\n'));
            return seen.toString();
        }

        /** What is kept is told in words, whichever activity keeps it. */
        private void recall(Keep keep) {
            room.entries()
                    .round(room.here().step(), room.here().number())
                    .where(entry ->
                            entry.owner().equals(keep.owner()) && entry.field().equals(keep.field()))
                    .all()
                    .forEach(this::recall);
        }

        private void recall(Entry entry) {
            String said = room.recall(entry);
            assertThat(said)
                    .as("%s", entry)
                    .isNotEqualTo(room.words.say("recall.other", entry.value()))
                    .doesNotContain("pair:")
                    .doesNotContainPattern("\\b(" + FIELD_KINDS + ")-")
                    .doesNotContainPattern("\\b[0-9a-f]{10}\\b|\\b[a-z]+_[a-z]+\\b");
            if (CHOSEN.contains(entry.field())) {
                assertThat(said).as("%s", entry).doesNotEndWith(": " + entry.value());
            }
            FIELDS.add(entry.field().replaceAll("-.*", ""));
        }

        private void some() {
            found.clear();
            look();
            for (int n = 0; n < ACTS; n++) {
                Interaction.Act act = any();
                // Most lists are the teacher's.
                act(act instanceof Interaction.Pick && random.nextBoolean() ? PaperClass.TEACHER : anybody(), act);
                if (n % 10 == 0) {
                    look();
                }
            }
        }

        private void look() {
            show(room.drawing().room());
            show(room.drawing().console());
            show(room.drawing().person(anybody()));
        }

        private void show(Message message) {
            Fits.message(message);
            seen.append(message).append('\n');
            for (Block block : message.blocks()) {
                Fits.buttons(block)
                        .map(Button::action)
                        .map(Interaction.Press::new)
                        .forEach(found::add);
                if (block instanceof Block.Picker picker) {
                    int count = random.nextInt(picker.min(), picker.max() + 1);
                    found.add(new Interaction.Pick(
                            picker.action(),
                            picker.options().stream()
                                    .limit(count)
                                    .map(option -> option.value())
                                    .toList()));
                }
            }
        }

        private void act(String person, Interaction.Act act) {
            Outcome outcome = room.act(person, act);
            check(person, outcome);
            outcome.entries().forEach(this::recall);
            Map<String, String> once = values();
            room.act(person, act);
            if (!(act instanceof Interaction.Press)) {
                assertThat(values()).as("delivered twice: %s", act).isEqualTo(once);
            }
            Fits.reply(outcome.reply());
            seen.append(outcome.reply()).append('\n');
            if (outcome.reply() instanceof Reply.Whisper whisper) {
                show(whisper.message());
            } else if (outcome.reply() instanceof Reply.OpenForm open) {
                assertThat(person.equals(PaperClass.TEACHER)
                                || !open.form().about().isBlank())
                        .as("what is answered stands above the fields of %s", open.form())
                        .isTrue();
                found.add(filled(open.form()));
            }
        }

        private void check(String person, Outcome outcome) {
            boolean teacher = person.equals(PaperClass.TEACHER);
            for (Keep keep : outcome.entries()) {
                assertThat(keep.owner().equals(person)
                                || keep.owner().startsWith("pair:")
                                || (teacher && keep.owner().equals(Keep.TEACHERS)))
                        .as("%s writes %s", person, keep)
                        .isTrue();
                if (room.here().phase() == Phase.REVEALED) {
                    assertThat(keep.phase()).as("after the reveal: %s", keep).isEqualTo(Phase.REVEALED);
                }
                assertThat(room.here().phase()).isNotEqualTo(Phase.CLOSED);
            }
            assertThat(teacher || outcome.move().isEmpty()).isTrue();
        }

        private Map<String, String> values() {
            return room.entries().all().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.step() + entry.round() + entry.owner() + "/" + entry.field(), Entry::value));
        }

        private Interaction.Submit filled(Form form) {
            Map<String, String> values = new HashMap<>();
            for (Form.Field field : form.fields()) {
                String value = field.kind() == Form.Kind.CHOICE
                        ? field.options()
                                .get(random.nextInt(field.options().size()))
                                .value()
                        : "w".repeat(random.nextInt(field.limit() + 2));
                values.put(field.name(), value);
            }
            return new Interaction.Submit(form.action(), values);
        }

        private Interaction.Act any() {
            if (found.isEmpty() || random.nextInt(6) == 0) {
                return nonsense();
            }
            return found.get(random.nextInt(found.size()));
        }

        private Interaction.Act nonsense() {
            List<String> verbs = List.of(
                    "guess",
                    "vote",
                    "revote",
                    "reason",
                    "share",
                    "withdraw",
                    "hide",
                    "show",
                    "ask",
                    "edit",
                    "up",
                    "down",
                    "page",
                    "list",
                    "choose",
                    "unchoose",
                    "pin",
                    "unpin",
                    "stays",
                    "merge",
                    "unmerge",
                    "write",
                    "call",
                    "give");
            List<String> arguments = List.of(
                    "", "0", "1", "99", "-1", "base", "tie", "x/y", "pair:1", "s1", "%n{0}", "hide/0", "merge/x/y");
            Action action = room.action(
                    verbs.get(random.nextInt(verbs.size())), arguments.get(random.nextInt(arguments.size())));
            return switch (random.nextInt(3)) {
                case 0 -> new Interaction.Press(action);
                case 1 -> new Interaction.Pick(action, List.of(arguments.get(random.nextInt(arguments.size()))));
                default -> new Interaction.Submit(action, Map.of("thought", "hm", "rating", "6", "edit", "?"));
            };
        }

        private String anybody() {
            int n = random.nextInt(9);
            return n == 0 ? PaperClass.TEACHER : "s" + (1 + random.nextInt(room.students() + 1));
        }
    }
}
