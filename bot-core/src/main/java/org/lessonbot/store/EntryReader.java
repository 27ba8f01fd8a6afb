package org.lessonbot.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;

/** Reads entries; one that was withdrawn is not among them. */
public final class EntryReader {
    private static final String ENTRIES =
            "select step, round, owner, field, value, person, at from entry where lesson = :lesson and value <> '' ";

    private static final RowMapper<Entry> ENTRY = (row, context) -> new Entry(
            row.getString("step"),
            row.getInt("round"),
            row.getString("owner"),
            row.getString("field"),
            row.getString("value"),
            row.getString("person"),
            row.getTimestamp("at").toInstant());

    private final Jdbi jdbi;

    public EntryReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What stands there now.
     *
     * @param version the lesson's, of the same moment
     */
    public record Sight(Version version, Entries entries) {}

    /** What these owners entered in one round; nothing if there is no such lesson. */
    public Optional<Sight> sight(long lesson, String step, int round, Collection<String> owners) {
        return look(
                lesson,
                "and step = :step and round = :round and owner = any(:owners)",
                query -> query.bind("step", step)
                        .bind("round", round)
                        .bindArray("owners", String.class, owners.toArray()));
    }

    /**
     * What everybody entered at these steps; nothing if there is no such lesson.
     *
     * @param steps empty for all
     * @param round 0 for all
     */
    public Optional<Sight> sight(long lesson, Set<String> steps, int round) {
        return look(
                lesson,
                (steps.isEmpty() ? "" : "and step = any(:steps) ") + (round == 0 ? "" : "and round = :round"),
                query -> atSteps(query, steps, round));
    }

    private static Query atSteps(Query query, Set<String> steps, int round) {
        Query bound = steps.isEmpty() ? query : query.bindArray("steps", String.class, steps.toArray());
        return round == 0 ? bound : bound.bind("round", round);
    }

    private Optional<Sight> look(long lesson, String condition, UnaryOperator<Query> binding) {
        String sql = "select version, roster, entry.* from lesson left join (" + ENTRIES + condition
                + ") as entry on true where lesson.id = :lesson order by at, owner, field";
        List<Entry> entries = new ArrayList<>();
        return jdbi.withHandle(handle -> binding
                        .apply(handle.createQuery(sql).bind("lesson", lesson))
                        .map((row, context) -> {
                            if (row.getString("owner") != null) {
                                entries.add(ENTRY.map(row, context));
                            }
                            return Lessons.version(row);
                        })
                        .stream()
                        .reduce((first, last) -> last))
                .map(version -> new Sight(version, new Entries(entries)));
    }

    /** All of a lesson. */
    public Entries lesson(long lesson) {
        return read(lesson, "", query -> query);
    }

    /** @param steps empty for all */
    public Entries steps(long lesson, Set<String> steps) {
        return steps.isEmpty()
                ? lesson(lesson)
                : read(lesson, "and step = any(:steps)", query -> atSteps(query, steps, 0));
    }

    public Entries round(long lesson, String step, int round) {
        return read(
                lesson,
                "and step = :step and round = :round",
                query -> query.bind("step", step).bind("round", round));
    }

    /**
     * An entry as it is kept about somebody.
     *
     * @param replaced whether it says something else by now
     */
    public record Kept(long lesson, Entry entry, boolean replaced) {}

    /** All that one person entered in lessons of a room, for themselves or for their pair, and what it said before. */
    public List<Kept> kept(Room room, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kept.*, not exists (select from entry where (entry.lesson, entry.step, entry.round, entry.owner, entry.field)
                                = (kept.lesson, kept.step, kept.round, kept.owner, kept.field) and entry.at = kept.at) as replaced
                        from (
                            select entry_log.*, lead(value) over (
                                partition by lesson, step, round, owner, field order by at) as next
                            from entry_log where lesson in (
                                select id from lesson where platform = :platform and room = :room)) as kept
                        where person = :person and value <> '' and value is distinct from next
                        order by at, owner, field
                        """)
                .bind("platform", room.platform())
                .bind("room", room.id())
                .bind("person", person)
                .map((row, context) ->
                        new Kept(row.getLong("lesson"), ENTRY.map(row, context), row.getBoolean("replaced")))
                .list());
    }

    private Entries read(long lesson, String condition, UnaryOperator<Query> binding) {
        String sql = ENTRIES + condition + " order by at, owner, field";
        return jdbi.withHandle(
                handle -> new Entries(binding.apply(handle.createQuery(sql).bind("lesson", lesson))
                        .map(ENTRY)
                        .list()));
    }
}
