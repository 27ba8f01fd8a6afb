package org.lessonbot.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Lesson;

/** Reads lessons as a whole, for exports. */
public final class Archive {
    private final Jdbi jdbi;
    private final Lessons lessons;
    private final EntryReader entries;

    public Archive(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.lessons = new Lessons(jdbi);
        this.entries = new EntryReader(jdbi);
    }

    public Optional<Dossier> lesson(long id) {
        return lessons.find(id).map(this::dossier);
    }

    /** All lessons, the oldest first. */
    public List<Dossier> all() {
        List<Lesson> all = lessons.all();
        return all.stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .map(this::dossier)
                .toList();
    }

    private Dossier dossier(Lesson lesson) {
        return jdbi.withHandle(handle -> new Dossier(
                lesson,
                Rosters.read(handle, lesson.id()),
                Lessons.rounds(handle, lesson.id()),
                entries.lesson(lesson.id()),
                handle.createQuery("select secret from lesson where id = :lesson")
                        .bind("lesson", lesson.id())
                        .mapTo(String.class)
                        .one()));
    }
}
