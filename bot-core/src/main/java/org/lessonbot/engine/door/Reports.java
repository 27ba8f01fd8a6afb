package org.lessonbot.engine.door;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lessonbot.activity.Dealt;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Sways;
import org.lessonbot.lesson.Dossier;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Participant;
import org.lessonbot.page.Handout;
import org.lessonbot.page.LessonFacts;
import org.lessonbot.page.OwnPage;
import org.lessonbot.page.Page;
import org.lessonbot.page.Report;
import org.lessonbot.page.SideBySide;
import org.lessonbot.plan.Edition;
import org.lessonbot.report.ItemVotes;
import org.lessonbot.report.Pseudonyms;
import org.lessonbot.store.Archive;
import org.lessonbot.store.Database;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Reasons;

/** Pages about lessons, made anew from the database each time: whoever was erased is not in them any more. */
public final class Reports {
    private final Archive archive;
    private final Editions editions;
    private final Passages passages;
    private final Reasons reasons;
    private final EntryReader entries;
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
        this.entries = new EntryReader(database.jdbi());
        this.words = words;
        this.zone = zone;
    }

    /**
     * What became of a lesson, for whoever led it; nothing if there is no such lesson.
     *
     * @param names whether people go by the names they showed, and not by pseudonyms
     * @param links to what goes with it
     */
    public Optional<Page> report(long lesson, boolean names, Optional<Report.Links> links, Instant now) {
        return facts(lesson, names, now).map(facts -> Report.of(facts, votes(), links));
    }

    /** One page about a lesson for its class, without names; nothing if there is no such lesson. */
    public Optional<Page> handout(long lesson, Instant now) {
        return facts(lesson, false, now).map(Handout::of);
    }

    /** Lessons beside each other, without names, the oldest first; nothing if any of them is not there, or none was named. */
    public Optional<Page> beside(Collection<Long> lessons, Instant now) {
        List<LessonFacts> all = all(lessons, now);
        return all.isEmpty() || all.size() < Set.copyOf(lessons).size()
                ? Optional.empty()
                : Optional.of(SideBySide.of(all, all.get(all.size() - 1).words()));
    }

    /**
     * Lessons held in the room of this one, beside each other, for somebody who may choose which.
     *
     * @param chosen those that are to be shown; all if none of them was held there
     */
    public Optional<Page> besideOfRoom(long lesson, Collection<Long> chosen, Instant now) {
        List<LessonFacts> offered = all(heldWith(lesson), now);
        List<LessonFacts> wanted = offered.stream()
                .filter(one -> chosen.contains(one.dossier().lesson().id()))
                .toList();
        return offered.isEmpty()
                ? Optional.empty()
                : Optional.of(SideBySide.of(
                        wanted.isEmpty() ? offered : wanted,
                        offered,
                        offered.get(offered.size() - 1).words()));
    }

    private List<LessonFacts> all(Collection<Long> lessons, Instant now) {
        return lessons.stream()
                .distinct()
                .sorted()
                .flatMap(lesson -> facts(lesson, false, now).stream())
                .toList();
    }

    /** All lessons held in the room of this one, the oldest first. */
    public List<Long> heldWith(long lesson) {
        return archive.heldWith(lesson);
    }

    /**
     * What one person did, for that person.
     *
     * @param facts of the lesson, with names: who looks was told those of their partners
     */
    public record Own(LessonFacts facts, String person, List<OwnPage.Kept> kept) {
        public Page page(Optional<OwnPage.Ways> ways) {
            return OwnPage.of(facts, person, kept, ways);
        }

        public Page sure(String erase, String back) {
            return OwnPage.sure(facts, erase, back);
        }

        public String data() {
            return OwnPage.data(facts, person, kept);
        }

        /** What became of having everything erased. */
        public Page erased(Reply reply) {
            return OwnPage.erased(facts, reply instanceof Reply.Whisper whisper ? whisper.message() : Message.of());
        }

        public String name() {
            return facts.roster().name(person);
        }

        public Room room() {
            return facts.dossier().lesson().room();
        }
    }

    /**
     * Of the person of this pseudonym; nothing if nobody in the lesson has it, or has it any more.
     *
     * @param pseudonym as exports of the lesson have it, so that an address need not hold a person's id
     */
    public Optional<Own> own(long lesson, String pseudonym, Instant now) {
        return facts(lesson, true, now).flatMap(facts -> {
            Pseudonyms pseudonyms = new Pseudonyms(facts.dossier());
            return facts.dossier().roster().participants().stream()
                    .map(Participant::id)
                    .filter(person -> pseudonyms.of(person).equals(pseudonym))
                    .findFirst()
                    .map(person -> new Own(facts, person, kept(facts.dossier().lesson(), person)));
        });
    }

    /** By what name an address points to somebody; nothing if they are not in the lesson. */
    public Optional<String> pseudonym(long lesson, String person) {
        return archive.lesson(lesson)
                .filter(dossier -> dossier.roster().participant(person).isPresent())
                .map(dossier -> new Pseudonyms(dossier).of(person));
    }

    private List<OwnPage.Kept> kept(Lesson lesson, String person) {
        return entries.kept(lesson.room(), person).stream()
                .filter(kept -> kept.lesson() == lesson.id())
                .map(kept -> new OwnPage.Kept(kept.entry(), kept.replaced()))
                .toList();
    }

    /** How all classes voted, which takes reading all lessons. */
    private Map<String, ItemVotes> votes() {
        return ItemVotes.of(archive.all()).stream().collect(Collectors.toMap(ItemVotes::item, item -> item));
    }

    private Optional<LessonFacts> facts(long lesson, boolean names, Instant now) {
        return archive.lesson(lesson).map(dossier -> facts(dossier, names, now));
    }

    private LessonFacts facts(Dossier dossier, boolean names, Instant now) {
        long id = dossier.lesson().id();
        boolean club = dossier.lesson().isClub();
        Edition edition = editions.get(dossier.lesson().edition());
        Words said = words.apply(edition.plan().language());
        return new LessonFacts(
                dossier,
                edition,
                Dealt.of(edition, dossier.rounds()),
                names ? dossier.roster() : LessonFacts.masked(dossier),
                archive.moves(id),
                passages.of(id),
                club
                        ? new Sways(
                                        dossier.lesson(),
                                        edition.plan(),
                                        dossier.roster(),
                                        dossier.entries(),
                                        reasons.of(id))
                                .of(dossier.rounds())
                        : List.of(),
                club ? said.inClub() : said,
                zone,
                now);
    }
}
