package org.lessonbot.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.page.LessonFacts;
import org.lessonbot.page.Page;
import org.lessonbot.page.Report;
import org.lessonbot.plan.Edition;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Reasons;

/** Pages about lessons, made anew from the database each time: whoever was erased is not in them any more. */
public final class Reports {
    private final Archive archive;
    private final Editions editions;
    private final Passages passages;
    private final Reasons reasons;
    private final Function<String, Words> words;
    private final ZoneId zone;

    /**
     * @param words by language
     * @param zone by whose clocks times are said
     */
    public Reports(Database database, Function<String, Words> words, ZoneId zone) {
        this.archive = new Archive(database.jdbi());
        this.editions = new Editions(new Lessons(database.jdbi()));
        this.passages = new Passages(database.jdbi());
        this.reasons = new Reasons(database.jdbi());
        this.words = words;
        this.zone = zone;
    }

    /**
     * What became of a lesson, for whoever led it; nothing if there is no such lesson.
     *
     * @param names whether people go by the names they showed, and not by pseudonyms
     * @param links to what goes with it
     */
    public Optional<Page> report(long lesson, boolean names, List<Report.Link> links, Instant now) {
        return facts(lesson, names, now).map(facts -> Report.of(facts, links));
    }

    private Optional<LessonFacts> facts(long lesson, boolean names, Instant now) {
        return archive.lesson(lesson).map(dossier -> facts(dossier, names, now));
    }

    private LessonFacts facts(Dossier dossier, boolean names, Instant now) {
        long id = dossier.lesson().id();
        Edition edition = editions.get(dossier.lesson().edition());
        Map<String, ItemVotes> votes =
                ItemVotes.of(archive.all()).stream().collect(Collectors.toMap(ItemVotes::item, item -> item));
        return new LessonFacts(
                dossier,
                edition,
                names ? dossier.roster() : LessonFacts.masked(dossier),
                archive.moves(id),
                passages.of(id),
                dossier.lesson().isClub()
                        ? new Sways(
                                        dossier.lesson(),
                                        edition.plan(),
                                        dossier.roster(),
                                        dossier.entries(),
                                        reasons.of(id))
                                .of(dossier.rounds())
                        : List.of(),
                votes,
                words.apply(edition.plan().language()),
                zone,
                now);
    }
}
