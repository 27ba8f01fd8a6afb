package org.lessonbot.club;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Roster;
import org.lessonbot.report.Sway;

/**
 * What a club came to, beside what a class comes to: how many finished each stretch, and what swayed people. It names nobody.
 *
 * @param sways of all reasons that were read
 * @param chosen what a reason is for, in words
 */
public record ClubSummary(Path path, Roster roster, List<Sway> sways, Function<Sway, String> chosen, Words words) {
    /** Reasons shown: the report has all of them. */
    private static final int MOST = 4;

    public ClubSummary {
        sways = List.copyOf(sways);
    }

    public Message message() {
        int all = roster.students().size();
        List<String> stretches = new ArrayList<>();
        for (int n = 0; n < path.plan().stretches().size(); n++) {
            String title = path.plan().stretches().get(n).title();
            stretches.add(words.say(
                    "club.finished-line", title, path.finished(roster, n).size(), all));
        }
        List<Block> blocks =
                new ArrayList<>(List.of(new Block.Text(words.say("club.finished-each")), new Block.Items(stretches)));
        if (!sways.isEmpty()) {
            blocks.add(new Block.Text(words.say("club.swayed")));
            blocks.add(new Block.Items(swayed()));
        }
        return new Message(blocks);
    }

    private List<String> swayed() {
        List<String> lines = new ArrayList<>();
        sways.stream()
                .filter(Sway::tells)
                .sorted((one, other) -> Integer.compare(other.shown(), one.shown()))
                .limit(MOST)
                .forEach(sway -> lines.add(words.say(
                        sway.prepared() ? "club.swayed-prepared" : "club.swayed-line",
                        sway.text(),
                        chosen.apply(sway),
                        sway.shown(),
                        sway.changed())));
        long few = sways.stream().filter(sway -> !sway.tells()).count();
        if (few > 0) {
            lines.add(words.say(lines.isEmpty() ? "club.swayed-none" : "club.swayed-few", few, Lesson.ENOUGH));
        }
        return lines;
    }
}
