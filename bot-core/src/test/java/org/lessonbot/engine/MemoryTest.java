package org.lessonbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Form;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Option;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.engine.door.Projection;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.Snapshot;

/**
 * Instances remember where lessons stand, and do not talk to each other: what one remembers may have been changed by another.
 * That may cost a second look, and never changes what anybody is told or what is kept.
 */
class MemoryTest {
    private static final Room ROOM = new Room(PaperPlatform.NAME, "class");
    private static final Person TEACHER = new Person("t", "Ms Rivers", true);
    private static final List<Person> PEOPLE = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> new Person("p" + i, i < 3 ? "Kim" : "Kid " + i, false))
            .toList();
    private static final Person KIM = PEOPLE.get(0);
    private static final List<String> LEADS = List.of("next", "next", "next", "back", "reveal", "pause", "resume");
    private static final List<String> DOES = List.of("join", "leave", "me", "forget-now");
    private static final Phrasebook SAYS = Phrasebook.of("en");

    /** The same acts, once on two instances in turn and once each on an instance that remembers nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsRememberedNobodyIsToldAnythingElse(long seed) {
        try (World remembering = new World(true);
                World forgetful = new World(false)) {
            Random random = new Random(seed);
            String start = Long.toString(seed);
            assertThat(remembering.act(0, TEACHER, start(start))).isEqualTo(forgetful.act(0, TEACHER, start(start)));
            for (int i = 1; i <= 60; i++) {
                Person person = random.nextInt(4) == 0 ? TEACHER : PEOPLE.get(random.nextInt(PEOPLE.size()));
                Interaction.Act act = forgetful.any(person, random);
                String told = forgetful.act(0, person, act);
                assertThat(remembering.act(random.nextInt(2), person, act))
                        .as("act %s: %s by %s", i, act, person.id())
                        .isEqualTo(told);
            }
            assertThat(remembering.facts()).isEqualTo(forgetful.facts());
        }
    }

    @Test
    void whenItIsRevealedInTheMiddleOfABurstOnTwoInstancesWhoeverHasAReceiptIsKeptAndNobodyElse() {
        try (World world = new World(true)) {
            world.act(0, TEACHER, start("1"));
            PEOPLE.forEach(person -> world.act(0, person, command("join")));
            List<String> stages = List.of("base", "tuned", "rlhf");
            Map<Person, List<CompletableFuture<String>>> told = new HashMap<>();
            CompletableFuture<Reply> revealed = CompletableFuture.completedFuture(Reply.SILENT);
            for (int i = 0; i < 60; i++) {
                Person person = PEOPLE.get(i % PEOPLE.size());
                String stage = stages.get(i % stages.size());
                told.computeIfAbsent(person, none -> new ArrayList<>())
                        .add(world.handle(i % 2, person, world.guess(stage))
                                .thenApply(reply -> reply.toString().contains("You can change it") ? stage : ""));
                if (i == 30) {
                    revealed = world.handle(1, TEACHER, command("reveal"));
                }
            }
            revealed.join();
            told.forEach((person, replies) -> {
                List<String> receipts =
                        replies.stream().map(CompletableFuture::join).toList();
                assertThat(receipts)
                        .as("what %s was told", person.id())
                        .contains(world.kept(person).orElse(""));
                boolean counted = receipts.stream().anyMatch(receipt -> !receipt.isEmpty());
                assertThat(world.kept(person).isPresent())
                        .as("what is kept of %s, who was told %s", person.id(), receipts)
                        .isEqualTo(counted);
            });
            PEOPLE.forEach(person ->
                    assertThat(world.act(0, person, world.guess("base"))).contains(SAYS.say("late")));
        }
    }

    @Test
    void whoeverLeftOnOneInstanceComesBackByAnsweringOnTheOther() {
        try (World world = new World(true)) {
            world.begin();
            world.act(0, KIM, world.guess("base"));
            world.act(1, KIM, command("leave"));
            assertThat(world.act(0, KIM, world.guess("rlhf")))
                    .contains("You can change it", SAYS.say("engine.joined", "Kim"));
            assertThat(world.kept(KIM)).contains("rlhf");
        }
    }

    @Test
    void whoeverWasMadeATeacherOnOneInstanceAnswersNoMoreOnTheOther() {
        try (World world = new World(true)) {
            world.begin();
            world.act(0, KIM, world.guess("base"));
            world.act(1, TEACHER, new Interaction.Command("teacher", Map.of("person", KIM.id())));
            assertThat(world.act(0, KIM, world.guess("rlhf"))).contains(SAYS.say("engine.teacher-answers"));
            assertThat(world.kept(KIM)).contains("base");
        }
    }

    @Test
    void whoeverIsForgottenOnOneInstanceIsRememberedByNone() {
        try (World world = new World(true)) {
            world.begin();
            world.act(0, KIM, world.guess("base"));
            world.act(1, KIM, command("forget-me"));
            world.act(1, KIM, new Interaction.Press(new Action(world.lesson().id(), "", 0, "forget-now", "")));
            assertThat(world.act(0, KIM, world.press("mine", ""))).contains(SAYS.say("mine.none-yet"));
            assertThat(world.act(0, KIM, world.guess("base"))).contains(SAYS.say("engine.joined", "Kim"));
            assertThat(world.kept(KIM)).contains("base");
        }
    }

    @Test
    void nobodyComesIntoALessonThatEndedOnTheOtherInstance() {
        try (World world = new World(true)) {
            world.begin();
            Interaction.Act join =
                    new Interaction.Press(new Action(world.lesson().id(), "", 0, "join", ""));
            world.act(
                    1, TEACHER, new Interaction.Press(new Action(world.lesson().id(), "", 0, "end-now", "")));
            assertThat(world.act(0, PEOPLE.get(4), join)).contains(SAYS.say("engine.over"));
            assertThat(world.facts()).doesNotContain(PEOPLE.get(4).id());
        }
    }

    @Test
    void aPauseOnOneInstanceHoldsOnTheOther() {
        try (World world = new World(true)) {
            world.begin();
            world.act(0, KIM, world.guess("base"));
            world.act(1, TEACHER, command("pause"));
            assertThat(world.act(0, KIM, world.guess("rlhf"))).contains(SAYS.say("engine.not-while-paused"));
            world.act(1, TEACHER, command("resume"));
            assertThat(world.act(0, KIM, world.guess("rlhf"))).contains("You can change it");
        }
    }

    private static Interaction.Act start(String seed) {
        return new Interaction.Command("start", Map.of("lesson", "short", "seed", seed));
    }

    private static Interaction.Act command(String name) {
        return new Interaction.Command(name, Map.of());
    }

    /** A class with two instances that remember, or with a new instance for each act. */
    private static final class World implements AutoCloseable {
        private final Migrated store = Migrated.fresh();
        private final boolean remembers;
        private final List<LessonEngine> instances;
        private final List<Form> forms = new ArrayList<>();
        private int acts;

        World(boolean remembers) {
            this.remembers = remembers;
            this.instances = remembers ? List.of(engine("one"), engine("other")) : List.of();
        }

        private LessonEngine engine(String name) {
            return new LessonEngine(
                    store.database(),
                    new Setting(
                            name, "en", 2, () -> Map.of("short", lessonOfPairs()), Phrasebook::of, Clock.systemUTC()),
                    List.of(new PaperPlatform()),
                    DrivenTime.standing());
        }

        private static Edition lessonOfPairs() {
            Edition shipped = ShippedLesson.edition();
            LessonPlan plan = shipped.plan();
            List<String> ids = List.of("match", "ask", "board", "investigate", "feedback");
            return new Edition(
                    new LessonPlan(
                            plan.id(),
                            plan.title(),
                            plan.summary(),
                            plan.language(),
                            plan.minutes(),
                            ids.stream().map(id -> plan.step(id).orElseThrow()).toList()),
                    shipped.bank());
        }

        /** A lesson at its first round, which both instances remember, with somebody who takes part. */
        void begin() {
            act(0, TEACHER, start("1"));
            act(0, KIM, command("join"));
            act(1, KIM, press("mine", ""));
        }

        Interaction.Act guess(String stage) {
            return press("guess", stage);
        }

        /** On a button of the round that the lesson is at. */
        Interaction.Act press(String verb, String argument) {
            Lesson at = lesson();
            return new Interaction.Press(new Action(at.id(), at.step(), at.round(), verb, argument));
        }

        /** The guess that stands there. */
        Optional<String> kept(Person person) {
            return new EntryReader(store.database().jdbi())
                    .lesson(lesson().id())
                    .value(person.id(), "guess");
        }

        String act(int instance, Person person, Interaction.Act act) {
            if (remembers) {
                return handle(instance, person, act).join().toString();
            }
            try (LessonEngine fresh = engine("fresh")) {
                Reply reply = fresh.handle(interaction(person, act)).join();
                if (reply instanceof Reply.OpenForm open) {
                    forms.add(open.form());
                }
                return reply.toString();
            }
        }

        CompletableFuture<Reply> handle(int instance, Person person, Interaction.Act act) {
            return instances.get(instance).handle(interaction(person, act));
        }

        private Interaction interaction(Person person, Interaction.Act act) {
            return new Interaction("i" + ++acts, ROOM, person, Instant.EPOCH, act);
        }

        /** Something that this person can do now. */
        Interaction.Act any(Person person, Random random) {
            if (person == TEACHER && random.nextInt(4) > 0) {
                return command(LEADS.get(random.nextInt(LEADS.size())));
            }
            if (random.nextInt(6) == 0) {
                return command(DOES.get(random.nextInt(DOES.size())));
            }
            if (!forms.isEmpty() && random.nextInt(3) == 0) {
                Form form = forms.get(random.nextInt(forms.size()));
                return new Interaction.Submit(
                        form.action(), Map.of(form.fields().get(0).name(), "Text " + random.nextInt(5)));
            }
            List<Interaction.Act> acts = new ArrayList<>();
            slide().ifPresent(message -> message.blocks().forEach(block -> add(block, acts, random)));
            return acts.isEmpty() ? command("join") : acts.get(random.nextInt(acts.size()));
        }

        private Optional<Message> slide() {
            return new Projection(store.database(), Phrasebook::of, Clock.systemUTC())
                    .slide(lesson().id())
                    .map(Projection.Slide::message);
        }

        private static void add(Block block, List<Interaction.Act> acts, Random random) {
            if (block instanceof Block.Buttons row) {
                row.buttons().stream()
                        .map(Button::action)
                        .map(Interaction.Press::new)
                        .forEach(acts::add);
            } else if (block instanceof Block.Row row) {
                acts.add(new Interaction.Press(row.button().action()));
            } else if (block instanceof Block.Picker picker) {
                List<Option> options = picker.options();
                acts.add(new Interaction.Pick(
                        picker.action(),
                        List.of(options.get(random.nextInt(options.size())).value())));
            }
        }

        Lesson lesson() {
            return new Lessons(store.database().jdbi()).latestIn(ROOM).orElseThrow();
        }

        /** All that is kept, but for when. */
        String facts() {
            Snapshot now =
                    new Lessons(store.database().jdbi()).snapshot(lesson().id()).orElseThrow();
            List<Entry> entries = new EntryReader(store.database().jdbi())
                    .lesson(now.lesson().id())
                    .all();
            List<Object> facts = new ArrayList<>(List.of(
                    now.lesson().step(), now.lesson().round(), now.lesson().status(), now.version()));
            now.rounds()
                    .forEach(round -> facts.addAll(List.of(round.step(), round.number(), round.phase(), round.deal())));
            now.roster().participants().forEach(one -> facts.addAll(List.of(one.id(), one.name(), one.present())));
            facts.addAll(now.roster().groups());
            entries.forEach(entry -> facts.addAll(
                    List.of(entry.step(), entry.round(), entry.owner(), entry.field(), entry.value(), entry.person())));
            return facts.toString();
        }

        @Override
        public void close() {
            instances.forEach(LessonEngine::close);
            store.close();
        }
    }
}
