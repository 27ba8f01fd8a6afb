package org.lessonbot.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lessonbot.activity.board.Board;
import org.lessonbot.activity.close.Close;
import org.lessonbot.activity.discussion.Discussion;
import org.lessonbot.activity.feedback.Feedback;
import org.lessonbot.activity.investigate.Investigate;
import org.lessonbot.activity.preference.Preference;
import org.lessonbot.activity.questions.Questions;
import org.lessonbot.activity.reading.Reading;
import org.lessonbot.activity.shareout.ShareOut;
import org.lessonbot.activity.shift.Shift;
import org.lessonbot.activity.stagematch.StageMatch;
import org.lessonbot.activity.welcome.Welcome;

/** The one registry of activities. A new activity is one class, one line here, and one section of YAML. */
public final class Activities {
    private static final Map<String, Activity<?, ?>> ALL = new TreeMap<>();

    static {
        List.<Activity<?, ?>>of(
                        new Board(),
                        new Close(),
                        new Discussion(),
                        new Feedback(),
                        new Investigate(),
                        new Preference(),
                        new Questions(),
                        new Reading(),
                        new ShareOut(),
                        new Shift(),
                        new StageMatch(),
                        new Welcome())
                .stream()
                .sorted(Comparator.comparing(activity -> activity.traits().kind()))
                .forEach(activity -> ALL.put(activity.traits().kind(), activity));
    }

    private Activities() {}

    public static Map<String, Activity<?, ?>> all() {
        return Map.copyOf(ALL);
    }

    /** The class of each activity's section in a plan, by kind. */
    public static Map<String, Class<?>> contentTypes() {
        Map<String, Class<?>> types = new TreeMap<>();
        ALL.forEach((kind, activity) -> types.put(kind, activity.traits().content()));
        return Map.copyOf(types);
    }

    /**
     * The activity of this kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activity<?, ?> of(String kind) {
        Activity<?, ?> activity = ALL.get(kind);
        if (activity == null) {
            throw new IllegalArgumentException("no activity is called " + kind + "; there are " + ALL.keySet());
        }
        return activity;
    }
}
