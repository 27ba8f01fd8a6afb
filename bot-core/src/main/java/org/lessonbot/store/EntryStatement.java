package org.lessonbot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lessonbot.store.EntryWriter.Fate;

/** The one statement by which entries are written, many people's at once. */
final class EntryStatement {
    /** What is kept goes to the log of all that was ever entered, as well. */
    static final String LOG = """
            insert into entry_log (lesson, step, round, owner, field, value, person, at)
            select lesson, step, round, owner, field, value, person, at from kept""";

    /** Whether what its owners entered is still what an act was judged by. */
    static final String AS_JUDGED = """
            (state is null or state = (
                select coalesce(string_agg(owner || chr(3) || field || chr(1) || value, chr(2)
                    order by owner collate "C", field collate "C"), '')
                from entry where (entry.lesson, entry.step, entry.round) = (wish.lesson, wish.step, wish.round)
                  and owner = any(string_to_array(wish.owners, chr(2))) and value <> ''))""";

    static final String REPLACED = """
            on conflict (lesson, step, round, owner, field)
                do update set value = excluded.value, person = excluded.person, at = excluded.at""";

    /**
     * Posts that show what was kept are wanted again, %1$s knowing where it was. One that waits to be drawn, and that nobody draws
     * yet, is not wanted once more: whoever draws it waits for its lock, and so for this commit.
     */
    static final String POSTS = """
            stale as (
                select post.lesson, slot, wanted <= shown or leased_by is not null as due
                from post join %1$s as seen on seen.lesson = post.lesson
                where exists (select from kept)
                  and ((post.step = seen.step and post.round = seen.round) or place = 'DESK' or slot = 'hub')
                order by post.ordinal
                for no key update of post
            ), wanted as (
                update post set wanted = wanted + 1 from stale
                where due and post.lesson = stale.lesson and post.slot = stale.slot
            )""";

    /**
     * The share locks make a reveal wait for this commit, and this statement for a reveal under way; the phase compared is
     * the one found once the locks are held. The lesson's row is everybody's first lock, entries are written in the order of their
     * keys and posts locked in that of theirs, so writers and moves never deadlock.
     */
    private static final String SQL = """
            with wish as (
                select * from unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[]) with ordinality as wish
                    (lesson, step, round, owner, field, value, person, phase, before, roster, pairing, number, owners, state, nr)
            ), standing as (
                select round.lesson, round.step, round.number as round, lesson.roster as current, lesson.status = 'ENDED' as over,
                    case when lesson.status = 'ENDED' then 'OPEN' else round.phase end as phase
                from round join lesson on lesson.id = round.lesson
                where (round.lesson, round.step, round.number) in (select lesson, step, round from wish)
                  and lesson.status <> 'PAUSED'
                order by round.lesson, round.step, round.number
                for share of lesson, round
            ), kept as (
                insert into entry (lesson, step, round, owner, field, value, person, at)
                select lesson, step, round, owner, field, value, person, timestamptz 'epoch' + (?::bigint + nr - 1) * interval '1 us'
                from wish join standing using (lesson, step, round, phase)
                where %1$s and %2$s
                order by nr
                %3$s %4$s
                returning lesson, step, round, owner, field, value, person, at
            ), logged as (
                %5$s
            ), %6$s
            %7$s
            """;

    /**
     * Whoever comes, leaves or is seated changes the lesson's row first: who takes part is as it was before that, or after; where
     * nobody has since an act was judged, they are not looked for. Of a lesson that is over only whoever was given more time is
     * taken; until when, whoever judged the act has seen.
     */
    private static final String IF_THEY_TAKE_PART = """
            (not over or exists (select from more_time
                        where more_time.lesson = wish.lesson and more_time.person = wish.person))
                  and (pairing is null or roster = current
                    or coalesce((select present and role = 'STUDENT' from participant
                            where participant.lesson = wish.lesson and participant.person = wish.person), false)
                        and (pairing = 'NONE' or number = coalesce((select number from membership
                            where membership.lesson = wish.lesson and membership.pairing = wish.pairing
                              and membership.person = wish.person and until is null), 0)))""";

    private static final String WHAT_WAS_NOT_KEPT = """
            select nr, standing.lesson is null or over and not exists (select from more_time
                where more_time.lesson = wish.lesson and more_time.person = wish.person)
            from wish left join standing using (lesson, step, round, phase)
            where (select count(*) from kept) < (select count(*) from wish)
              and (lesson, step, round, owner, field) not in (select lesson, step, round, owner, field from kept)""";

