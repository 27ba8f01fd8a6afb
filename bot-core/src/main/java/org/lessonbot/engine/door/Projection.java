package org.lessonbot.engine.door;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.LessonPages;
import org.lessonbot.engine.drawing.ClubViews;
import org.lessonbot.engine.drawing.DraftViews;
import org.lessonbot.engine.drawing.Drawings;
import org.lessonbot.engine.drawing.OtherAnswers;
import org.lessonbot.engine.standing.Editions;
import org.lessonbot.engine.standing.Scenes;
import org.lessonbot.engine.standing.Standings;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.models.Models;
import org.lessonbot.store.Database;
import org.lessonbot.store.Drafts;
import org.lessonbot.store.EntryReader;
import org.lessonbot.store.Lessons;
import org.lessonbot.store.Passages;
import org.lessonbot.store.Posts;
import org.lessonbot.store.Reasons;
import org.lessonbot.store.SignOfLife;
import org.lessonbot.store.Suggestions;

/** What the room of a lesson sees now, read from the database alone: for {@link LessonPages}. */
public final class Projection {
    private final Lessons lessons;
    private final Posts posts;
    private final Scenes scenes;
    private final Drawings drawings;

    /** @param words by language */
    public Projection(Database database, Function<String, Words> words, Clock clock) {
        this.lessons = new Lessons(database.jdbi());
        this.posts = new Posts(database.jdbi(), "projection");
        this.scenes =
                new Scenes(new Standings(lessons, new Editions(lessons), words), new EntryReader(database.jdbi()));
        OtherAnswers others = new OtherAnswers(new Reasons(database.jdbi()), clock);
        ClubViews clubs = new ClubViews(scenes, new Passages(database.jdbi()), others, clock);
        // No slide shows a console.
        DraftViews drafts = new DraftViews(
                new Drafts(database.jdbi(), new SignOfLife(database)),
                new Suggestions(database.jdbi()),
                Models.NONE,
                clock);
        this.drawings = new Drawings(scenes, drafts, clubs, clock);
    }

    /**
     * What is seen.
     *
     * @param title the lesson's
     * @param version greater whenever something has changed
     * @param round another number for each round
     */
    public record Slide(String title, long version, long round, Message message) {}

    /** How far a lesson has come, in less time than a slide takes; 0 if there is no such lesson. */
    public long version(long lesson) {
        return posts.version(lesson);
    }

    public Optional<Slide> slide(long lesson) {
        // Read before the facts are: what changes in between is shown once more, and never left out.
        long version = version(lesson);
        return lessons.find(lesson)
                .flatMap(found -> lessons.round(lesson, found.step(), found.round())
                        .map(round ->
                                new Slide(title(found), version, round(found), drawings.projected(found, round))));
    }

    private String title(Lesson lesson) {
        return scenes.edition(lesson).plan().title();
    }

    private long round(Lesson lesson) {
        return 1_000L * scenes.edition(lesson).plan().indexOf(lesson.step()) + lesson.round();
    }
}
