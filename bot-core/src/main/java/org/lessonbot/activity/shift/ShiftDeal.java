package org.lessonbot.activity.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lessonbot.activity.Comparing;
import org.lessonbot.lesson.Entries;
import org.lessonbot.lesson.Entry;
import org.lessonbot.plan.Bank;
import org.lessonbot.plan.Item;
import org.lessonbot.reward.Choice;
import org.lessonbot.reward.Lexicon;
import org.lessonbot.reward.Profile;

/**
 * One shift.
 *
 * @param pairs the ids of the items that are rated in it
 */
public record ShiftDeal(List<String> pairs) implements Comparing {
    public ShiftDeal {
        pairs = List.copyOf(pairs);
    }

    /** A pair of this shift, while the bank has it. */
    Optional<Item> pair(Bank bank, String id) {
        return pairs.contains(id) ? bank.item(id) : Optional.empty();
    }

    /** Whoever rated in it. */
    public Set<String> raters(Entries here) {
        return Rater.of(here).all().stream().map(Entry::owner).collect(Collectors.toSet());
    }

    @Override
    public List<Choice> choices(Bank bank, Entries here, Lexicon lexicon) {
        return pairs.stream()
                .flatMap(id -> bank.item(id).stream())
                .map(pair -> {
                    Map<String, String> votes = here.byOwner(Rater.FIRST + pair.id());
                    String one = pair.keys().get(0);
                    String other = pair.keys().get(1);
                    return new Choice(
                            pair.id(),
                            Profile.of(pair, one, lexicon),
                            Profile.of(pair, other, lexicon),
                            share(votes, one),
                            share(votes, other));
                })
                .filter(choice -> choice.votes() > 0)
                .toList();
    }

    private static double share(Map<String, String> votes, String key) {
        long ties = votes.values().stream().filter(TIE::equals).count();
        return votes.values().stream().filter(key::equals).count() + ties / 2.0;
    }
}
