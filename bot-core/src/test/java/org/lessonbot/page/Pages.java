package org.lessonbot.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lessonbot.activity.Dealt;
import org.lessonbot.activity.PaperClass;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;
import org.lessonbot.lesson.Progress;
import org.lessonbot.plan.Phrasebook;

/** Facts of classes on paper, as pages are made from them. */
public final class Pages {
    static final Instant NOW = Instant.parse("2025-03-03T10:15:00Z");

    private Pages() {}

    public static LessonFacts facts(PaperClass room, boolean names, Moved... moves) {
        Dossier dossier = room.dossier();
        return facts(room, dossier, names, moves);
    }

    /** The same once it is over. */
    public static LessonFacts over(PaperClass room, Moved... moves) {
        Dossier d = room.dossier();
        Lesson it = d.lesson();
        Lesson over = new Lesson(
                it.id(),
                it.room(),
                it.pace(),
                Lesson.Status.ENDED,
                it.edition(),
                it.seed(),
                it.step(),
                it.round(),
                it.startedAt(),
                it.stepSince(),
                it.extension(),
                Optional.of(NOW),
                it.version());
        return facts(room, new Dossier(over, d.roster(), d.rounds(), d.entries(), d.secret()), false, moves);
    }

    private static LessonFacts facts(PaperClass room, Dossier dossier, boolean names, Moved... moves) {
        return new LessonFacts(
                dossier,
                room.edition(),
                Dealt.of(room.edition(), dossier.rounds()),
                names ? dossier.roster() : LessonFacts.masked(dossier),
                List.of(moves),
                Progress.NONE,
                List.of(),
                Phrasebook.of(room.edition().plan().language()),
                ZoneId.of("Europe/Berlin"),
                NOW);
    }
}
