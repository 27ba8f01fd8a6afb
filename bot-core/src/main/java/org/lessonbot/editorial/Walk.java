package org.lessonbot.editorial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lessonbot.activity.Activities;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.Scene;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Phase;
import org.lessonbot.lesson.Roster;
import org.lessonbot.lesson.Round;
import org.lessonbot.plan.Edition;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.plan.Step;

/** A walk through a lesson without a class: what each planned round shows to the room and to the teacher. */
public final class Walk {
    private final Edition edition;
    private final Words words;
    private final Map<Step, List<Message>> shown = new LinkedHashMap<>();

    private Walk(Edition edition, Words words) {
        this.edition = edition;
        this.words = words;
    }

    /** All messages by step, in the lesson's order; none for a step whose content could not be read. */
    public static Map<Step, List<Message>> through(Edition edition, Words words) {
        Walk walk = new Walk(edition, words);
        List<Dealt<?>> rounds = new ArrayList<>();
        for (Step step : edition.plan().steps()) {
            Activity<?, ?> activity = Activities.all().get(step.activity());
            if (activity != null && activity.traits().content().isInstance(step.content())) {
                walk.step(activity, step, rounds);
            }
        }
        return walk.shown;
    }

    private <C, D> void step(Activity<C, D> activity, Step step, List<Dealt<?>> rounds) {
        C content = activity.traits().content().cast(step.content());
        List<Message> messages = new ArrayList<>();
        // Whichever item it is, every one is measured for itself.
        RandomGenerator first = () -> 0;
        for (int number = 1; number <= step.rounds(); number++) {
            Lesson lesson = lesson(edition.plan(), step, Lesson.Pace.LIVE, number);
            Optional<D> deal = activity.deal(
                    new Dealing<>(
                            lesson,
                            edition.plan(),
                            step,
                            content,
                            edition.bank(),
                            rounds,
                            Roster.EMPTY,
                            Entries.NONE,
                            Optional.empty()),
                    "",
                    first);
            if (deal.isEmpty()) {
                break;
            }
            for (Phase phase : List.of(Phase.OPEN, Phase.REVEALED)) {
                Round round = round(step, number, phase);
                List<Dealt<?>> all = new ArrayList<>(rounds);
                all.add(new Dealt<>(round, deal.get()));
                Scene<C, D> scene = new Scene<>(
                        lesson,
                        edition.plan(),
                        edition.bank(),
                        step,
                        content,
                        round,
                        deal.get(),
                        all,
                        Roster.EMPTY,
                        Entries.NONE,
                        words);
                messages.add(activity.room(scene));
                messages.add(activity.console(scene));
            }
            rounds.add(new Dealt<>(round(step, number, Phase.CLOSED), deal.get()));
        }
        shown.put(step, messages);
    }

    static Round round(Step step, int number, Phase phase) {
        Optional<Instant> revealed = phase == Phase.OPEN ? Optional.empty() : Optional.of(Instant.EPOCH);
        return new Round(step.id(), number, phase, "", Instant.EPOCH, revealed);
    }

    /** A lesson whose number is the longest there can be on a button. */
    static Lesson lesson(LessonPlan plan, Step step, Lesson.Pace pace, int round) {
        return new Lesson(
                Long.MAX_VALUE,
                new Room("editorial", plan.id()),
                pace,
                Lesson.Status.RUNNING,
                "",
                0,
                step.id(),
                round,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                0);
    }
}
