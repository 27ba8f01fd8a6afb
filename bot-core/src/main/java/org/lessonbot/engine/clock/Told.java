package org.lessonbot.engine.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.club.Reminders;

/** Who was reminded, and who was not and why; for whoever leads a club. */
final class Told {
    private static final int NAMES = 800;

    private final Map<What, List<String>> names = new EnumMap<>(What.class);
    /** How long the platform wants to be left alone. */
    Optional<Duration> pause = Optional.empty();

    /** What became of somebody's reminder, in the order in which it is said. */
    enum What {
        SENT,
        MENTIONED,
        WAITS,
        REFUSED,
        FAILED,
        LATER,
        UNWANTED,
        UNREACHABLE,
        ENOUGH,
        AWAY,
        NIGHT,
        TODAY;

        static What of(Reminders.Hindrance hindrance) {
            return valueOf(hindrance.name());
        }
    }

    void add(What what, Reminders.Member member) {
        names.computeIfAbsent(what, first -> new ArrayList<>())
                .add(member.student().name());
    }

    Message message(Words words) {
        if (names.isEmpty()) {
            return Message.text(words.say("nudge.nobody"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(words.say("nudge.title")));
        names.forEach((what, who) -> blocks.add(new Block.Labelled(
                words.say("nudge." + what.name().toLowerCase(Locale.ROOT), who.size()),
                Limits.fit(String.join(", ", who), NAMES))));
        return new Message(blocks);
    }
}
