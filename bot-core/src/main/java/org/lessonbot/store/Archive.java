package org.lessonbot.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Moved;

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

    /** What moved a lesson, in the order in which it did. */
    public List<Moved> moves(long lesson) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kind, step, at from move where lesson = :lesson order by at")
                .bind("lesson", lesson)
                .map((row, context) -> new Moved(
                        row.getString("kind"),
                        row.getString("step"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    /** All lessons that were held in the room of this one, the oldest first. */
    public List<Long> heldWith(long lesson) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select other.id from lesson join lesson other using (platform, room)
                        where lesson.id = :lesson order by other.id
                        """).bind("lesson", lesson).mapTo(Long.class).list());
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
