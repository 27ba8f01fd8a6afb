package org.lessonbot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.ContentException;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.Library;
import org.lessonbot.plan.Pairing;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;
import org.lessonbot.plan.Step;

/** A class on paper: a shipped lesson, students {@code s1}, {@code s2}… in pairs, and what they entered. */
public final class PaperClass {
    public static final String TEACHER = "teacher";
    private static final Instant MONDAY = Instant.parse("2025-03-03T09:00:00Z");

    private static final Map<String, Edition> EDITIONS = new ConcurrentHashMap<>();

    private final Edition edition;
    /** In the language of the lesson. */
    final Phrasebook words;

    private final Roster roster;
    private final Lesson.Pace pace;
    private final Map<List<Object>, Entry> entries = new LinkedHashMap<>();
    private final List<Round> rounds = new ArrayList<>();
    /** What was dealt when each round opened; it never changes, so it is read once. */
    private final List<Object> deals = new ArrayList<>();

    private int clock;

    public PaperClass(String lesson, int students, Lesson.Pace pace) {
        this(EDITIONS.computeIfAbsent(lesson, PaperClass::read), students, pace);
    }

    public PaperClass(Edition edition, int students, Lesson.Pace pace) {
        this.edition = edition;
        this.words = Phrasebook.of(edition.plan().language());
        this.pace = pace;
        List<Participant> people = new ArrayList<>();
        people.add(new Participant(TEACHER, "Ms T", Participant.Role.TEACHER, true, MONDAY));
        IntStream.rangeClosed(1, students)
                .forEach(n ->
                        people.add(new Participant("s" + n, "Student " + n, Participant.Role.STUDENT, true, MONDAY)));
        List<Group> groups = new ArrayList<>();
        for (int n = 1; n < students; n += 2) {
            groups.add(new Group(Pairing.EXPLORE, n / 2 + 1, List.of("s" + n, "s" + (n + 1))));
            groups.add(new Group(Pairing.QUESTIONS, n / 2 + 1, List.of("s" + n, "s" + (students + 1 - n))));
        }
        this.roster = new Roster(people, groups);
    }

    private static Edition read(String lesson) {
        try {
            return Library.shipped()
                    .read(lesson, new PlanReader(Activities.contentTypes()))
                    .approved();
        } catch (ContentException faults) {
            throw new IllegalStateException(faults);
        }
    }

    public int students() {
        return roster.students().size();
    }

    List<Step> steps() {
        return edition.plan().steps();
    }

    /** Opens a step's next round, if there is one; a class is through with the one before, a club goes on with it. */
    public boolean open(String step, String request) {
        if (pace == Lesson.Pace.LIVE) {
            close();
        }
        int number =
                (int) rounds.stream().filter(round -> round.step().equals(step)).count() + 1;
        Optional<String> deal = deal(activity(step), step, number, request);
        deal.ifPresent(text -> {
            rounds.add(new Round(step, number, Phase.OPEN, text, now(), Optional.empty()));
            deals.add(Json.read(text, activity(step).traits().deal()));
        });
        return deal.isPresent();
    }

    public boolean open(String step) {
        return open(step, "");
    }

    public void reveal() {
        phase(Phase.REVEALED);
    }

    public void close() {
        if (!rounds.isEmpty()) {
            phase(Phase.CLOSED);
        }
    }

    private void phase(Phase phase) {
        Round at = here();
        Optional<Instant> revealed = phase == Phase.REVEALED ? Optional.of(now()) : at.revealedAt();
        rounds.set(rounds.size() - 1, new Round(at.step(), at.number(), phase, at.deal(), at.openedAt(), revealed));
    }

    public Round here() {
        return rounds.get(rounds.size() - 1);
    }

    public Entries entries() {
        return new Entries(List.copyOf(entries.values()));
    }

    Activity<?, ?> activity() {
        return activity(here().step());
    }

    Action action(String verb, String argument) {
        return new Action(7, here().step(), here().number(), verb, argument);
    }

    public Outcome press(String person, String verb, String argument) {
        return act(person, new Interaction.Press(action(verb, argument)));
    }

    public Outcome pick(String person, String verb, String... values) {
        return act(person, new Interaction.Pick(action(verb, ""), List.of(values)));
    }

    public Outcome submit(String person, String verb, String argument, Map<String, String> values) {
        return act(person, new Interaction.Submit(action(verb, argument), values));
    }

