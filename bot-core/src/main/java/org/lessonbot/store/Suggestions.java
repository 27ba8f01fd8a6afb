package org.lessonbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lessonbot.chat.Room;

/** Prompts that students suggest for the models, where a teacher lets them. */
public final class Suggestions {
    private final Jdbi jdbi;

    public Suggestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A prompt that somebody suggests; nothing here says who. */
    public record Suggestion(long id, String prompt) {}

    /** Whether a class may suggest prompts at a step. */
    public boolean mayBeMade(long lesson, String step) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from suggesting where lesson = :lesson and step = :step)")
                .bind("lesson", lesson)
                .bind("step", step)
                .mapTo(Boolean.class)
                .one());
    }

    /** Says whether a class may. */
    public void let(long lesson, String step, boolean may) {
        String sql = may
                ? "insert into suggesting (lesson, step) values (:lesson, :step) on conflict do nothing"
                : "delete from suggesting where lesson = :lesson and step = :step";
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("lesson", lesson)
                .bind("step", step)
                .execute());
    }

    /**
     * Keeps what a student suggests, in place of what they did before.
     *
     * @param before what may stand there by now, where that matters
     * @return false if the class may not now, or they do not take part, or something else stands there
     */
    public boolean keep(long lesson, String step, String person, String prompt, Optional<String> before, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into suggestion (lesson, step, person, prompt, at)
                        select suggesting.lesson, suggesting.step, participant.person, :prompt, :now
                        from suggesting join participant using (lesson)
                        where lesson = :lesson and step = :step and person = :person and present
                        on conflict (lesson, step, person) do update set prompt = excluded.prompt, at = excluded.at
                        where :anything or suggestion.prompt in (:before, excluded.prompt)
                        """)
                        .bind("lesson", lesson)
                        .bind("step", step)
                        .bind("person", person)
                        .bind("prompt", prompt)
                        .bind("anything", before.isEmpty())
                        .bind("before", before.orElse(""))
                        .bind("now", now)
                        .execute()
                > 0);
    }

    /** What somebody suggests at a step. */
    public Optional<String> of(long lesson, String step, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select prompt from suggestion where lesson = :lesson and step = :step and person = :person")
                .bind("lesson", lesson)
                .bind("step", step)
                .bind("person", person)
                .mapTo(String.class)
                .findOne());
    }

    /** All that somebody suggested in a room. */
    public List<String> of(Room room, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select prompt from suggestion join lesson on lesson.id = suggestion.lesson"
                                + " where platform = :platform and room = :room and person = :person order by at")
                .bind("platform", room.platform())
                .bind("room", room.id())
                .bind("person", person)
                .mapTo(String.class)
                .list());
    }

    /** What is suggested at a step, in an order that tells nothing of who did. */
    public List<Suggestion> all(long lesson, String step) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, prompt from suggestion where lesson = :lesson and step = :step order by prompt, id")
                .bind("lesson", lesson)
                .bind("step", step)
                .map((row, context) -> new Suggestion(row.getLong("id"), row.getString("prompt")))
                .list());
    }

    /** A prompt was taken up, and waits no more. */
    public void remove(long lesson, long id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from suggestion where lesson = :lesson and id = :id")
                .bind("lesson", lesson)
                .bind("id", id)
                .execute());
    }
}
