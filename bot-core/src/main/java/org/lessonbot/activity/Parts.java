package org.lessonbot.activity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Limits;
import org.lessonbot.chat.Words;
import org.lessonbot.lesson.Group;
import org.lessonbot.lesson.Lesson;
import org.lessonbot.lesson.Reason;
import org.lessonbot.plan.Provenance;

/** Parts of a message that several activities show alike. */
public final class Parts {
    private static final int TITLE = 60;

    private Parts() {}

    /** The beginning of a prompt or question, by which people know it again. */
    public static String title(String text) {
        return Limits.fit(text.lines().findFirst().orElse(""), TITLE);
    }

    /** How many have answered, and nothing else: all that may be seen before a reveal. */
    public static Block answered(Scene<?, ?> scene, String field) {
        int answered = scene.here().field(field).size();
        int total = Math.max(answered, scene.roster().students().size());
        return new Block.Progress(scene.say("answered", answered, total), answered, total);
    }

    /** Of how many pairs, and people still without a partner, this holds; and how many there are. */
    public static Count owners(Scene<?, ?> scene, Predicate<String> holds) {
        Set<String> owners = new LinkedHashSet<>();
        scene.roster().groups(scene.step().pairing()).forEach(group -> owners.add(group.owner()));
        scene.roster().students().forEach(student -> owners.add(scene.sharedOwner(student.id())));
        return new Count((int) owners.stream().filter(holds).count(), owners.size());
    }

    /** So many of so many. */
    public record Count(int some, int all) {}

    /** The verb of buttons that turn pages: what follows is the page and nothing else. */
    public static final String PAGE = "page";

    /** The number of a page, from 1, as a button carries it. */
    public static int page(String argument) {
        return argument.matches("[1-9]\\d{0,2}") ? Integer.parseInt(argument) : 1;
    }

    /** Buttons that turn to the page before and after this one of so many, from 1; none where there is one page. */
    public static List<Block> turning(Scene<?, ?> scene, int page, int pages) {
        return pages < 2
                ? List.of()
                : List.of(Block.Buttons.of(
                        scene.button(PAGE, String.valueOf(page - 1), scene.say("board.before"))
                                .enabled(page > 1),
                        scene.button(PAGE, String.valueOf(page + 1), scene.say("board.after"))
                                .enabled(page < pages)));
    }

    /**
     * Figures about people's answers; in a club, while they are about too few, a sentence that says so.
     *
     * @param caption what the figures are
     * @param people how many they are about
     */
    public static List<Block> figures(Scene<?, ?> scene, String caption, int people, Supplier<List<Block>> figures) {
        return scene.lesson().mayCount(people)
                ? figures.get()
                : List.of(new Block.Text(scene.say("too-few", caption, people, Lesson.ENOUGH)));
    }

    /** What each partner chose, and whether it is what this person chose. */
    public static List<Block> partners(Scene<?, ?> scene, String person, String field, UnaryOperator<String> label) {
        String mine = scene.here().value(person, field).orElse("");
        List<Block> blocks = new ArrayList<>();
        for (String partner : scene.roster().partners(scene.step().pairing(), person)) {
            String name = scene.roster().name(partner);
            String theirs = scene.here().value(partner, field).orElse("");
            if (theirs.isEmpty()) {
                blocks.add(new Block.Text(scene.say("partner.none", name)));
            } else {
                String key = theirs.equals(mine) ? "partner.same" : "partner.other";
                blocks.add(new Block.Text(scene.say(key, name, label.apply(theirs))));
            }
        }
        return blocks;
    }

    /**
     * Somebody else's answer that differs, with its reason, as whoever reads it sees it: nobody is named.
     *
     * @param chosen what they chose, in words
     */
    public static Block other(Scene<?, ?> scene, Reason reason, String chosen) {
        String credit = scene.say(reason.byLeader() ? "reason.credit-leader" : "reason.credit");
        return reason.prepared()
                ? new Block.Quote(scene.say("reason.prepared", chosen), reason.text(), credit)
                : new Block.Quote(scene.say("reason.other", chosen), reason.text(), "");
    }

    /** How many pairs agreed, of those in which at least two answered; nothing while there are none, or too few to say. */
    public static Optional<Block> agreement(Scene<?, ?> scene, String field) {
        Map<String, String> answers = scene.here().byOwner(field);
        int pairs = 0;
        int agreed = 0;
        int people = 0;
        for (Group group : scene.roster().groups(scene.step().pairing())) {
            List<String> theirs = group.members().stream()
                    .filter(answers::containsKey)
                    .map(member -> answers.getOrDefault(member, ""))
                    .toList();
            if (theirs.size() > 1) {
                pairs++;
                people += theirs.size();
                agreed += theirs.stream().distinct().count() == 1 ? 1 : 0;
            }
        }
        return pairs == 0 || !scene.lesson().mayCount(people)
                ? Optional.empty()
                : Optional.of(new Block.Text(scene.say("pairs-agreed", agreed, pairs)));
    }

    /** Where a response comes from, as it stands below it. */
    public static String credit(Words words, Provenance provenance) {
        return switch (provenance.origin()) {
            case WRITTEN -> words.say("credit.written");
            case TEACHER -> words.say("credit.teacher");
            case MODEL -> model(words, provenance);
            case SHORTENED -> words.say("credit.shortened", model(words, provenance));
        };
    }

    private static String model(Words words, Provenance provenance) {
        String which = Stream.of(provenance.label(), provenance.revision(), provenance.date())
                .filter(known -> !known.isEmpty() && !known.equals(Provenance.UNKNOWN))
                .collect(Collectors.joining(", "));
        return which.isEmpty()
                ? words.say("credit.model", provenance.model())
                : words.say("credit.model-of", provenance.model(), which);
    }
}
