package org.lessonbot.engine.drawing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.activity.Drawing;
import org.lessonbot.chat.Room;
import org.lessonbot.club.Differing;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reason;
import org.lessonbot.lesson.Round;
import org.lessonbot.lesson.ShownReason;
import org.lessonbot.lesson.Stop;
import org.lessonbot.store.Reasons;

/** Shows people in a club somebody else's answer that differs from theirs, with its reason, and remembers which. */
public final class OtherAnswers {
    private final Reasons reasons;
    private final Clock clock;

    public OtherAnswers(Reasons reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    /** All that were shown in a lesson. */
    List<ShownReason> shown(Lesson lesson) {
        return reasons.of(lesson.id());
    }

    /** All that somebody was shown in the lessons of a room, by lesson. */
    public Map<Long, List<ShownReason>> readBy(Room room, String viewer) {
        return reasons.readBy(room, viewer);
    }

    /** Which reasons of a round are shown, and to how many they were. */
    public Differing differing(Standing standing, Round round, Drawing<?, ?> drawing) {
        return new Differing(
                standing.lesson(),
                drawing.reasons(),
                drawing.answered(),
                reasons.of(standing.lesson().id(), Stop.of(round)));
    }

    /** What somebody is shown in a round; nothing before their own answer is sealed, or while there is none that differs. */
    Optional<Reason> to(Standing standing, Round round, Drawing<?, ?> drawing, String person) {
        Optional<String> answer = drawing.sealed(person);
        if (answer.isEmpty() || drawing.reasons().isEmpty()) {
            return Optional.empty();
        }
        Differing differing = differing(standing, round, drawing);
        Optional<ShownReason> before = differing.shown().stream()
                .filter(one -> one.viewer().equals(person))
                .findFirst();
        Optional<Reason> other = differing.to(person, answer.get());
        if (other.isEmpty() || before.filter(one -> one.is(other.get())).isPresent()) {
            return other;
        }
        // Who has made up their mind would be counted as swayed by what they never read.
        if (!standing.lesson().running() || !standing.studies(person) || !drawing.mayBeSwayed(person)) {
            return Optional.empty();
        }
        boolean noted =
                reasons.show(standing.lesson().id(), Stop.of(round), person, other.get(), before, clock.instant());
        return noted ? other : Optional.empty();
    }
}
