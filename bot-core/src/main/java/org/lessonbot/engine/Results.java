package org.lessonbot.engine;

import java.util.List;
import java.util.Optional;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.report.Export;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;

/** What was answered in lessons, ready to be exported. */
public final class Results {
    private final Archive archive;
    private final Editions editions;

    public Results(Database database) {
        this.archive = new Archive(database.jdbi());
        this.editions = new Editions(new Lessons(database.jdbi()));
    }

    /** @param names whether the names that people showed stand beside their pseudonyms */
    public Export all(boolean names) {
        return export(archive.all(), names);
    }

    /** Of one lesson, if there is one of this number. */
    public Optional<Export> lesson(long lesson, boolean names) {
        return archive.lesson(lesson).map(dossier -> export(List.of(dossier), names));
    }

    /** How classes voted on each pair that ever stood before one. */
    public List<ItemVotes> votes() {
        return ItemVotes.of(archive.all());
    }

    private Export export(List<Dossier> dossiers, boolean names) {
        return new Export(
                dossiers.stream()
                        .map(dossier -> new Export.Source(
                                dossier,
                                editions.get(dossier.lesson().edition()).plan()))
                        .toList(),
                names);
    }
}
