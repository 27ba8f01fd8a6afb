package org.lessonbot.engine.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lessonbot.activity.board.Posted;
import org.lessonbot.activity.board.QuestionBoard;
import org.lessonbot.club.Path;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Sways;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.plan.LessonPlan;
import org.lessonbot.report.Export;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.report.Sway;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Reasons;

/** What was answered in lessons, ready to be exported. */
public final class Results {
    private final Archive archive;
    private final Editions editions;
    private final Passages passages;
    private final Reasons reasons;

    public Results(Database database) {
        this.archive = new Archive(database.jdbi());
        this.editions = new Editions(new Lessons(database.jdbi()));
        this.passages = new Passages(database.jdbi());
        this.reasons = new Reasons(database.jdbi());
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
        return !dossier.lesson().isClub()
                ? new Export.Source(dossier, plan, questions)
                : new Export.Source(dossier, plan, questions, finished(dossier, plan), sways(dossier, plan));
    }

    private List<Export.Finished> finished(Dossier dossier, LessonPlan plan) {
        Path path =
                new Path(plan, dossier.rounds(), passages.of(dossier.lesson().id()));
        int students = dossier.roster().students().size();
        return IntStream.range(0, plan.stretches().size())
                .mapToObj(n -> new Export.Finished(
                        plan.stretches().get(n).title(),
                        path.finished(dossier.roster(), n).size(),
                        students))
                .toList();
    }

    private List<Sway> sways(Dossier dossier, LessonPlan plan) {
        return new Sways(
                        dossier.lesson(),
                        plan,
                        dossier.roster(),
                        dossier.entries(),
                        reasons.of(dossier.lesson().id()))
                .of(dossier.rounds());
    }
}