    /** What stands there is compared with what is found once the entry's row is locked. */
    private static final String INSTEAD = """
            where entry.value = excluded.value
                or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field)
                    in (select lesson, step, round, owner, field from wish where before is null)
                or (excluded.lesson, excluded.step, excluded.round, excluded.owner, excluded.field, entry.value)
                    in (select lesson, step, round, owner, field, before from wish where before is not null)""";

    private static final String WHATEVER_STANDS = statement("");
    private static final String IF_IT_STANDS = statement(INSTEAD);

    private static final Comparator<Row> BY_KEY = Comparator.<Row>comparingLong(
                    row -> row.write().lesson())
            .thenComparing(row -> row.write().step())
            .thenComparingInt(row -> row.write().round())
            .thenComparing(row -> row.write().owner())
            .thenComparing(row -> row.write().field());

    private EntryStatement() {}

    /**
     * What somebody does.
     *
     * @param seat the place of whoever acts, if that decides
     * @param owners whose entries decide, and {@code state} what they are; null where none do
     * @param moves how often the lesson has moved by which the round is in the phase that is written into; null if that is not known
     */
    record Act(
            List<Write> writes,
            Basis.@Nullable Seat seat,
            @Nullable String owners,
            @Nullable String state,
            @Nullable Long moves) {
        /** @param basis what it was judged by */
        static Act of(List<Write> writes, Basis basis) {
            boolean compared = !basis.kept().isEmpty();
            return new Act(
                    List.copyOf(writes),
                    basis.seat().orElse(null),
                    compared ? basis.owners() : null,
                    compared ? basis.state() : null,
                    basis.moves().isPresent() ? basis.moves().getAsLong() : null);
        }
    }

    /** @param act the place of the act that it belongs to */
    private record Row(int act, Write write) {}

    /**
     * @param now when it is entered
     * @return of each what became of its writes
     */
    static List<Set<Fate>> execute(Connection connection, List<Act> acts, Instant now) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            for (Write write : acts.get(i).writes()) {
                rows.add(new Row(i, write));
            }
        }
        rows.sort(BY_KEY);
        boolean compared = rows.stream().anyMatch(row -> row.write().before().isPresent());
        Fate[] became = new Fate[rows.size()];
        Arrays.fill(became, Fate.COUNTED);
        if (rows.size() > 1 || !LoneEntry.isKept(connection, acts.get(0), now)) {
            try (PreparedStatement statement = connection.prepareStatement(compared ? IF_IT_STANDS : WHATEVER_STANDS)) {
                statement.setLong(columns(acts, rows).bind(statement, 1), micros(now));
                try (ResultSet unwritten = statement.executeQuery()) {
                    while (unwritten.next()) {
                        became[unwritten.getInt(1) - 1] = unwritten.getBoolean(2) ? Fate.LATE : Fate.CHANGED;
                    }
                }
            }
        }
        List<Set<Fate>> all = new ArrayList<>();
        acts.forEach(act -> all.add(EnumSet.noneOf(Fate.class)));
        for (int i = 0; i < became.length; i++) {
            all.get(rows.get(i).act()).add(became[i]);
        }
        return all;
    }

    static long micros(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    private static String statement(String instead) {
        return String.format(
                Locale.ROOT,
                SQL,
                IF_THEY_TAKE_PART,
                AS_JUDGED,
                REPLACED,
                instead,
                LOG,
                String.format(Locale.ROOT, POSTS, "standing"),
                WHAT_WAS_NOT_KEPT);
    }

    private static Columns columns(List<Act> acts, List<Row> rows) {
        Columns columns = new Columns(
                "int8", "text", "int4", "text", "text", "text", "text", "text", "text", "int8", "text", "int4", "text",
                "text");
        for (Row row : rows) {
            Write write = row.write();
            Act act = acts.get(row.act());
            Basis.@Nullable Seat seat = act.seat();
            columns.add(
                    write.lesson(),
                    write.step(),
                    write.round(),
                    write.owner(),
                    write.field(),
                    write.value(),
                    write.person(),
                    write.phase().name(),
                    write.before().orElse(null),
                    seat == null ? 0 : seat.roster(),
                    seat == null ? null : seat.pairing().name(),
                    seat == null ? 0 : seat.group(),
                    act.owners(),
                    act.state());
        }
        return columns;
    }
}
