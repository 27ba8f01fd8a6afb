package org.lessonbot.reward;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How two responses to one prompt were voted on.
 *
 * @param pair by which it is known; two choices with one name are one pair's
 * @param forFirst votes for the first response; somebody who finds neither better is half a vote for each
 */
public record Choice(String pair, Profile first, Profile second, double forFirst, double forSecond) {
    /** @throws IllegalArgumentException if votes are negative */
    public Choice {
        if (!(forFirst >= 0 && forSecond >= 0)) {
            throw new IllegalArgumentException("negative votes: " + forFirst + ", " + forSecond);
        }
    }

    /**
     * All votes on each pair together, by the pair's name.
     *
     * @throws IllegalArgumentException if two different pairs have one name
     */
    static List<Choice> byPair(Collection<Choice> choices) {
        Map<String, Choice> pairs = new TreeMap<>();
        choices.forEach(choice -> pairs.merge(choice.pair(), choice, Choice::plus));
        return List.copyOf(pairs.values());
    }

    private Choice plus(Choice other) {
        if (!first.equals(other.first) || !second.equals(other.second)) {
            throw new IllegalArgumentException("two different pairs are called " + pair);
        }
        return new Choice(pair, first, second, forFirst + other.forFirst, forSecond + other.forSecond);
    }

    public double votes() {
        return forFirst + forSecond;
    }

    Profile difference() {
        return first.minus(second);
    }
}