    /** Hands an act to the activity and keeps what counts. */
    Outcome act(String person, Interaction.Act act) {
        Outcome outcome = handle(activity(), person, act);
        for (Keep keep : outcome.entries()) {
            List<Object> key = List.of(here().step(), here().number(), keep.owner(), keep.field());
            if (keep.phase() == here().phase()) {
                String stands =
                        Optional.ofNullable(entries.get(key)).map(Entry::value).orElse("");
                keep.before()
                        .ifPresent(before -> assertThat(stands).as("%s", keep).isIn(before, keep.value()));
                entries.remove(key);
                if (!keep.value().isEmpty()) {
                    entries.put(
                            key,
                            new Entry(
                                    here().step(),
                                    here().number(),
                                    keep.owner(),
                                    keep.field(),
                                    keep.value(),
                                    person,
                                    now()));
                }
            }
        }
        return outcome;
    }

    /** Erases what somebody entered for themselves. */
    void forget(String person) {
        entries.values().removeIf(entry -> entry.owner().equals(person));
    }

    /** What is seen of the round that is open. */
    Drawing<?, ?> drawing() {
        return drawing(activity());
    }

    private <C, D> Drawing<C, D> drawing(Activity<C, D> activity) {
        return new Drawing<>(activity, scene(activity, entries()));
    }

    private <C, D> Outcome handle(Activity<C, D> activity, String person, Interaction.Act act) {
        String owner = roster.group(step(here().step()).pairing(), person)
                .map(Group::owner)
                .orElse(person);
        Entries here = entries().round(here().step(), here().number());
        Entries reach = switch (activity.traits().judgedBy()) {
            case LESSON -> entries();
            case STEP -> entries().step(here().step());
            case ROUND -> here;
            case OWN ->
                here.where(
                        entry -> entry.owner().equals(person) || entry.owner().equals(owner));
        };
        return activity.handle(
                scene(activity, reach), new Actor(person, roster.name(person), person.equals(TEACHER)), act);
    }

    /** What an entry says to whoever made it. */
    String recall(Entry entry) {
        Round round = rounds.stream()
                .filter(one -> one.step().equals(entry.step()) && one.number() == entry.round())
                .findFirst()
                .orElseThrow();
        return recall(activity(entry.step()), round, entry);
    }

    private <C, D> String recall(Activity<C, D> activity, Round round, Entry entry) {
        return activity.recall(scene(activity, round, entries()), entry);
    }

    private <C, D> Scene<C, D> scene(Activity<C, D> activity, Entries within) {
        return scene(activity, here(), within);
    }

    private <C, D> Scene<C, D> scene(Activity<C, D> activity, Round round, Entries within) {
        Step step = step(round.step());
        return new Scene<>(
                lesson(),
                edition.plan(),
                edition.bank(),
                step,
                activity.traits().content().cast(step.content()),
                round,
                activity.traits().deal().cast(deals.get(rounds.indexOf(round))),
                dealt(),
                roster,
                within,
                words);
    }

    private <C, D> Optional<String> deal(Activity<C, D> activity, String id, int number, String request) {
        Step step = step(id);
        Dealing<C, D> dealing = new Dealing<>(
                lesson(),
                edition.plan(),
                step,
                activity.traits().content().cast(step.content()),
                edition.bank(),
                dealt(),
                roster,
                entries(),
                Optional.empty());
        return activity.deal(dealing, request, new SplittableRandom(id.hashCode() + number))
                .map(Json::write);
    }

    private List<Dealt<?>> dealt() {
        return IntStream.range(0, rounds.size())
                .<Dealt<?>>mapToObj(at -> new Dealt<>(rounds.get(at), deals.get(at)))
                .toList();
    }

    public Edition edition() {
        return edition;
    }

    /** All that is kept of it. */
    public Dossier dossier() {
        return new Dossier(lesson(), roster, rounds, entries(), "secret");
    }

    private Lesson lesson() {
        return new Lesson(
                7,
                new Room("paper", "room"),
                pace,
                Lesson.Status.RUNNING,
                "",
                42,
                rounds.isEmpty() ? "" : here().step(),
                1,
                MONDAY,
                MONDAY,
                Duration.ZERO,
                Optional.empty(),
                1);
    }

    private Activity<?, ?> activity(String step) {
        return Activities.of(step(step).activity());
    }

    private Step step(String id) {
        return edition.plan().step(id).orElseThrow();
    }

    private Instant now() {
        return MONDAY.plusSeconds(clock++);
    }
}
