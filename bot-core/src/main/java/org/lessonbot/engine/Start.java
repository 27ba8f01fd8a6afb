package org.lessonbot.engine;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Edition;
import org.lessonbot.store.Arrival;
import org.lessonbot.store.Lessons;

/** Starts a lesson in a room. */
final class Start {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Lessons lessons;
    private final Editions editions;
    private final Moves moves;
    private final Publisher publisher;
    private final Schedule schedule;
    private final LessonEngine.Setting setting;

    Start(
            Lessons lessons,
            Editions editions,
            Moves moves,
            Publisher publisher,
            Schedule schedule,
            LessonEngine.Setting setting) {
        this.lessons = lessons;
        this.editions = editions;
        this.moves = moves;
        this.publisher = publisher;
        this.schedule = schedule;
        this.setting = setting;
    }

    Reply run(Interaction interaction, Interaction.Command command) {
        Words words = setting.words().apply(setting.language());
        if (!interaction.person().leads()) {
            return Reply.whisper(words.say("engine.teachers-only"));
        }
        Map<String, Edition> library = setting.library().get();
        String wanted = command.option("lesson");
        Optional<Edition> edition =
                wanted.isEmpty() ? library.values().stream().findFirst() : Optional.ofNullable(library.get(wanted));
        if (edition.isEmpty()) {
            return Reply.whisper(words.say("engine.no-such-plan", wanted, String.join(", ", library.keySet())));
        }
        String seed = command.option("seed");
        Optional<Long> started = lessons.start(
                interaction.room(),
                editions.pin(edition.get()),
                Lesson.Pace.LIVE,
                seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : RANDOM.nextLong(),
                edition.get().plan().steps().get(0).id());
        if (started.isEmpty()) {
            return Reply.whisper(words.say("engine.running-already"));
        }
        String name = interaction.person().name();
        moves.begin(
                started.get(),
                new Arrival(
                        interaction.person().id(),
                        name.isEmpty() ? words.say("engine.somebody", 1) : name,
                        Participant.Role.TEACHER));
        publisher.hurry(started.get());
        schedule.follow(started.get());
        return Reply.whisper(words.say("engine.started", edition.get().plan().title()));
    }
}
