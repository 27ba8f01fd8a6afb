package org.lessonbot.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.lessonbot.chat.Room;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;

/** Whose reasons were shown to whom: of each round the first that somebody saw, as long as its owner is there. */
public final class Reasons {
    private static final RowMapper<ShownReason> SHOWN = (row, context) -> new ShownReason(
            new Stop(row.getString("step"), row.getInt("round")),
            row.getString("viewer"),
            row.getString("owner"),
            row.getString("answer"));

    private static final String ALL =
            "select lesson, step, round, viewer, case when leader then 'desk' else coalesce(owner, '') end as owner, answer"
                    + " from reason_shown where ";

    private static final String READ = ALL + "lesson = :lesson ";

    private final Jdbi jdbi;

    public Reasons(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that were shown in a lesson. */
    public List<ShownReason> of(long lesson) {
        return jdbi.withHandle(handle -> handle.createQuery(READ + "order by at, viewer")
                .bind("lesson", lesson)
                .map(SHOWN)
                .list());
    }

    /** All that somebody was shown in the lessons of a room, by lesson. */
    public Map<Long, List<ShownReason>> readBy(Room room, String viewer) {
        Map<Long, List<ShownReason>> read = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ALL + """
                        viewer = :viewer
                        and lesson in (select id from lesson where platform = :platform and room = :room)
                        order by at
                        """)
                .bind("platform", room.platform())
                .bind("room", room.id())
                .bind("viewer", viewer)
                .map((row, context) -> read.computeIfAbsent(row.getLong("lesson"), first -> new ArrayList<>())
                        .add(SHOWN.map(row, context)))
                .list());
        return read;
    }

    /** All that were shown in a round. */
    public List<ShownReason> of(long lesson, Stop stop) {
        return jdbi.withHandle(handle -> handle.createQuery(READ + "and step = :step and round = :round")
                .bind("lesson", lesson)
                .bind("step", stop.step())
                .bind("round", stop.round())
                .map(SHOWN)
                .list());
    }

    /**
     * Notes that a reason is shown to somebody.
     *
     * @param instead what they were shown before and may see no more; nothing if they were shown none
     * @return false if another was noted meanwhile, or either of the two is gone
     */
    public boolean show(
            long lesson, Stop stop, String viewer, Reason reason, Optional<ShownReason> instead, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into reason_shown (lesson, step, round, viewer, owner, leader, answer, at)
                        select viewer.lesson, :step, :round, viewer.person, owner.person, :leader, :answer, :now
                        from participant viewer
                        left join participant owner on owner.lesson = viewer.lesson and owner.person = :owner
                        where viewer.lesson = :lesson and viewer.person = :viewer
                          and (:prepared or owner.person is not null)
                        on conflict (lesson, step, round, viewer) do update
                        set owner = excluded.owner, leader = excluded.leader, answer = excluded.answer, at = excluded.at
                        where :instead and coalesce(reason_shown.owner, '') = :before and reason_shown.leader = :beforeLeader
                          and reason_shown.answer = :beforeAnswer
                        """)
                        .bind("lesson", lesson)
                        .bind("step", stop.step())
                        .bind("round", stop.round())
                        .bind("viewer", viewer)
                        .bind("owner", reason.prepared() ? "" : reason.owner())
                        .bind("prepared", reason.prepared())
                        .bind("leader", reason.byLeader())
                        .bind("answer", reason.answer())
                        .bind("now", now)
                        .bind("instead", instead.isPresent())
                        .bind(
                                "before",
                                instead.map(ShownReason::owner)
                                        .filter(owner -> !owner.equals(Reason.LEADER))
                                        .orElse(""))
                        .bind(
                                "beforeLeader",
                                instead.filter(one -> one.owner().equals(Reason.LEADER))
                                        .isPresent())
                        .bind("beforeAnswer", instead.map(ShownReason::answer).orElse(""))
                        .execute()
                > 0);
    }
}
