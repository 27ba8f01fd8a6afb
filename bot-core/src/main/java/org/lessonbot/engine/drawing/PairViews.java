package org.lessonbot.engine.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Words;
import org.lessonbot.engine.standing.Standing;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Roster;
import org.lessonbot.plan.Pairing;

/** What people see of who works with whom. */
public record PairViews(Standing standing) {

    /** All groups, by the names shown. */
    public Message list(Pairing pairing) {
        List<String> lines =
                standing.roster().groups(pairing).stream().map(this::line).toList();
        return Message.of(
                new Block.Heading(standing.words().say("engine.pairs.title")),
                new Block.Text(standing.words().say("engine.pairs.how")),
                new Block.Items(lines));
    }

    private String line(Group group) {
        Roster roster = standing.roster();
        String names = group.members().stream().map(roster::name).collect(Collectors.joining(" · "));
        return standing.words()
                .say(group.members().size() == 1 ? "engine.pairs.waits" : "engine.pairs.line", group.number(), names);
    }

    /** The groups, by the title of the place they talk in. */
    public Map<String, List<String>> places(Pairing pairing) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (Group group : standing.roster().groups(pairing)) {
            if (group.members().size() > 1) {
                places.put(place(group), group.members());
            }
        }
        return places;
    }

    /** What a group's place to talk in is called. */
    public String place(Group group) {
        return standing.words()
                .say(
                        group.pairing() == Pairing.QUESTIONS ? "engine.pairs.place-questions" : "engine.pairs.place",
                        group.number(),
                        standing.lesson().id());
    }

    /** Who somebody's partner is, in a sentence. */
    public String partner(Pairing pairing, String person) {
        return partner(standing.words(), standing.roster(), pairing, person);
    }

    /** The same by a roster that may be newer. */
    public static String partner(Words words, Roster roster, Pairing pairing, String person) {
        List<String> partners = roster.partners(pairing, person);
        return partners.isEmpty()
                ? words.say("engine.partner.none")
                : words.say(
                        "engine.partner", partners.stream().map(roster::name).collect(Collectors.joining(", ")));
    }
}
