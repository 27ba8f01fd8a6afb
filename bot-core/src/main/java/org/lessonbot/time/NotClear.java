package org.lessonbot.time;

import java.util.List;
import org.lessonbot.time.Reading.Why;

/** Ends the reading of a text that somebody has to be asked back about. */
final class NotClear extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final String part;
    private final transient List<LocalMoment> meant;

    NotClear(Why why, String part) {
        this(why, part, List.of());
    }

    /** @param meant what may be meant instead, best first */
    NotClear(Why why, String part, List<LocalMoment> meant) {
        super(why + ": " + part, null, false, false);
        this.why = why;
        this.part = part;
        this.meant = List.copyOf(meant);
    }

    Why why() {
        return why;
    }

    String part() {
        return part;
    }

    List<LocalMoment> meant() {
        return meant;
    }
}
