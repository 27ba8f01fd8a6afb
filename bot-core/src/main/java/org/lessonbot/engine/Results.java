package org.lessonbot.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.plan.LessonPlan;
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
        return new Export(dossiers.stream().map(this::source).toList(), names);
    }

    private Export.Source source(Dossier dossier) {
        LessonPlan plan = editions.get(dossier.lesson().edition()).plan();
        QuestionBoard board = QuestionBoard.of(dossier.lesson(), plan, dossier.entries());
        Map<String, String> questions = Stream.of(board.visible(), board.hidden(), board.merged())
                .flatMap(List::stream)
                .collect(Collectors.toMap(Posted::code, Posted::text));
        return new Export.Source(dossier, plan, questions);
    }
}
